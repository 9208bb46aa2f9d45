public import Aero
import ModeS

/// Reads a readsb trace (`trace_full_<hex>.json`, unpacked) row by row. Total on any bytes.
///
/// The bytes are handed in with each call, always the same ones: a structure cannot keep a span.
///
/// Besides what readsb writes, our own exports have a member `pelacak`: `{"kind": …, "names": [[ms, field, value], …], "unlocated": [row, …]}`,
/// what the form has no place for. Other programs pass over it.
/// - Source: readsb, README-json.md, "trace jsons".
public struct TraceDocumentReader: Sendable {
    public let address: AircraftAddress
    /// What our own export says an address is worth; `nil` where it is as the address itself says.
    public let kind: String?
    /// Seconds since 1970 from which the rows count.
    public let start: Double
    /// As the writer's list had it; printable ASCII, at most 32 characters.
    public let registration: String?
    public let typeCode: String?
    public let isSimulated: Bool
    /// Whether the document tells since when names hold (`names`); they are then not to be taken from the objects.
    public var hasNames: Bool { names != nil }
    /// Rows passed over: too few columns, or no possible time or place.
    public private(set) var badRows = 0
    /// Values of the wrong type or outside the possible; each was left out, the rest of its row used.
    public private(set) var badFields = 0

    private let names: Range<Int>?
    private let unlocated: Range<Int>?
    private var scanner: JSONScanner
    private var isFirst = true
    private var isInUnlocated = false
    private var isOver = false

    /// Looks through a document and stands before its first row.
    public init(_ bytes: Span<UInt8>) throws(TraceDocumentError) {
        let outline = try TraceOutline(bytes)
        guard let address = outline.address else { throw .noAddress }
        guard let start = outline.start else { throw .noTime }
        guard let trace = outline.trace else { throw .noTrace }
        self.address = address
        self.start = start
        kind = outline.kind
        registration = outline.registration
        typeCode = outline.typeCode
        isSimulated = outline.isSimulated
        names = outline.names
        unlocated = outline.unlocated
        scanner = JSONScanner(at: trace.lowerBound + 1)
    }

    /// The next row that can be used; `nil` behind the last. Rows with no position come last.
    public mutating func next(_ bytes: Span<UInt8>) throws(TraceDocumentError) -> TraceRow? {
        while !isOver {
            guard let isThere = scanner.element(bytes, isFirst: isFirst) else {
                throw .malformed(offset: scanner.position)
            }
            guard isThere else {
                nextList()
                continue
            }
            isFirst = false
            guard scanner.take(UInt8(ascii: "["), bytes) else {
                guard scanner.value(bytes) != nil else { throw .malformed(offset: scanner.position) }
                badRows += 1
                continue
            }
            if let row = try row(bytes) { return row }
            badRows += 1
        }
        return nil
    }

    /// The names of our own part, in their order; what cannot be one is passed over.
    ///
    /// - Parameter limit: at most so many.
    public func names(_ bytes: Span<UInt8>, limit: Int = 100_000) throws(TraceDocumentError) -> [TraceName] {
        guard let names else { return [] }
        var scanner = JSONScanner(at: names.lowerBound + 1)
        var found: [TraceName] = []
        var isFirst = true
        while found.count < limit {
            guard let isThere = scanner.element(bytes, isFirst: isFirst),
                let value = isThere ? scanner.value(bytes) : .null
            else { throw .malformed(offset: scanner.position) }
            guard isThere else { break }
            isFirst = false
            if case .nested(let range) = value, let name = Self.name(range, bytes) { found.append(name) }
        }
        return found
    }

    // MARK: - Parts

    private mutating func nextList() {
        guard !isInUnlocated, let unlocated else {
            isOver = true
            return
        }
        isInUnlocated = true
        isFirst = true
        scanner = JSONScanner(at: unlocated.lowerBound + 1)
    }

    private static func name(_ range: Range<Int>, _ bytes: Span<UInt8>) -> TraceName? {
        guard bytes[range.lowerBound] == UInt8(ascii: "[") else { return nil }
        var scanner = JSONScanner(at: range.lowerBound + 1)
        guard scanner.element(bytes, isFirst: true) == true, case .number(let time)? = scanner.value(bytes),
            (-9e15...9e15).contains(time), scanner.element(bytes, isFirst: false) == true,
            case .text(let field)? = scanner.value(bytes), scanner.element(bytes, isFirst: false) == true,
            case .text(let value)? = scanner.value(bytes), let fieldText = JSONText.name(bytes, field)
        else { return nil }
        // Empty: no longer told.
        let text = value.isEmpty ? "" : JSONText.name(bytes, value)
        return text.map { TraceName(milliseconds: Int64(time), field: fieldText, value: $0) }
    }

    /// Reads a row whose `[` has been taken.
    private mutating func row(_ bytes: Span<UInt8>) throws(TraceDocumentError) -> TraceRow? {
        var columns = TraceColumns()
        while true {
            guard let isThere = scanner.element(bytes, isFirst: columns.count == 0) else {
                throw .malformed(offset: scanner.position)
            }
            guard isThere else { break }
            guard let value = scanner.value(bytes) else { throw .malformed(offset: scanner.position) }
            columns.take(value, bytes)
        }
        badFields += columns.badFields
        return columns.row(since: start, needsPosition: !isInUnlocated)
    }
}
