/// How well a place fits what was looked for; best first.
public enum MatchQuality: UInt8, Hashable, Sendable, Comparable, CaseIterable {
    /// The text is its code.
    case code
    /// The text is a whole name of it in English or Indonesian, or of an airport.
    case exact
    /// The text is a whole name of it in a language the list does not say.
    case alias
    /// Every word is a word of its names.
    case words
    /// An airport, and the words are those of the city it serves.
    case city
    /// Words of its names begin with the words.
    case prefix
    /// One letter is wrong, missing, too many, or changed places with its neighbour.
    case misspelt

    public static func < (left: MatchQuality, right: MatchQuality) -> Bool { left.rawValue < right.rawValue }

    /// What it takes away from the size of a place (common logarithm of its people).
    /// Ours: a whole name is worth thirty times the people of one that only begins so.
    var penalty: Float {
        switch self {
        case .code: -1
        case .exact: 0
        case .alias: 0.7
        case .words: 1
        case .city: 1.2
        case .prefix: 1.5
        case .misspelt: 2.5
        }
    }
}
