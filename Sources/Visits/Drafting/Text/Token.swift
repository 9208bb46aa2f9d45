/// One word, number or sign of a text.
struct Token: Sendable {
    enum Kind: Sendable { case word, number, sign }

    let span: TextSpan
    let kind: Kind
    /// Small letters, without a possessive ending; a sign is itself.
    let word: String
    /// Begins with a capital letter.
    let isCapital: Bool
    /// Capital letters alone, two or more.
    let isAllCaps: Bool
    /// Ends in "'s".
    let isPossessive: Bool
    /// Stands behind a hyphen or an apostrophe, without a space.
    let isJoined: Bool
    /// A space or a line's end before it.
    let isSpaced: Bool

    /// The number, for one of at most nine digits.
    var number: Int? { kind == .number && word.utf8.count <= 9 ? Int(word) : nil }
}
