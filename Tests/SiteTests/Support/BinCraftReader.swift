/// Reads binCraft as a client does: by the table of docs/http-api.md, with code of its own.
struct BinCraftReader {
    struct Aircraft {
        var hex = ""
        var seen = 0.0
        var latitude: Double?
        var longitude: Double?
        var seenPosition: Double?
        var barometricAltitude: Int?
        var isOnGround = false
        var groundSpeed: Double?
        var track: Double?
        var calculatedTrack = 0.0
        var squawk: String?
        var flight: String?
        var registration = ""
        var type = ""
        var typeNumber = 0
        var version = 0
        var temperatures: (outside: Int, total: Int)?
        var isIdent: Bool?
        var isAlert: Bool?
        var flags = 0
    }

    let bytes: [UInt8]
    let stride: Int
    let milliseconds: UInt64
    let positioned: Int
    let tile: UInt32
    /// South, west, north, east.
    let limits: [Int]
    let receiver: [Int]
    let version: Int
    private(set) var aircraft: [Aircraft] = []

    /// `nil` for what is no whole number of records.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 112, bytes.count % 112 == 0 else { return nil }
        self.bytes = bytes
        func number(_ at: Int, _ size: Int) -> UInt64 {
            (0..<size).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
        }
        func short(_ at: Int) -> Int { Int(Int16(truncatingIfNeeded: number(at, 2))) }
        func long(_ at: Int) -> Int { Int(Int32(truncatingIfNeeded: number(at, 4))) }
        milliseconds = number(0, 8)
        stride = Int(number(8, 4))
        positioned = Int(number(12, 4))
        tile = UInt32(number(16, 4))
        limits = [20, 22, 24, 26].map(short)
        receiver = [32, 36].map(long)
        version = Int(number(40, 4))
        for start in Swift.stride(from: 112, to: bytes.count, by: 112) {
            func has(_ byte: Int, _ mask: UInt8) -> Bool { bytes[start + byte] & mask != 0 }
            func text(_ at: Int, _ length: Int) -> String {
                String(decoding: bytes[(start + at)..<(start + at + length)].prefix { $0 != 0 }, as: UTF8.self)
            }
            var one = Aircraft()
            let address = number(start, 4)
            let digits = String(address & 0xFF_FFFF, radix: 16)
            one.hex = (address & 0x100_0000 != 0 ? "~" : "") + String(repeating: "0", count: 6 - digits.count) + digits
            one.seen = Double(long(start + 4)) / 10
            if has(73, 64) {
                one.longitude = Double(long(start + 8)) / 1e6
                one.latitude = Double(long(start + 12)) / 1e6
                one.seenPosition = Double(long(start + 108)) / 10
            }
            one.barometricAltitude = has(73, 16) ? short(start + 20) * 25 : nil
            one.isOnGround = bytes[start + 68] & 15 == 1
            one.groundSpeed = has(73, 128) ? Double(short(start + 34)) / 10 : nil
            let direction = Double(short(start + 40)) / 90
            if has(74, 8) { one.track = direction } else { one.calculatedTrack = direction }
            let code = String(number(start + 32, 2), radix: 16)
            one.squawk = has(76, 4) ? String(repeating: "0", count: 4 - code.count) + code : nil
            one.flight = has(73, 8) ? text(78, 8) : nil
            one.flags = Int(number(start + 86, 2))
            one.type = text(88, 4)
            one.registration = text(92, 12)
            one.typeNumber = Int(bytes[start + 67] >> 4)
            one.version = Int(bytes[start + 69] >> 4)
            one.temperatures = has(77, 32) ? (short(start + 52), short(start + 54)) : nil
            one.isIdent = has(76, 16) ? has(73, 4) : nil
            one.isAlert = has(77, 8) ? has(73, 2) : nil
            aircraft.append(one)
        }
    }
}
