public import Aero

/// The movement field of surface positions: ground speed in uneven steps.
///
/// - Source: RTCA DO-260B, table 2-16 (version 2).
public enum MovementEncoding {
    /// The code whose interval holds the speed: 0 for `nil`, 1 stopped, 124 for 175 kt and more.
    public static func code(_ speed: Knots?) -> UInt8 {
        guard let value = speed?.rawValue, value.isFinite else { return 0 }
        return switch value {
        case ..<0.01: 1
        case ..<0.125: 2
        case ..<1: UInt8(3 + min(5, (value - 0.125) * 6 / 0.875))
        case ..<2: UInt8(9 + (value - 1) / 0.25)
        case ..<15: UInt8(13 + (value - 2) / 0.5)
        case ..<70: UInt8(39 + (value - 15))
        case ..<100: UInt8(94 + (value - 70) / 2)
        case ..<175: UInt8(109 + (value - 100) / 5)
        default: 124
        }
    }
}
