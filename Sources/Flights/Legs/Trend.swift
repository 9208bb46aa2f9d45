/// What the height did.
public enum Trend: String, Hashable, Sendable {
    case climbing, level, descending
}
