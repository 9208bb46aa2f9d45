public import Aero
import Feeds
import ModeS
public import Tracking

/// A table and a writer that are given arrivals: live and again from the raw archive, with the same result, byte for byte.
///
/// All that decides lies in the arrivals: what came, from whom, when, in which order. Tracks are let go at whole seconds, rows come out at
/// quarters of a second, both before what arrived is taken in. A restart of the program is nothing here: who starts gives the arrivals of
/// the last hour to a new one (`RawResumption`), and goes on.
public struct RawRerun: Sendable {
    public var table: TrackTable
    public var writer: ObservationWriter
    private let feed: @Sendable (UInt32) -> FeedID
    private let number: @Sendable (FeedID, UInt64?) -> UInt32

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
        table.advance(to: arrival.arrived)
        let source = feed(arrival.receiver)
        for frame in arrival.batch.frames where !SimulationMarker.matches(frame.frame) {
            _ = table.ingest(frame, from: source, into: &writer)
        }
        for report in arrival.batch.reports { _ = table.ingest(report, from: source, into: &writer) }
        for frame in arrival.batch.uat { _ = table.ingest(frame, from: source, into: &writer) }
        return ready
    }

    /// Lets time pass while nothing arrives.
    ///
    /// - Returns: rows that are ready.
    public mutating func settle(at time: Timestamp) -> [ObservationBatch] {
        table.settle(&writer, at: time, number: number)
    }

    /// All rows that still wait, at the end.
    public mutating func finish() -> [ObservationBatch] { table.finish(&writer, number: number) }
}
