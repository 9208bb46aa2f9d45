/// Whether something holds at an instant, when its limits may be known to a month only, or not at all.
public enum Holding: Int, Hashable, Sendable, Comparable {
    case no
    /// The instant lies within what is not known of a limit.
    case perhaps
    case yes

    public static func < (left: Holding, right: Holding) -> Bool { left.rawValue < right.rawValue }
}
