import Aero
import ModeS
import TestSupport

@testable import Tracking

/// A table and a writer that are given copies as they arrive.
struct WriterRun {
    var table = TrackTable()
    var writer: ObservationWriter
    private(set) var rows: [ObservationBatch.Row] = []
    private(set) var names: [IdentityChange] = []
    /// Who heard each row, by its place in `rows`.
    private(set) var heard: [ReceiverSet] = []
    private(set) var bytes: [UInt8] = []
    private(set) var fixes = 0
    /// Of each set of terms.
    private(set) var batches: [ObservationBatch] = []
    private var order: ReceptionOrder?

    init(_ configuration: ObservationWriter.Configuration = .init(), orderSeconds: Double? = nil) {
        writer = ObservationWriter(configuration: configuration)
        table.configuration.expectsCopies = true
        order = orderSeconds.map { ReceptionOrder(seconds: $0) }
    }

    static func feed(_ receiver: Int) -> FeedID { FeedID(rawValue: UInt16(receiver + 1)) }

    /// Numbers that differ from those of the feeds.
    static func number(_ feed: FeedID, _ receiver: UInt64?) -> UInt32 {
        1000 + UInt32(feed.rawValue) * 10 + UInt32(truncatingIfNeeded: receiver ?? 0)
    }

    /// - Parameter start: when the first copy's `arrival` is 0.
    mutating func take(_ copies: [SharedSky.Copy], from start: Timestamp) {
        for copy in copies {
            let now = start.advanced(bySeconds: copy.arrival)
            take(copy.received, Self.feed(copy.receiver), at: now)
        }
    }

    mutating func take(_ received: ReceivedFrame, _ feed: FeedID, at now: Timestamp) {
        settle(at: now)
        if order == nil {
            ingest(received, feed)
        } else {
            order?.add(received, from: feed)
            while let entry = order?.next(at: now) { ingest(entry.received, entry.feed) }
        }
    }

    mutating func settle(at now: Timestamp) { keep(table.settle(&writer, at: now, number: Self.number)) }

    mutating func finish() {
        while let entry = order?.next() { ingest(entry.received, entry.feed) }
        keep(table.finish(&writer, number: Self.number))
    }

    private mutating func ingest(_ received: ReceivedFrame, _ feed: FeedID) {
        if table.ingest(received, from: feed, into: &writer).fix != nil { fixes += 1 }
    }

    private mutating func keep(_ fresh: [ObservationBatch]) {
        for batch in fresh {
            batches.append(batch)
            rows += batch.rows
            names += batch.names
            heard += batch.rows.map { batch.receiverSets[Int($0.observation.heardBy)] }
            bytes += batch.canonicalRows() + batch.canonicalNames()
        }
    }
}
