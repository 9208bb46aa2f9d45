public import Aero

/// Common usage capability report, BDS 1,7: which registers hold valid data now.
///
/// - Source: ICAO Doc 9871, table A-2-23. Bits 27 to 29 are E,1 E,2 and F,1; 25 and 26 are reserved for aircraft capability and allowed
///   to be set; 30 to 56 are zero.
public struct BDS17: RegisterLayout {
    public static let register = BDSRegister.bds17
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.bit(7) && mb.isZero(30, 56) }

    public init?(mb: Field56) {
        guard BDS17.fits(mb) else { return nil }
        field = mb
    }

    /// Register numbers in the order of the bits; 0 where the table has none.
    static let order: [UInt8] = [
        0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x20, 0x21, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x48, 0x50, 0x51, 0x52,
        0x53, 0x54,
        0x55, 0x56, 0x5F, 0x60, 0, 0, 0xE1, 0xE2, 0xF1,
    ]

    /// The registers served, of those that this library knows.
    public var registers: RegisterSet {
        var result = RegisterSet()
        for place in BDS17.order.indices where field.bit(place + 1) {
            if let register = BDSRegister(rawValue: BDS17.order[place]) { result.insert(register) }
        }
        return result
    }

    /// The numbers of all registers served, also of those whose content is not public.
    public var registerNumbers: [UInt8] {
        BDS17.order.enumerated().filter { $0.element != 0 && field.bit($0.offset + 1) }.map(\.element)
    }

    public func contradiction(at altitude: Feet?) -> Double { field.isZero(25, 26) ? 0 : 3 }
    public var valueCount: Int { field.rawValue.nonzeroBitCount }
}
