import Bundles
import Visits

/// `GET /api/v1/editions`: what was published.
enum EditionsDocument {
    static func json(_ editions: [EditionHead], _ language: Draft.Language) -> [UInt8] {
        var json = JSONWriter(capacity: 4_096)
        json.beginObject()
        json.objects("editions", editions) { edition, json in write(edition, language, to: &json) }
        json.endObject()
        return json.bytes
    }

    /// One edition alone.
    static func json(_ edition: EditionHead, _ language: Draft.Language) -> [UInt8] {
        var json = JSONWriter(capacity: 1_024)
        json.beginObject()
        write(edition, language, to: &json)
        json.endObject()
        return json.bytes
    }

    static func write(_ edition: EditionHead, _ language: Draft.Language, to json: inout JSONWriter) {
        json.member("number", edition.number)
        json.member("subject", edition.subject.kind.rawValue)
        json.member("id", edition.subject.id)
        json.member("title", edition.title.text(in: language))
        json.member("published", edition.published)
        json.member("world", edition.world.rawValue)
        if edition.world == .simulated { json.member("simulated", true) }
        json.member("aircraft", edition.tellsAircraft)
        json.member("digest", edition.digest.hex)
        json.member("bundle", edition.bundle?.hex)
        json.member("page", EditionFiles.page(edition.number, language))
        json.member("earlier", edition.earlier)
        if edition.earlier != nil { json.member("changes", edition.changes) }
    }
}
