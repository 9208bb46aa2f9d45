import Aero
import Feeds
import ModeS
public import Tracking

/// A table and a writer that are given arrivals: live and again from the raw archive, with the same result, byte for byte.
///
/// All that decides lies in the arrivals: what came, from whom, when, in which order. Tracks are let go at whole seconds, rows come out at
/// quarters of a second, both before what arrived is taken in. A restart of the program is nothing here: who starts gives the arrivals of
/// the last minutes to a new one (`resume`), and goes on.
public struct RawRerun: Sendable {
    public var table: TrackTable
    public var writer: ObservationWriter
    private let feed: @Sendable (UInt32) -> FeedID
    private let number: @Sendable (FeedID, UInt64?) -> UInt32
    private var second: Int64?

    /// - Parameters:
    ///   - table: a new one, its receivers introduced in the order in which they always are.
    ///   - feed: the table's number of a receiver of the archive.
    ///   - number: the archive's number of a receiver, by its feed and the number the feed gives it.
    public init(
        table: TrackTable = TrackTable(),
        writer: ObservationWriter = ObservationWriter(),
        feed: @escaping @Sendable (UInt32) -> FeedID,
        number: @escaping @Sendable (FeedID, UInt64?) -> UInt32
    ) {
        self.table = table
        self.writer = writer
        self.feed = feed
        self.number = number
    }

    /// Takes in what arrived.
    ///
    /// - Returns: rows that were ready before it came.
    public mutating func take(_ arrival: RawArrival) -> [ObservationBatch] {
        let ready = table.settle(&writer, at: arrival.arrived, number: number)
        let now = arrival.arrived.nanoseconds / 1_000_000_000
        if now != second {
            second = now
            table.expire(at: Timestamp(nanoseconds: now * 1_000_000_000))
        }
        let source = feed(arrival.receiver)
        for frame in arrival.batch.frames where !SimulationMarker.matches(frame.frame) {
            _ = table.ingest(frame, from: source, into: &writer)
        }
        for report in arrival.batch.reports { _ = table.ingest(report, from: source, into: &writer) }
        for frame in arrival.batch.uat { _ = table.ingest(frame, from: source, into: &writer) }
        return ready
    }

    /// All rows that still wait, at the end.
    public mutating func finish() -> [ObservationBatch] { table.finish(&writer, number: number) }

    /// Takes in the last minutes before a restart, so that tracks are as if there had been none.
    ///
    /// All that was heard since the beginning gives the same rows as without a restart, byte for byte. A few minutes give the same paths; what
    /// stands on older messages may come once more, or a little other: details, names, an aircraft whose first position lay before.
    ///
    /// - Parameter archived: up to when rows are in the archive already, milliseconds; `nil` for none.
    /// - Returns: the rows that waited when the program ended, and those of what it took in after its last batch.
    public mutating func resume(_ replay: RawReplay, after archived: Int64?) -> [ObservationBatch] {
        var reader = replay.makeReader()
        var missing: [ObservationBatch] = []
        while let arrival = reader.next() {
            for batch in take(arrival) {
                guard let archived else {
                    missing.append(batch)
                    continue
                }
                var rest = ObservationBatch(licence: batch.licence, origin: batch.origin)
                for row in batch.rows where row.observation.milliseconds > archived {
                    var seen = row.observation
                    seen.heardBy = rest.place(of: batch.receiverSets[Int(seen.heardBy)])
                    rest.rows.append(ObservationBatch.Row(row.aircraft, seen))
                }
                rest.names = batch.names.filter { $0.milliseconds > archived }
                if !rest.isEmpty { missing.append(rest) }
            }
        }
        return missing
    }
}
