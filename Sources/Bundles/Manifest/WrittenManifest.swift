import Aero

/// A manifest as it is written, before its sums are believed.
struct WrittenManifest {
    let manifest: BundleManifest
    let digest: ContentSum
    let redactedSum: ContentSum

    /// - Throws: `BundleManifestError` for what is no manifest in its one written form.
    init(_ bytes: [UInt8]) throws(BundleManifestError) {
        guard bytes.last == 0x0A else { throw .unreadable(.notCanonical(offset: bytes.count)) }
        let whole = try Self.read { () throws(CanonicalJSONError) in
            try CanonicalFields(try CanonicalJSON(canonical: Array(bytes.dropLast())), "bundle")
        }
        let head = try Self.read { () throws(CanonicalJSONError) in try whole.fields("head") }
        let format = try Self.read { () throws(CanonicalJSONError) in try head.integer("format") }
        guard format <= BundleManifest.format else { throw .newerFormat(format) }
        guard format == BundleManifest.format else { throw .unreadable(head.wrong("format")) }
        let records = try Self.read { () throws(CanonicalJSONError) in
            try whole.objects("items") { fields throws(CanonicalJSONError) in fields }
        }
        var (items, links): ([BundleItem], [ContentSum]) = ([], [])
        for record in records {
            items.append(try Self.item(record))
            links.append(try Self.read { () throws(CanonicalJSONError) in try record.sum("link") })
        }
        let redactions = try Self.redactions(whole)
        guard Self.isRising(items.map(\.path)), Self.isRising(redactions.map(\.path)) else { throw .outOfOrder }
        manifest = try BundleManifest(
            checked: try Self.read { () throws(CanonicalJSONError) in try BundleHead(head) },
            items,
            links: links,
            redactions
        )
        digest = try Self.read { () throws(CanonicalJSONError) in try whole.sum("digest") }
        redactedSum = try Self.read { () throws(CanonicalJSONError) in try whole.sum("redactedSum") }
        // Sums are made of what was read: a member that nobody reads would stand in the file and in no sum.
        let written = manifest.written(digest: digest, redactedSum: redactedSum)
        try Self.read { () throws(CanonicalJSONError) in try CanonicalJSON.compare(written, with: bytes) }
    }

    private static func isRising(_ paths: [BundlePath]) -> Bool { zip(paths, paths.dropFirst()).allSatisfy { $0 < $1 } }

    private static func item(_ record: CanonicalFields) throws(BundleManifestError) -> BundleItem {
        let fields = try read { () throws(CanonicalJSONError) in try record.fields("record") }
        let path = try path(fields)
        return try read { () throws(CanonicalJSONError) in
            let bytes = try fields.integer("bytes")
            guard bytes >= 0 else { throw fields.wrong("bytes") }
            return BundleItem(
                path,
                bytes: bytes,
                sum: try fields.sum("sha256"),
                kind: try fields.choice("kind"),
                known: try fields.choice("known"),
                licence: try fields.choice("licence"),
                credit: try fields.optionalString("credit")
            )
        }
    }

    private static func redactions(_ whole: CanonicalFields) throws(BundleManifestError) -> [BundleRedaction] {
        let all = try read { () throws(CanonicalJSONError) in
            try whole.objects("redacted") { fields throws(CanonicalJSONError) in fields }
        }
        var redactions: [BundleRedaction] = []
        for fields in all {
            let path = try path(fields)
            let reason: BundleRedaction.Reason = try read { () throws(CanonicalJSONError) in try fields.choice("reason")
            }
            redactions.append(BundleRedaction(path, reason))
        }
        return redactions
    }

    private static func path(_ fields: CanonicalFields) throws(BundleManifestError) -> BundlePath {
        let text = try read { () throws(CanonicalJSONError) in try fields.string("path") }
        guard let path = BundlePath(text) else { throw .badPath(text) }
        return path
    }

    private static func read<Value>(
        _ body: () throws(CanonicalJSONError) -> Value
    ) throws(BundleManifestError) -> Value {
        do throws(CanonicalJSONError) { return try body() } catch { throw .unreadable(error) }
    }
}

extension CanonicalFields {
    /// A SHA-256.
    public func sum(_ member: String) throws(CanonicalJSONError) -> ContentSum {
        guard let sum = ContentSum(try string(member)) else { throw wrong(member) }
        return sum
    }
}

extension BundleManifest {
    /// Reads `bundle.json`. Its sums are not compared: `BundleVerifier` does that.
    public init(reading bytes: [UInt8]) throws(BundleManifestError) { self = try WrittenManifest(bytes).manifest }
}
