/// The DR field of DF4, 5, 20 and 21: what the aircraft wants to be asked for.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.2; codes 2, 3, 6 and 7 in 4.3.7.3.2.3.
public struct DownlinkRequest: RawRepresentable, Hashable, Sendable {
    /// 0…31.
    public let rawValue: UInt8

    /// A request by its five bits; higher bits are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 31 }

    /// An air-initiated Comm-B message waits.
    public var wantsCommB: Bool { rawValue == 1 || rawValue == 3 }
    /// A resolution advisory is there to be read.
    public var hasResolutionAdvisory: Bool { [2, 3, 6, 7].contains(rawValue) }
    /// A broadcast Comm-B message waits: 1 or 2, which alternate with each new one; else `nil`.
    public var broadcast: UInt8? {
        switch rawValue {
        case 4, 6: 1
        case 5, 7: 2
        default: nil
        }
    }
    /// The segments of an extended length message that waits, 1…16; `nil` when none does.
    public var extendedLengthSegments: UInt8? { rawValue >= 16 ? rawValue - 15 : nil }
}
