public import Aero
import Feeds
public import Tracking

/// What a program that starts again makes of the raw archive: tracks as they were, and the rows that did not get into the history any more.
///
/// Rows come out of a replay in the order in which they came out live. So the last of them that the history has says which are missing: those
/// of its own moment that are not there, and all that came out later. A replay that begins later than the program did may have another rest of
/// a clock's error: then the same row is some milliseconds off, and is the same all the same.
public struct RawResumption: Sendable {
    /// Tracks and waiting rows after the last arrival.
    public private(set) var rerun: RawRerun
    /// When the last of it arrived; `nil` when there was nothing.
    public private(set) var lastArrival: Timestamp?
    /// How many messages it was made of.
    public private(set) var messages = 0
    /// What could not be read and was passed over.
    public private(set) var problems: [RawError] = []
    /// Rows of the last minutes, by when they came out.
    private var recent: [(at: Timestamp, batch: ObservationBatch)] = []

    /// Rows that came out earlier than this before the end are in the history: what waits to be written waits for less. Seconds.
    static let recentSeconds = 300.0
    /// A row whose own time is farther from the end is not looked for in the history. Seconds.
    private static let nearSeconds = 900.0

    /// Takes all of it in.
    ///
    /// - Parameter rerun: a new one.
    public init(_ rerun: RawRerun, _ replay: RawReplay) {
        self.rerun = rerun
        var reader = replay.makeReader()
        while let arrival = reader.next() {
            for batch in self.rerun.take(arrival) { recent.append((arrival.arrived, batch)) }
            lastArrival = arrival.arrived
            messages += arrival.batch.count
            if recent.count > 8_192 { forgetOld(at: arrival.arrived) }
        }
        if let lastArrival { forgetOld(at: lastArrival) }
        problems = reader.problems
    }

    private mutating func forgetOld(at now: Timestamp) {
        recent.removeAll { abs(now.seconds(since: $0.at)) > Self.recentSeconds }
    }

    /// Rows that were made before the end and are not in the history; those that wait and are there do not wait any more.
    ///
    /// - Throws: when the history cannot be asked.
    public mutating func missing(in history: HistoryStore) async throws(ArchiveError) -> [ObservationBatch] {
        guard let lastArrival else { return [] }
        let near =
            lastArrival.advanced(bySeconds: -Self.nearSeconds)..<lastArrival.advanced(bySeconds: Self.nearSeconds)
        var kept = KeptMoments(try await history.moments(during: near))
        // Those that are there to the millisecond first: what is left is another's no more.
        var isKept = recent.map { one in one.batch.rows.map { kept.take(RowMoment($0.aircraft, $0.observation)) } }
        rerun.writer.keepWaiting { !kept.take(RowMoment($0, $1)) }
        for (place, one) in recent.enumerated() {
            for (index, row) in one.batch.rows.enumerated() where !isKept[place][index] {
                isKept[place][index] = kept.takeNear(RowMoment(row.aircraft, row.observation))
            }
        }
        rerun.writer.keepWaiting { !kept.takeNear(RowMoment($0, $1)) }
        let last = isKept.lastIndex { $0.contains(true) }.map { recent[$0].at }
        let missing = zip(recent, isKept).filter { one, _ in last.map { one.at >= $0 } ?? true }
            .map { Self.without($1, $0.batch) }
        recent = []
        return missing.filter { !$0.isEmpty }
    }

    /// A batch without some of its rows.
    private static func without(_ isKept: [Bool], _ batch: ObservationBatch) -> ObservationBatch {
        var rest = ObservationBatch(licence: batch.licence, origin: batch.origin)
        rest.names = batch.names
        for (row, isKept) in zip(batch.rows, isKept) where !isKept {
            var seen = row.observation
            seen.heardBy = rest.place(of: batch.receiverSets[Int(seen.heardBy)])
            rest.rows.append(ObservationBatch.Row(row.aircraft, seen))
        }
        return rest
    }
}

/// Which row it is, whatever stands in it.
struct RowMoment: Hashable, Sendable {
    let aircraft: ArchivedAircraft
    let milliseconds: Int64
    let hasPosition: Bool

    init(_ aircraft: ArchivedAircraft, _ row: Observation) {
        self.aircraft = aircraft
        milliseconds = row.milliseconds
        hasPosition = row.hasPosition
    }
}
