public import Aero
public import ModeS

/// Reads aircraft objects as readsb and the v2 aggregators write them, one by one or in a document, into claims.
///
/// A document is `{"now": …, "aircraft": […]}` or `{"ac": […], "now": …}`, `now` in seconds or milliseconds; a line is one object with
/// its own `now`. The time of the values is `now - seen`, that of the position `now - seen_pos`. What an object says again is not given
/// again: one that is not newer than the last of its address is passed over, and so is a position that is not newer.
/// Members nobody knows are passed over, `r_dst` and `r_dir` among them: they give a receiver's place away.
/// - Source: readsb, README-json.md.
public struct AircraftObjectReader: Sendable {
    /// What is read at most.
    public struct Limits: Hashable, Sendable {
        /// Of a document.
        public var bytes = 64 * 1024 * 1024
        /// In a document.
        public var aircraft = 200_000

        public init() {}
    }

    /// What was read and passed over, since the reader was made.
    public struct Counters: Hashable, Sendable {
        /// Reports given out.
        public var reports: UInt64 = 0
        /// Objects that say nothing newer than the last of their address.
        public var notNewer: UInt64 = 0
        /// Values of the wrong type or outside the possible; each was left out, the rest of its object used.
        public var badFields: UInt64 = 0
        /// Objects passed over: without a readable address, or with an age nobody can believe.
        public var badObjects: UInt64 = 0
        /// Times `now` was not believed and arrival taken instead.
        public var clockDisagreements: UInt64 = 0

        public init() {}
    }

    public private(set) var counters = Counters()
    /// Whether anything read so far said that it is simulated (`"simulated": true`).
    public private(set) var sawSimulationMark = false
    /// Seconds the last `now` lay before its arrival; `nil` while there was none. A large number is a clock that is slow, or a document
    /// that is not written any more.
    public private(set) var delay: Double?

    private let base: TimeBase
    private let limits: Limits
    /// When each address spoke last, and its position, in nanoseconds since 1970.
    private var last: [UInt32: (time: Int64, position: Int64)] = [:]
    private var lastNow: Timestamp

    /// `seen` is rounded to 0.1 s: the same message may seem that much newer the next time.
    private static let rounding: Int64 = 101_000_000
    /// A clock may be ahead of ours by that much, and a line's be off by it. Seconds.
    private static let tolerance = 2.0

    /// A reader; it keeps what was said last, so that one belongs to one other program.
    ///
    /// - Parameter time: `arrival` for what comes in now; a recording keeps its own times.
    public init(time: TimeBase = .arrival, limits: Limits = Limits()) {
        base = time
        self.limits = limits
        lastNow = Timestamp(nanoseconds: 0)
        if case .recording(let start) = time { lastNow = start }
    }

    /// Reads a document. Its `now` counts unless it lies more than 2 s after its arrival: then the arrival does.
    ///
    /// - Parameters:
    ///   - arrival: when the document came, UTC.
    ///   - reports: what is new goes to its end, in the document's order; nothing does when this throws.
    public mutating func read(
        document bytes: Span<UInt8>,
        arrival: Timestamp,
        into reports: inout [ClaimedReport]
    ) throws(AircraftDocumentError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count) }
        let outline = try AircraftDocumentOutline(bytes)
        if outline.isSimulated { sawSimulationMark = true }
        guard let list = outline.aircraft else { throw .noAircraft }
        let now = time(ofNow: outline.now, arrival: arrival, isLine: false)
        if now.seconds(since: lastNow) < -60 { last.removeAll(keepingCapacity: true) }
        lastNow = now
        let before = reports.count
        guard !list.isEmpty else { return }
        do { try read(list: list, of: bytes, now: now, into: &reports) } catch {
            reports.removeLast(reports.count - before)
            throw error
        }
        forgetOld(now)
    }

    /// Reads one object with its own `now`, as readsb's JSON port writes them line by line. A `now` more than 2 s off its arrival is not
    /// believed.
    ///
    /// - Returns: `false` if the bytes are not one JSON object.
    public mutating func read(line bytes: Span<UInt8>, arrival: Timestamp, into reports: inout [ClaimedReport]) -> Bool
    {
        var scanner = JSONScanner()
        var object = AircraftObject()
        guard read(&object, &scanner, bytes, AircraftObjectField.table), scanner.isAtEnd(bytes) else { return false }
        let now = time(ofNow: object.now, arrival: arrival, isLine: true)
        lastNow = now
        give(&object, now: now, into: &reports)
        if last.count > limits.aircraft { forgetOld(now) }
        return true
    }

    /// How many addresses are remembered.
    var rememberedAddresses: Int { last.count }

    // MARK: - Reading

    private mutating func read(
        list: Range<Int>,
        of bytes: Span<UInt8>,
        now: Timestamp,
        into reports: inout [ClaimedReport]
    ) throws(AircraftDocumentError) {
        var scanner = JSONScanner(at: list.lowerBound + 1)
        let table = AircraftObjectField.table
        var count = 0
        while true {
            guard let isThere = scanner.element(bytes, isFirst: count == 0) else {
                throw .malformed(offset: scanner.position)
            }
            guard isThere else { return }
            count += 1
            guard count <= limits.aircraft else { throw .tooMany(aircraft: limits.aircraft) }
            var object = AircraftObject()
            guard read(&object, &scanner, bytes, table) else { throw .malformed(offset: scanner.position) }
            give(&object, now: now, into: &reports)
        }
    }

    /// Reads one object.
    private func read(
        _ object: inout AircraftObject,
        _ scanner: inout JSONScanner,
        _ bytes: Span<UInt8>,
        _ table: JSONKeyTable<AircraftObjectField>
    ) -> Bool {
        guard scanner.take(UInt8(ascii: "{"), bytes) else { return false }
        var isFirst = true
        while true {
            guard let key = scanner.key(bytes, isFirst: isFirst) else { return false }
            if scanner.isObjectOver { return true }
            isFirst = false
            guard let value = scanner.value(bytes) else { return false }
            if let field = table.field(bytes, key) { object.take(field, value, bytes) }
        }
    }

    /// Puts who and when into a report and gives it out, if it says something new.
    private mutating func give(_ object: inout AircraftObject, now: Timestamp, into reports: inout [ClaimedReport]) {
        counters.badFields &+= object.badFields
        if object.isSimulated { sawSimulationMark = true }
        guard let address = object.address, !object.hasBadAge else {
            counters.badObjects &+= 1
            return
        }
        var report = object.report
        report.address = address
        report.time = now.advanced(bySeconds: -max(0, object.seen ?? 0))
        let known = last[address.rawValue] ?? (.min, .min)
        guard report.time.nanoseconds > Self.sum(known.time) else {
            counters.notNewer &+= 1
            return
        }
        var positioned = known.position
        if let position = object.position {
            let heard = object.seenPosition.map { now.advanced(bySeconds: -max(0, $0)) } ?? report.time
            if heard.nanoseconds > Self.sum(known.position) {
                positioned = heard.nanoseconds
                report.position = position
                if heard != report.time { report.positionTime = heard }
            }
        }
        if report.position == nil {
            // They belong to a position.
            report.nic = nil
            report.containmentRadius = nil
        }
        last[address.rawValue] = (report.time.nanoseconds, positioned)
        counters.reports &+= 1
        reports.append(report)
    }

    private static func sum(_ time: Int64) -> Int64 { time == .min ? .min : time &+ rounding }

    // MARK: - Time

    private mutating func time(ofNow seconds: Double?, arrival: Timestamp, isLine: Bool) -> Timestamp {
        let own = seconds.map { Timestamp(seconds: $0) }
        if case .recording = base { return own ?? lastNow }
        guard let own else { return arrival }
        let late = arrival.seconds(since: own)
        delay = late
        if late >= -Self.tolerance, !isLine || late <= Self.tolerance { return own }
        counters.clockDisagreements &+= 1
        return arrival
    }

    /// Keeps the memory small: an address silent for ten minutes is new again.
    private mutating func forgetOld(_ now: Timestamp) {
        let limit = now.advanced(bySeconds: -600).nanoseconds
        if last.count > 2_000 { last = last.filter { $0.value.time >= limit } }
        if last.count > limits.aircraft { last.removeAll(keepingCapacity: false) }
    }
}
