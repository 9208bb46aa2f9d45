import Bundles
import Visits

/// `GET /api/v1/editions/{number}/challenges`: what was objected to an edition, for who may write.
struct ChallengesDocument {
    let book: ChallengeBook
    let language: Draft.Language

    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 4_096)
        json.beginObject()
        json.member("edition", book.edition.number)
        if book.edition.world == .simulated { json.member("simulated", true) }
        json.objects("challenges", book.challenges) { challenge, json in write(challenge, to: &json) }
        json.endObject()
        return json.bytes
    }

    /// One objection alone.
    func json(of number: Int) -> [UInt8] {
        var json = JSONWriter(capacity: 1_024)
        json.beginObject()
        for challenge in book.challenges where challenge.number == number { write(challenge, to: &json) }
        json.endObject()
        return json.bytes
    }

    private func write(_ challenge: Challenge, to json: inout JSONWriter) {
        let sentence = book.edition.sections.flatMap(\.sentences).first { $0.anchor == challenge.anchor }
        json.member("number", challenge.number)
        json.member("sentence", challenge.anchor)
        json.member("words", sentence?.words.text(in: language))
        json.member("received", challenge.received)
        json.member("objection", challenge.objection)
        json.member("evidence", challenge.evidence.isEmpty ? nil : challenge.evidence)
        json.member("outcome", challenge.outcome.rawValue)
        json.member("outcomeText", BundleWords.text(challenge.outcome).text(in: language))
        json.member("answer", challenge.answer.isEmpty ? nil : challenge.answer)
        json.member("answered", challenge.answered)
        json.member("told", challenge.isPublic)
    }
}
