import Bundles

/// The body that answers an objection, tells it to others, or no longer.
struct ChallengeAnswerRequest: Decodable {
    var outcome: String?
    var answer: String?
    /// Whether others may read it.
    var told: Bool?

    /// What is to be taken down, an answer before the telling of it.
    func entries(of challenge: Int) throws(APIError) -> [ChallengeBook.Entry] {
        var entries: [ChallengeBook.Entry] = []
        if outcome != nil || answer != nil {
            guard let outcome = outcome.flatMap(Challenge.Outcome.init(rawValue:)), outcome != .open else {
                throw .editionField(
                    "outcome",
                    "outcome is upheld, partly or rejected",
                    "outcome adalah upheld, partly atau rejected"
                )
            }
            guard let answer else {
                throw .editionField("answer", "an outcome needs an answer", "hasil memerlukan jawaban")
            }
            entries.append(.answer(number: challenge, outcome, answer: answer))
        }
        if let told { entries.append(.tell(number: challenge, isPublic: told)) }
        guard !entries.isEmpty else {
            throw .editionField(
                "outcome",
                "say an outcome with its answer, or told",
                "sebutkan outcome dengan answer, atau told"
            )
        }
        return entries
    }
}
