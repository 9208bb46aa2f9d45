import Aero

/// A line of ours as far as it gives a frame again; what was decoded from the frame is passed over.
struct MessageLine {
    /// Where the digits of the frame are.
    private(set) var raw: Range<Int>?
    private(set) var time: Timestamp?
    /// dBFS.
    private(set) var level: Float?
    private(set) var receiver: Range<Int>?
    private(set) var repairedBits: UInt8 = 0
    private(set) var correctedBytes: UInt8 = 0
    private(set) var isModeAC = false
    private(set) var isUAT = false
    /// The frame is made up around a computed position.
    private(set) var isComputed = false
    private(set) var isSimulated = false
    /// The line is an aircraft object of readsb.
    private(set) var hasHex = false
    private(set) var badFields: UInt64 = 0

    private enum Member: Sendable {
        case raw, time, level, receiver, repairedBits, correctedBytes, modeAC, uat, computed, simulated, hex
    }

    private static let table = JSONKeyTable<Member>([
        ("raw", .raw), ("time", .time), ("rssi", .level), ("receiver", .receiver), ("repaired_bits", .repairedBits),
        ("corrected_bytes", .correctedBytes), ("mode_ac", .modeAC), ("uat", .uat), ("mlat", .computed),
        ("simulated", .simulated), ("hex", .hex),
    ])

    /// Reads a line; `nil` unless it is one JSON object.
    init?(_ bytes: Span<UInt8>) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), bytes) else { return nil }
        let table = Self.table
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { return nil }
            if scanner.isObjectOver { break }
            isFirst = false
            guard let value = scanner.value(bytes) else { return nil }
            if let member = table.field(bytes, key) { take(member, value) }
        }
        guard scanner.isAtEnd(bytes) else { return nil }
    }

    private mutating func take(_ member: Member, _ value: JSONScanner.Value) {
        switch (member, value) {
        case (_, .null): break
        case (.raw, .text(let range)): raw = range
        case (.time, .number(let number)):
            time = JSONText.instant(number)
            if time == nil { badFields &+= 1 }
        case (.level, .number(let number)) where (-200...10).contains(number): level = Float(number)
        case (.receiver, .text(let range)): receiver = range
        case (.repairedBits, .number(let number)) where (0...112).contains(number): repairedBits = UInt8(number)
        case (.correctedBytes, .number(let number)) where (0...255).contains(number): correctedBytes = UInt8(number)
        case (.modeAC, .flag(let flag)): isModeAC = flag
        case (.uat, .number): isUAT = true
        case (.computed, .flag(let flag)): isComputed = flag
        // In readsb's objects a list.
        case (.computed, .nested): break
        case (.simulated, .flag(let flag)): isSimulated = flag
        case (.hex, .text): hasHex = true
        default: badFields &+= 1
        }
    }
}
