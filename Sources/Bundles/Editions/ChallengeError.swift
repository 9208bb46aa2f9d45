/// Why an objection or its answer is not taken down.
public enum ChallengeError: Error, Hashable, Sendable {
    /// The edition has no sentence under that anchor.
    case noSuchSentence(String)
    /// Empty, longer than `Challenge.longest`, or with control characters.
    case badText
    /// There is none of that number.
    case noSuchChallenge(Int)
    /// What is kept of an earlier one cannot be read.
    case unreadable(CanonicalJSONError)
}
