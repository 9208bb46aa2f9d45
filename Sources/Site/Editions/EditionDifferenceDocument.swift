import Bundles
import Visits

/// `GET /api/v1/visits/{id}/editions/difference`: how a visit differs from what was published of it.
struct EditionDifferenceDocument {
    let visit: String
    let difference: EditionDifference
    let tellsAircraft: Bool
    let language: Draft.Language

    /// Changes that are told; their number is told of all.
    static let most = 500

    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 16_384)
        json.beginObject()
        json.member("visit", visit)
        if difference.world == .simulated { json.member("simulated", true) }
        json.member("world", difference.world.rawValue)
        json.member("aircraft", tellsAircraft)
        json.member("sentences", difference.sentences)
        if let since = difference.since {
            json.key("since")
            json.beginObject()
            EditionsDocument.write(since, language, to: &json)
            json.endObject()
        }
        json.member("changedSentences", difference.changedSentences)
        json.member("changesTotal", difference.changes.count)
        json.objects("changes", Array(difference.changes.prefix(Self.most))) { change, json in
            json.member("anchor", change.anchor)
            json.member("part", change.part.rawValue)
            json.member("subject", BundleWords.subject(change).text(in: language))
            json.member("before", change.before?.text(in: language))
            json.member("after", change.after?.text(in: language))
        }
        json.endObject()
        return json.bytes
    }
}
