/// The code of the radar that a DF11 reply answers: the CL and IC fields, which lie over its parity.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.3.3.2 (PI), 3.1.2.5.2.1.2 and 3.1.2.5.2.1.3.
public struct InterrogatorCode: RawRepresentable, Hashable, Sendable {
    /// CL (3 bits) and IC (4 bits) as one number, 0…79.
    public let rawValue: UInt8

    /// A code; `nil` beyond CL 4, IC 15.
    public init?(rawValue: UInt8) {
        guard rawValue < 80 else { return nil }
        self.rawValue = rawValue
    }

    /// II, 0…15, when CL is 0. An acquisition squitter has II 0.
    public var interrogatorIdentifier: UInt8? { rawValue < 16 ? rawValue : nil }
    /// SI, 1…63, when CL is 1…4; `nil` too for CL 1 with IC 0, which names no radar.
    public var surveillanceIdentifier: UInt8? { rawValue > 16 ? rawValue - 16 : nil }
}
