import Bundles
import Visits

/// `GET …/editions/difference` of a visit, a flight or a silence: how it differs from what was published of it.
struct EditionDifferenceDocument {
    let difference: EditionDifference
    /// Whether aircraft are told of a visit; `nil` of what is of an aircraft.
    let tellsAircraft: Bool?
    let language: Draft.Language

    /// Changes that are told; their number is told of all.
    static let most = 500

    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 16_384)
        json.beginObject()
        let subject = difference.subject
        if subject.kind == .visit {
            json.member("visit", subject.id)
        } else {
            json.member("subject", subject.kind.rawValue)
            json.member("id", subject.id)
        }
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
