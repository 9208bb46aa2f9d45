public import Aero

/// Compact position reporting, from a place to 17 + 17 bits.
///
/// - Source: RTCA DO-260B, A.1.7.3 (airborne) and A.1.7.6 (surface), NZ = 15.
public struct CPREncoding: Hashable, Sendable {
    /// 17 bits.
    public let latitude: UInt32
    /// 17 bits.
    public let longitude: UInt32
    /// The F bit: odd when set.
    public let isOdd: Bool

    /// The airborne form: one cell is about 360 NM high, one step 5.1 m.
    public static func airborne(_ position: Position, odd: Bool) -> CPREncoding {
        CPREncoding(position, odd: odd, scale: 131_072)
    }

    /// The surface form: one cell is about 90 NM high, one step 1.3 m; only the low 17 of 19 bits are sent.
    public static func surface(_ position: Position, odd: Bool) -> CPREncoding {
        CPREncoding(position, odd: odd, scale: 524_288)
    }

    private init(_ position: Position, odd: Bool, scale: Double) {
        let zone = 360 / Double(odd ? 59 : 60)
        let zones = (position.latitude / zone).rounded(.down)
        let row = ((position.latitude / zone - zones) * scale + 0.5).rounded(.down)
        // The number of longitude zones is that of the latitude the receiver will compute, not of the true one.
        let seen = zone * (row / scale + zones)
        let count = LongitudeZones.count(atLatitude: seen) - (odd ? 1 : 0)
        let width = 360 / Double(max(1, count))
        let share = position.longitude / width
        let column = ((share - share.rounded(.down)) * scale + 0.5).rounded(.down)
        latitude = UInt32(row) & 0x1_FFFF
        longitude = UInt32(column) & 0x1_FFFF
        isOdd = odd
    }
}
