import Aero

extension BundleHead {
    var canonical: CanonicalJSON {
        .members([
            "asOf": CanonicalJSON(asOf), "audience": .string(audience.rawValue),
            "format": CanonicalJSON(BundleManifest.format), "id": .string(id), "program": .string(program),
            "subject": .string(subject.rawValue), "world": .string(world.rawValue),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            subject: try fields.choice("subject"),
            id: try fields.string("id"),
            world: try fields.choice("world"),
            audience: try fields.choice("audience"),
            asOf: try fields.time("asOf"),
            program: try fields.string("program")
        )
    }
}

extension BundleItem {
    var canonical: CanonicalJSON {
        .members([
            "bytes": CanonicalJSON(bytes), "credit": CanonicalJSON(credit), "kind": .string(kind.rawValue),
            "known": .string(known.rawValue), "licence": .string(licence.rawValue), "path": .string(path.text),
            "sha256": .string(sum.hex),
        ])
    }
}

extension BundleManifest {
    /// The file `bundle.json`, with a line's end behind it.
    public var bytes: [UInt8] { written(digest: digest, redactedSum: redactedSum) }

    /// The file with sums as somebody wrote them.
    func written(digest: ContentSum, redactedSum: ContentSum) -> [UInt8] {
        let records = zip(items, links).map { item, link in
            CanonicalJSON.members(["link": .string(link.hex), "record": item.canonical])
        }
        let whole = CanonicalJSON.members([
            "digest": .string(digest.hex), "head": head.canonical, "items": .array(records),
            "redacted": .array(redactions.map(\.canonical)), "redactedSum": .string(redactedSum.hex),
        ])
        return whole.bytes + [0x0A]
    }

    /// Of the list of what was taken out, so that a change of it is seen.
    var redactedSum: ContentSum { ContentSum(of: CanonicalJSON.array(redactions.map(\.canonical)).bytes) }
}

extension BundleRedaction {
    var canonical: CanonicalJSON { .members(["path": .string(path.text), "reason": .string(reason.rawValue)]) }
}
