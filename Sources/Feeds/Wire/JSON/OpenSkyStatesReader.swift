public import Aero
public import ModeS

/// Reads OpenSky's state vectors into claims.
///
/// A document is `{"time": …, "states": [[…], …]}`, a row of 17 columns, or 18 with the category; `states` is `null` when there are none.
/// Metres and metres a second become feet, knots and feet a minute. The time of the values is the row's last contact, that of the
/// position its own; a row that is not newer than the last of its address is passed over, and so is a position.
/// - Source: OpenSky REST API, "All State Vectors", response.
public struct OpenSkyStatesReader: Sendable {
    public typealias Limits = AircraftObjectReader.Limits
    public typealias Counters = AircraftObjectReader.Counters

    /// What was read and passed over, since the reader was made.
    public private(set) var counters = Counters()

    private let limits: Limits
    /// Last contact and time of the last position of each address, in whole seconds since 1970.
    private var last: [UInt32: (contact: Int64, position: Int64)] = [:]

    /// A clock may be ahead of ours by that much. Seconds.
    private static let tolerance = 2.0
    /// A row may lie that far before its document. Seconds.
    private static let oldest = 3600.0

    /// A reader; it keeps what was said last, so that one belongs to one question.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - arrival: when the document came, UTC. A document ahead of it is moved back to it, with all its rows.
    ///   - reports: what is new goes to its end, in the document's order; nothing does when this throws.
    public mutating func read(
        document bytes: Span<UInt8>,
        arrival: Timestamp,
        into reports: inout [ClaimedReport]
    ) throws(AircraftDocumentError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count) }
        let outline = try Self.outline(bytes)
        guard let list = outline.states else { throw .noAircraft }
        var shift = 0.0
        let own = outline.time.map { Timestamp(seconds: $0) } ?? arrival
        if own.seconds(since: arrival) > Self.tolerance {
            shift = arrival.seconds(since: own)
            counters.clockDisagreements &+= 1
        }
        guard !list.isEmpty else { return }
        let before = reports.count
        do { try read(rows: list, of: bytes, time: own, shift: shift, into: &reports) } catch {
            reports.removeLast(reports.count - before)
            throw error
        }
        let limit = Int64(own.seconds - 2 * Self.oldest)
        if last.count > 10_000 { last = last.filter { $0.value.contact > limit } }
    }

    /// How many addresses are remembered.
    var rememberedAddresses: Int { last.count }

    // MARK: - Document

    private static func outline(
        _ bytes: Span<UInt8>
    ) throws(AircraftDocumentError) -> (time: Double?, states: Range<Int>?) {
        var scanner = JSONScanner()
        var time: Double?
        var states: Range<Int>?
        guard scanner.take(UInt8(ascii: "{"), bytes) else { throw .malformed(offset: scanner.position) }
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { throw .malformed(offset: scanner.position) }
            if scanner.isObjectOver { break }
            isFirst = false
            guard let value = scanner.value(bytes) else { throw .malformed(offset: scanner.position) }
            if JSONText.equals(bytes, key, "time"), case .number(let number) = value {
                time = AircraftObject.seconds(ofNow: number)
            } else if JSONText.equals(bytes, key, "states") {
                if case .nested(let range) = value, bytes[range.lowerBound] == UInt8(ascii: "[") { states = range }
                if case .null = value { states = 0..<0 }
            }
        }
        guard scanner.isAtEnd(bytes) else { throw .malformed(offset: scanner.position) }
        return (time, states)
    }

    private mutating func read(
        rows: Range<Int>,
        of bytes: Span<UInt8>,
        time: Timestamp,
        shift: Double,
        into reports: inout [ClaimedReport]
    ) throws(AircraftDocumentError) {
        var scanner = JSONScanner(at: rows.lowerBound + 1)
        var count = 0
        while true {
            guard let isThere = scanner.element(bytes, isFirst: count == 0) else {
                throw .malformed(offset: scanner.position)
            }
            guard isThere else { return }
            count += 1
            guard count <= limits.aircraft else { throw .tooMany(aircraft: limits.aircraft) }
            guard scanner.take(UInt8(ascii: "["), bytes) else {
                // Something else than a row: stepped over.
                guard scanner.value(bytes) != nil else { throw .malformed(offset: scanner.position) }
                counters.badObjects &+= 1
                continue
            }
            var row = OpenSkyState()
            guard row.read(&scanner, bytes) else { throw .malformed(offset: scanner.position) }
            give(&row, time: time, shift: shift, into: &reports)
        }
    }

    /// Puts the times into a row's report and gives it out, if it says something new.
    private mutating func give(
        _ row: inout OpenSkyState,
        time: Timestamp,
        shift: Double,
        into reports: inout [ClaimedReport]
    ) {
        counters.badFields &+= row.badFields
        guard let address = row.address, let contact = row.contact, row.columns >= 17,
            abs(time.seconds(since: Timestamp(seconds: contact))) <= Self.oldest
        else {
            counters.badObjects &+= 1
            return
        }
        let known = last[address.rawValue] ?? (.min, .min)
        guard Int64(contact) > known.contact else {
            counters.notNewer &+= 1
            return
        }
        var report = row.report
        report.address = address
        // A contact behind the document's own time would lie in the future.
        report.time = Timestamp(seconds: min(contact, time.seconds) + shift)
        var positioned = known.position
        if let position = row.position {
            let heard = min(row.positionTime ?? contact, contact)
            if Int64(heard) > known.position {
                positioned = Int64(heard)
                report.position = position
                if heard != contact { report.positionTime = Timestamp(seconds: min(heard, time.seconds) + shift) }
            } else {
                report.statedClass = nil
            }
        }
        last[address.rawValue] = (Int64(contact), positioned)
        counters.reports &+= 1
        reports.append(report)
    }
}
