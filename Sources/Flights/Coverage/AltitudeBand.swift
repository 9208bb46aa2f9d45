public import Aero

/// A layer of the air in which aircraft are about equally far above the horizon of a receiver.
///
/// Ours: edges at 1.5, 3, 6 and 9 km of pressure altitude. A receiver at sea level sees 1.5 km high to 160 km, 9 km to 400 km.
public enum AltitudeBand: UInt8, Hashable, Comparable, Sendable, CaseIterable {
    case lowest = 0
    case low = 1
    case middle = 2
    case high = 3
    case cruise = 4

    /// The band an altitude lies in; the lower edge belongs to it.
    public init(of altitude: Feet) {
        switch altitude.metres.rawValue {
        case ..<1_500: self = .lowest
        case ..<3_000: self = .low
        case ..<6_000: self = .middle
        case ..<9_000: self = .high
        default: self = .cruise
        }
    }

    /// Where it begins; `nil` for the lowest, which has no floor.
    public var floor: Metres? {
        switch self {
        case .lowest: nil
        case .low: 1_500
        case .middle: 3_000
        case .high: 6_000
        case .cruise: 9_000
        }
    }

    public static func < (left: AltitudeBand, right: AltitudeBand) -> Bool { left.rawValue < right.rawValue }
}
