public import Aero
import Feeds
public import Tracking

/// What a program that starts again makes of the raw archive: tracks as they were, and the rows that did not get into the history any more.
///
/// Rows come out of a replay in the order in which they came out live. So the last of them that the history has says which are missing: those
/// of its own moment that are not there, and all that came out later.
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
        var kept = try await history.moments(during: near)
        var left: [(at: Timestamp, batch: ObservationBatch)] = []
        var lastKept = -1
        for (place, one) in recent.enumerated() {
            var rest = ObservationBatch(licence: one.batch.licence, origin: one.batch.origin)
            rest.names = one.batch.names
            for row in one.batch.rows {
                if Self.take(RowMoment(row.aircraft, row.observation), from: &kept) {
                    lastKept = place
                    continue
                }
                var seen = row.observation
                seen.heardBy = rest.place(of: one.batch.receiverSets[Int(seen.heardBy)])
                rest.rows.append(ObservationBatch.Row(row.aircraft, seen))
            }
            left.append((one.at, rest))
        }
        recent = []
        rerun.writer.keepWaiting { !Self.take(RowMoment($0, $1), from: &kept) }
        guard lastKept >= 0 else { return left.map(\.batch).filter { !$0.isEmpty } }
        let last = left[lastKept].at
        return left.filter { $0.at >= last }.map(\.batch).filter { !$0.isEmpty }
    }

    private static func take(_ moment: RowMoment, from kept: inout [RowMoment: Int]) -> Bool {
        guard let count = kept[moment], count > 0 else { return false }
        kept[moment] = count - 1
        return true
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
