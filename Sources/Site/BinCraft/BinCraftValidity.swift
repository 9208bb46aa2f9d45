/// Which fields of a binCraft record hold something: bytes 73 to 77, and three values that are bits themselves.
struct BinCraftValidity: OptionSet, Sendable {
    /// Byte 73 lowest.
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(byte: UInt64, bit: UInt64) { rawValue = 1 << ((byte - 73) * 8 + bit) }

    static let nicBaroValue = BinCraftValidity(byte: 73, bit: 0)
    static let alertValue = BinCraftValidity(byte: 73, bit: 1)
    static let identValue = BinCraftValidity(byte: 73, bit: 2)
    static let callsign = BinCraftValidity(byte: 73, bit: 3)
    static let barometricAltitude = BinCraftValidity(byte: 73, bit: 4)
    static let geometricAltitude = BinCraftValidity(byte: 73, bit: 5)
    static let position = BinCraftValidity(byte: 73, bit: 6)
    static let groundSpeed = BinCraftValidity(byte: 73, bit: 7)
    static let indicatedAirspeed = BinCraftValidity(byte: 74, bit: 0)
    static let trueAirspeed = BinCraftValidity(byte: 74, bit: 1)
    static let mach = BinCraftValidity(byte: 74, bit: 2)
    static let track = BinCraftValidity(byte: 74, bit: 3)
    static let trackRate = BinCraftValidity(byte: 74, bit: 4)
    static let roll = BinCraftValidity(byte: 74, bit: 5)
    static let magneticHeading = BinCraftValidity(byte: 74, bit: 6)
    static let trueHeading = BinCraftValidity(byte: 74, bit: 7)
    static let barometricRate = BinCraftValidity(byte: 75, bit: 0)
    static let geometricRate = BinCraftValidity(byte: 75, bit: 1)
    static let nicBaro = BinCraftValidity(byte: 75, bit: 4)
    static let nacP = BinCraftValidity(byte: 75, bit: 5)
    static let nacV = BinCraftValidity(byte: 75, bit: 6)
    static let sil = BinCraftValidity(byte: 75, bit: 7)
    static let gva = BinCraftValidity(byte: 76, bit: 0)
    static let sda = BinCraftValidity(byte: 76, bit: 1)
    static let squawk = BinCraftValidity(byte: 76, bit: 2)
    static let emergency = BinCraftValidity(byte: 76, bit: 3)
    static let ident = BinCraftValidity(byte: 76, bit: 4)
    static let pressureSetting = BinCraftValidity(byte: 76, bit: 5)
    static let selectedAltitude = BinCraftValidity(byte: 76, bit: 6)
    static let managedAltitude = BinCraftValidity(byte: 76, bit: 7)
    static let selectedHeading = BinCraftValidity(byte: 77, bit: 1)
    static let modes = BinCraftValidity(byte: 77, bit: 2)
    static let alert = BinCraftValidity(byte: 77, bit: 3)
    static let wind = BinCraftValidity(byte: 77, bit: 4)
    static let temperature = BinCraftValidity(byte: 77, bit: 5)
}
