/// Where the parts of a document of aircraft are; `now` may stand behind the list.
struct AircraftDocumentOutline {
    /// Seconds since 1970.
    var now: Double?
    /// The list, brackets included; empty for `null`.
    var aircraft: Range<Int>?
    var isSimulated = false

    private enum Member: Sendable { case now, aircraft, simulated }
    private static let table = JSONKeyTable<Member>([
        ("now", .now), ("aircraft", .aircraft), ("ac", .aircraft), ("simulated", .simulated),
    ])

    /// Looks through a document.
    init(_ bytes: Span<UInt8>) throws(AircraftDocumentError) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), bytes) else { throw .malformed(offset: scanner.position) }
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { throw .malformed(offset: scanner.position) }
            if scanner.isObjectOver { break }
            isFirst = false
            guard let value = scanner.value(bytes) else { throw .malformed(offset: scanner.position) }
            switch (Self.table.field(bytes, key), value) {
            case (.now, .number(let number)): now = AircraftObject.seconds(ofNow: number)
            case (.aircraft, .nested(let range)) where bytes[range.lowerBound] == UInt8(ascii: "["): aircraft = range
            case (.aircraft, .null): aircraft = 0..<0
            case (.simulated, .flag(true)): isSimulated = true
            default: break
            }
        }
        guard scanner.isAtEnd(bytes) else { throw .malformed(offset: scanner.position) }
    }
}
