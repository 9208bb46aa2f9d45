import Bundles

/// The body that takes an objection down.
struct ChallengeRequest: Decodable {
    /// The anchor of the sentence.
    var sentence: String
    var objection: String
    var evidence: String?

    var entry: ChallengeBook.Entry {
        .objection(anchor: sentence, objection: objection, evidence: evidence ?? "")
    }
}
