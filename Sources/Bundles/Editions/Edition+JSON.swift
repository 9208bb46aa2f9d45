import Aero
import Visits

extension Edition {
    /// The file `edition.json`, with a line's end behind it.
    public var bytes: [UInt8] {
        CanonicalJSON.members([
            "format": CanonicalJSON(Self.format), "number": CanonicalJSON(number),
            "subject": .string(subject.kind.rawValue), "id": .string(subject.id),
            "title": title.canonical, "published": CanonicalJSON(published), "world": .string(world.rawValue),
            "sections": .array(sections.map(\.canonical)), "sources": .array(sources.map(\.canonical)),
            "credits": .array(credits.map { .string($0) }), "places": .array(places.map(\.canonical)),
            "tracks": tracks.isEmpty
                ? .null : .array(tracks.map { .array($0.map { CanonicalJSON($0) }) }),
            "outline": outline?.canonical ?? .null,
            "bundle": CanonicalJSON(bundle?.hex), "earlier": earlier?.canonical ?? .null,
        ]).bytes + [0x0A]
    }

    /// Reads `edition.json` in its one written form.
    public init(reading bytes: [UInt8]) throws(EditionError) {
        let fields = try Self.read { () throws(CanonicalJSONError) in
            guard bytes.last == 0x0A else { throw .notCanonical(offset: bytes.count) }
            return try CanonicalFields(try CanonicalJSON(canonical: Array(bytes.dropLast())), "edition")
        }
        let format = try Self.read { () throws(CanonicalJSONError) in try fields.integer("format") }
        guard format <= Self.format else { throw .newerFormat(format) }
        let sections = try Self.read { () throws(CanonicalJSONError) in
            try fields.objects("sections") { fields throws(CanonicalJSONError) in try EditionSection(fields) }
        }
        let sources = try Self.read { () throws(CanonicalJSONError) in
            try fields.objects("sources") { fields throws(CanonicalJSONError) in try EditionSource(fields) }
        }
        let places = try Self.read { () throws(CanonicalJSONError) in
            try fields.objects("places") { fields throws(CanonicalJSONError) in
                EditionPlace(try fields.string("name"), try fields.position("position"))
            }
        }
        let earlier = try Self.read { () throws(CanonicalJSONError) -> Earlier? in
            guard fields["earlier"] != .null else { return nil }
            return try Earlier(fields.fields("earlier"))
        }
        let bundle = try Self.read { () throws(CanonicalJSONError) -> ContentSum? in
            guard fields["bundle"] != .null else { return nil }
            return try fields.sum("bundle")
        }
        let number = try Self.read { () throws(CanonicalJSONError) in try fields.integer("number") }
        let subject = try Self.read { () throws(CanonicalJSONError) in
            EditionSubject(try fields.choice("subject", BundleHead.Subject.self), try fields.string("id"))
        }
        let tracks = try Self.read { () throws(CanonicalJSONError) in
            try fields.lines("tracks", most: Self.mostTrackPlaces)
        }
        let outline = try Self.read { () throws(CanonicalJSONError) -> EditionOutline? in
            guard fields["outline"] != .null else { return nil }
            return try EditionOutline(fields.fields("outline"))
        }
        let title = try Self.read { () throws(CanonicalJSONError) in try DossierText(fields.fields("title")) }
        let published = try Self.read { () throws(CanonicalJSONError) in try fields.time("published") }
        let world = try Self.read { () throws(CanonicalJSONError) in
            try fields.choice("world", BundleHead.World.self)
        }
        let credits = try Self.read { () throws(CanonicalJSONError) in try fields.strings("credits") }
        try self.init(
            number: number,
            subject: subject,
            title: title,
            published: published,
            world: world,
            sections: sections,
            sources: sources,
            credits: credits,
            places: places,
            tracks: tracks,
            outline: outline,
            bundle: bundle,
            earlier: earlier
        )
        // The digest is made of what was read: what nobody reads would stand in the file and not in the digest.
        try Self.read { () throws(CanonicalJSONError) in try CanonicalJSON.compare(self.bytes, with: bytes) }
    }

    private static func read<Value>(
        _ body: () throws(CanonicalJSONError) -> Value
    ) throws(EditionError) -> Value {
        do throws(CanonicalJSONError) { return try body() } catch { throw .unreadable(error) }
    }
}

extension Edition.Earlier {
    var canonical: CanonicalJSON {
        .members([
            "number": CanonicalJSON(number), "digest": .string(digest.hex), "note": note?.canonical ?? .null,
            "changes": .array(changes.map(\.canonical)),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            number: try fields.integer("number"),
            digest: try fields.sum("digest"),
            note: try DossierText.optional(fields, "note"),
            changes: try fields.objects("changes") { fields throws(CanonicalJSONError) in try EditionChange(fields) }
        )
    }
}

extension EditionChange {
    var canonical: CanonicalJSON {
        .members([
            "anchor": .string(anchor), "before": before?.canonical ?? .null, "after": after?.canonical ?? .null,
            // Editions that were published before parts were told have words alone.
            "part": part == .words ? .null : .string(part.rawValue),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            anchor: try fields.string("anchor"),
            part: fields["part"] == .null ? .words : try fields.choice("part"),
            before: try DossierText.optional(fields, "before"),
            after: try DossierText.optional(fields, "after")
        )
    }
}

extension EditionSection {
    var canonical: CanonicalJSON {
        .members([
            "anchor": .string(anchor), "title": title.canonical, "sentences": .array(sentences.map(\.canonical)),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            try fields.string("anchor"),
            try DossierText(fields.fields("title")),
            try fields.objects("sentences") { fields throws(CanonicalJSONError) in try EditionSentence(fields) }
        )
    }
}

extension EditionSentence {
    var canonical: CanonicalJSON {
        let rests = rests.map { rest -> CanonicalJSON in
            switch rest {
            case .anchor(let anchor): .string(anchor)
            case .words(let words): words.canonical
            }
        }
        return .members([
            "anchor": .string(anchor), "words": words.canonical, "rests": .array(rests),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        let rests = try fields.array("rests").map { rest throws(CanonicalJSONError) -> Rest in
            if case .string(let anchor) = rest { return .anchor(anchor) }
            return .words(try DossierText(CanonicalFields(rest, "rests")))
        }
        self.init(try fields.string("anchor"), try DossierText(fields.fields("words")), rests: rests)
    }
}

extension EditionSource {
    var canonical: CanonicalJSON {
        .members([
            "anchor": .string(anchor), "title": CanonicalJSON(title), "outlet": CanonicalJSON(outlet),
            "address": CanonicalJSON(address), "published": CanonicalJSON(published),
            "sha256": CanonicalJSON(sha256), "licence": CanonicalJSON(licence),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            anchor: try fields.string("anchor"),
            title: try fields.optionalString("title"),
            outlet: try fields.optionalString("outlet"),
            address: try fields.optionalString("address"),
            published: try fields.optionalTime("published"),
            sha256: try fields.optionalString("sha256"),
            licence: try fields.optionalString("licence")
        )
    }
}

extension EditionPlace {
    var canonical: CanonicalJSON { .members(["name": .string(name), "position": CanonicalJSON(position)]) }
}

extension DossierText {
    var canonical: CanonicalJSON { .members(["en": .string(english), "id": .string(indonesian)]) }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(english: try fields.string("en"), indonesian: try fields.string("id"))
    }

    fileprivate static func optional(
        _ fields: CanonicalFields,
        _ member: String
    ) throws(CanonicalJSONError) -> DossierText? {
        guard fields[member] != .null else { return nil }
        return try DossierText(fields.fields(member))
    }
}
