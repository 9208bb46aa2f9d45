import Aero

/// The members of a trace document besides its rows; they may stand before or behind them.
struct TraceOutline {
    var address: AircraftAddress?
    /// Seconds since 1970.
    var start: Double?
    var registration: String?
    var typeCode: String?
    var isSimulated = false
    /// The list, brackets included.
    var trace: Range<Int>?
    /// Our own part: an object, brackets included.
    var own: Range<Int>?
    /// Of our own part.
    var kind: String?
    var names: Range<Int>?
    var unlocated: Range<Int>?

    private enum Member: Sendable { case icao, timestamp, registration, typeCode, simulated, trace, own }
    private static let table = JSONKeyTable<Member>([
        ("icao", .icao), ("timestamp", .timestamp), ("r", .registration), ("t", .typeCode), ("simulated", .simulated),
        ("trace", .trace), ("pelacak", .own),
    ])

    private enum OwnMember: Sendable { case kind, names, unlocated }
    private static let ownTable = JSONKeyTable<OwnMember>([
        ("kind", .kind), ("names", .names), ("unlocated", .unlocated),
    ])

    /// Looks through a document.
    init(_ bytes: Span<UInt8>) throws(TraceDocumentError) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), bytes) else { throw .malformed(offset: scanner.position) }
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { throw .malformed(offset: scanner.position) }
            if scanner.isObjectOver { break }
            isFirst = false
            guard let value = scanner.value(bytes) else { throw .malformed(offset: scanner.position) }
            if let member = Self.table.field(bytes, key) { take(member, value, bytes) }
        }
        guard scanner.isAtEnd(bytes) else { throw .malformed(offset: scanner.position) }
        if let own { try readOwn(own, bytes) }
    }

    private mutating func take(_ member: Member, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        switch (member, value) {
        case (.icao, .text(let range)): address = JSONText.address(bytes, range)
        case (.timestamp, .number(let number)) where (0...7_258_118_400).contains(number): start = number
        case (.registration, .text(let range)): registration = JSONText.name(bytes, range)
        case (.typeCode, .text(let range)): typeCode = JSONText.name(bytes, range)
        case (.simulated, .flag(true)): isSimulated = true
        case (.trace, .nested(let range)) where bytes[range.lowerBound] == UInt8(ascii: "["): trace = range
        case (.own, .nested(let range)) where bytes[range.lowerBound] == UInt8(ascii: "{"): own = range
        default: break
        }
    }

    private mutating func readOwn(_ range: Range<Int>, _ bytes: Span<UInt8>) throws(TraceDocumentError) {
        var scanner = JSONScanner(at: range.lowerBound + 1)
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { throw .malformed(offset: scanner.position) }
            if scanner.isObjectOver { return }
            isFirst = false
            guard let value = scanner.value(bytes) else { throw .malformed(offset: scanner.position) }
            switch (Self.ownTable.field(bytes, key), value) {
            case (.kind, .text(let range)): kind = JSONText.name(bytes, range)
            case (.names, .nested(let range)) where bytes[range.lowerBound] == UInt8(ascii: "["): names = range
            case (.unlocated, .nested(let range)) where bytes[range.lowerBound] == UInt8(ascii: "["): unlocated = range
            default: break
            }
        }
    }
}
