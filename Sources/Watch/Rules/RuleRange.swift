/// What numbers and lengths are allowed in a place of a rule.
public enum RuleRange: Hashable, Sendable {
    /// From one to the other, as rules write them.
    case between(String, String)
    /// Bytes of a text, from 1.
    case bytes(atMost: Int)
    case points(atLeast: Int)

    /// In both languages.
    var words: (english: String, indonesian: String) {
        switch self {
        case .between(let least, let most): ("\(least) … \(most)", "\(least) … \(most)")
        case .bytes(let most): ("1 … \(most) bytes", "1 … \(most) bita")
        case .points(let least): ("at least \(least) points", "sekurangnya \(least) titik")
        }
    }
}
