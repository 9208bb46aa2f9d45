/// How large an airport is, as OurAirports classes it; largest first.
public enum AirportSize: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    case large
    case medium
    /// In the newer register, unknown to the list with classes: new, or under another code.
    case unclassified
    case small
    case seaplaneBase
    case heliport
    /// In the newer register, closed in the list with classes: one of them is wrong.
    case disputed

    public static func < (left: AirportSize, right: AirportSize) -> Bool { left.rawValue < right.rawValue }
}
