public import Aero

/// Speed on the ground: a code for an interval of speeds, narrow when slow.
///
/// - Source: RTCA DO-260B, table 2-19 (2.2.3.2.4.2); for versions 0 and 1 RTCA DO-260A, table 2-17.
public struct SurfaceMovement: Hashable, Sendable {
    /// 0…127.
    public let code: UInt8

    /// A movement by its seven bits; higher bits are dropped.
    public init(code: UInt8) { self.code = code & 0x7F }

    /// Whether the code says "stopped".
    public var isStopped: Bool { code == 1 }

    /// The interval of speeds the code stands for, in knots, lower edge first; `nil` when it gives none. The last, 175 kt and more, is given as one edge.
    ///
    /// - Parameter version: of ADS-B, 0…2; the slowest codes differ.
    public func interval(version: UInt8) -> ClosedRange<Double>? {
        let step = Double(code)
        switch code {
        case 1: return 0...0
        case 2 where version >= 2: return 0...0.125
        case 3...8 where version >= 2: return 0.125 + (step - 3) * 0.875 / 6...0.125 + (step - 2) * 0.875 / 6
        case 2...8: return 0.125 + (step - 2) * 0.125...0.125 + (step - 1) * 0.125
        case 9...12: return 1 + (step - 9) * 0.25...1 + (step - 8) * 0.25
        case 13...38: return 2 + (step - 13) * 0.5...2 + (step - 12) * 0.5
        case 39...93: return 15 + (step - 39)...15 + (step - 38)
        case 94...108: return 70 + (step - 94) * 2...70 + (step - 93) * 2
        case 109...123: return 100 + (step - 109) * 5...100 + (step - 108) * 5
        case 124: return 175...175
        default: return nil
        }
    }

    /// The middle of the interval.
    public func groundSpeed(version: UInt8) -> Knots? {
        interval(version: version).map { Knots(($0.lowerBound + $0.upperBound) / 2) }
    }
}
