import Aero
import ModeS

/// Makes the archive's rows out of what a table takes in.
///
/// A plain value without a clock: the same input and the same calls give the same rows. Every position that was believed becomes a row
/// with what was known and fresh when it came; an aircraft without positions gets a row at a change and once a minute while it is heard;
/// what it calls itself is written down when it changes. Rows are held back for `Configuration.holdSeconds`, so that all who heard the
/// message are in its row, and come out in the order of time.
///
/// What is known when a position comes depends on what came before: where messages of different receivers overtake each other, put a
/// `ReceptionOrder` before the table, and the rows are the same whatever the order of arrival. Without, a row may hold the speed of half a
/// second earlier or later, and a position that another overtook is none.
public struct ObservationWriter: Sendable {
    /// How rows are made. All numbers are ours.
    public struct Configuration: Sendable {
        /// How long a row waits for further receivers' copies. A copy is one up to 2 s later (`Deduplicator`).
        public var holdSeconds = 2.0
        /// A value older than this is not put into a row.
        public var freshSeconds = 30.0
        /// The same for what is sent seldom, in `ObservationDetails`.
        public var freshDetailSeconds = 60.0
        /// A silence longer than this is a gap, as in `Trail`.
        public var gapSeconds = 120.0
        /// An aircraft without a position for so long gets rows without.
        public var positionlessSeconds = 60.0
        /// The longest time between two rows of an aircraft that is heard and has no positions.
        public var restSeconds = 60.0
        /// Details are written with the first position of each such stretch of UTC, if they changed: about every fourth.
        public var detailMilliseconds: Int64 = 2_000
        /// Changes of one field of one aircraft that are written down in a quarter of an hour; at most 254.
        public var nameChanges = 8
        /// Rows that wait at most; the oldest go out before their time.
        public var mostWaiting = 400_000
        /// Aircraft that are remembered at most; then the longer silent half is forgotten.
        public var mostAircraft = 131_072
        /// An aircraft that was silent for so long is forgotten.
        public var silenceSeconds = 3_600.0
        public init() {}
    }

    /// What became of rows.
    public struct Statistics: Hashable, Sendable {
        public internal(set) var positions = 0
        /// Rows without a position.
        public internal(set) var others = 0
        public internal(set) var names = 0
        /// Changes of names that were left out, because they came too often.
        public internal(set) var namesLeft = 0
        /// Rows that went out before further copies could come, because too many waited.
        public internal(set) var hurried = 0
        /// Rows that were lost because nobody fetched them.
        public internal(set) var lost = 0
    }

    public let configuration: Configuration
    public internal(set) var statistics = Statistics()
    /// Terms of the feeds that are not our own receivers. A row holds values of one set of terms.
    public var terms: [FeedID: FeedTerms] = [:]

    var aircraft = ObservedFleet()
    var waiting: [WaitingRow] = []
    var waitingNames: [WaitingName] = []
    private var settled: Timestamp?
    private var forgotten: Timestamp?

    /// Rows are looked through once in so long.
    private static let settleNanoseconds: Int64 = 250_000_000
    /// As in the table's `expire`. Seconds.
    private static let futureSeconds = 30.0
    private static let forgetNanoseconds: Int64 = 60_000_000_000

    /// The last instant of a grid that is not later.
    private static func onGrid(_ time: Timestamp, _ step: Int64) -> Timestamp {
        let past = (time.nanoseconds % step + step) % step
        return Timestamp(nanoseconds: time.nanoseconds.subtractingReportingOverflow(past).partialValue)
    }

    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// How many rows wait.
    public var waitingCount: Int { waiting.count + waitingNames.count }

    func terms(of feed: FeedID) -> FeedTerms { terms.isEmpty ? .own : terms[feed] ?? .own }

    /// Leaves out rows that wait.
    ///
    /// - Parameter isKept: whether a row of an aircraft stays.
    public mutating func keepWaiting(_ isKept: (ArchivedAircraft, Observation) -> Bool) {
        waiting.removeAll { !isKept($0.aircraft, $0.observation) }
    }

    /// Forgets what waits of one feed.
    ///
    /// - Parameter isKnown: whether an aircraft is there without it; of the others it is forgotten what was told.
    mutating func forget(_ feed: FeedID, _ isKnown: (AircraftAddress) -> Bool) {
        waiting.removeAll { $0.feed == feed }
        waitingNames.removeAll { $0.feed == feed }
        aircraft.keep { isKnown($0.address) }
    }

    // MARK: - Taking out

    /// Takes out what has waited long enough.
    ///
    /// - Parameters:
    ///   - time: now, as the rows' times count.
    ///   - hearings: who heard the message of a row; `nil` for one receiver.
    ///   - number: the archive's number of a receiver, by its feed and the number the feed gives it.
    /// - Returns: a batch for each set of terms, in time order.
    mutating func settle(
        at time: Timestamp,
        hearings: (WaitingRow) -> Hearings?,
        number: (FeedID, UInt64?) -> UInt32
    ) -> [ObservationBatch] {
        let isCrowded = waiting.count > configuration.mostWaiting
        // What is ready depends on the grid alone, not on how often somebody asks.
        let now = Self.onGrid(time, Self.settleNanoseconds)
        guard now != settled || isCrowded else { return [] }
        settled = now
        forget(at: Self.onGrid(time, Self.forgetNanoseconds))
        var limit = now.advanced(bySeconds: -configuration.holdSeconds)
        // What says that it is of the future has nothing to wait for.
        let future = now.advanced(bySeconds: configuration.holdSeconds)
        if isCrowded {
            let median = waiting.map(\.time).sorted()[waiting.count / 2]
            statistics.hurried += waiting.count { $0.time > limit && $0.time <= median }
            limit = max(limit, median)
        }
        return take({ $0 <= limit || $0 > future }, hearings, number)
    }

    /// Takes out everything, at the end.
    mutating func finish(
        hearings: (WaitingRow) -> Hearings?,
        number: (FeedID, UInt64?) -> UInt32
    ) -> [ObservationBatch] {
        take({ _ in true }, hearings, number)
    }

    private mutating func take(
        _ isReady: (Timestamp) -> Bool,
        _ hearings: (WaitingRow) -> Hearings?,
        _ number: (FeedID, UInt64?) -> UInt32
    ) -> [ObservationBatch] {
        var composer = BatchComposer()
        var rows: [WaitingRow] = []
        waiting.removeAll { row in
            if isReady(row.time) { rows.append(row) }
            return isReady(row.time)
        }
        for index in Self.order(rows, by: { ($0.time, $0.aircraft) }) {
            composer.add(rows[index], hearings(rows[index]), terms(of: rows[index].feed), number)
        }
        var names: [WaitingName] = []
        waitingNames.removeAll { name in
            if isReady(name.time) { names.append(name) }
            return isReady(name.time)
        }
        for index in Self.order(names, by: { ($0.time, $0.change.aircraft) }) {
            composer.add(names[index].change, terms(of: names[index].feed))
        }
        return composer.batches
    }

    /// The places of rows in the order of time; those of one aircraft and time stay as they came.
    private static func order<Row>(_ rows: [Row], by key: (Row) -> (Timestamp, ArchivedAircraft)) -> [Int] {
        rows.indices.map { (key: key(rows[$0]), index: $0) }
            .sorted { ($0.key.0, $0.key.1, $0.index) < ($1.key.0, $1.key.1, $1.index) }
            .map(\.index)
    }

    /// Forgets aircraft that fell silent, and those of before a clock was set back.
    private mutating func forget(at time: Timestamp) {
        if aircraft.count > configuration.mostAircraft {
            let median = aircraft.list.map(\.lastRow).sorted()[aircraft.count / 2]
            aircraft.keep { $0.lastRow > median }
        }
        guard time != forgotten else { return }
        forgotten = time
        let limit = configuration.silenceSeconds
        aircraft.keep { (-Self.futureSeconds...limit).contains(time.seconds(since: $0.lastRow)) }
    }
}
