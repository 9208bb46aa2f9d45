/// Half of a position in compact position reporting: 17 bits each of latitude and longitude, even or odd.
///
/// - Source: RTCA DO-260B, A.1.7.
public struct CPRFrame: Hashable, Sendable {
    /// F: odd; else even.
    public let isOdd: Bool
    /// YZ, 0…131071.
    public let latitude: UInt32
    /// XZ, 0…131071.
    public let longitude: UInt32

    /// A half by its numbers; only their low 17 bits are used.
    public init(isOdd: Bool, latitude: UInt32, longitude: UInt32) {
        self.isOdd = isOdd
        self.latitude = latitude & 0x1FFFF
        self.longitude = longitude & 0x1FFFF
    }

    init(_ field: Field56) {
        self.init(isOdd: field.bit(22), latitude: field.bits(23, 39), longitude: field.bits(40, 56))
    }
}
