public import Aero
public import ModeS

/// Taking in with a writer beside: what is believed becomes rows of the archive.
extension TrackTable {
    /// Takes a frame, as `ingest(_:from:)` does, and notes what the archive keeps of it.
    public mutating func ingest(
        _ received: ReceivedFrame,
        from feed: FeedID,
        into writer: inout ObservationWriter
    ) -> Ingested {
        let ingested = ingest(received, from: feed)
        guard ingested.verdict == .believed, let address = ingested.address, let place = index[address] else {
            return ingested
        }
        let time = correctedTime(of: received, from: feed)
        note(
            ObservedMessage(
                time: time,
                feed: feed,
                receiver: received.receiver,
                level: received.level,
                frame: deduplicator == nil ? nil : received.frame,
                received: received.time,
                isOfQuarantined: ingested.isOfQuarantined
            ),
            ingested.fix,
            place,
            &writer
        )
        return ingested
    }

    /// Takes a UAT frame and notes what the archive keeps of it.
    public mutating func ingest(
        _ received: ReceivedUAT,
        from feed: FeedID,
        into writer: inout ObservationWriter
    ) -> Ingested {
        let ingested = ingest(received, from: feed)
        guard ingested.verdict == .believed, let address = ingested.address, let place = index[address] else {
            return ingested
        }
        note(ObservedMessage(received.time, feed, received.level), ingested.fix, place, &writer)
        return ingested
    }

    /// Takes a claim and notes what the archive keeps of it.
    public mutating func ingest(
        _ report: ClaimedReport,
        from feed: FeedID,
        into writer: inout ObservationWriter
    ) -> Ingested {
        let ingested = ingest(report, from: feed)
        guard ingested.verdict == .believed, let place = index[report.address] else { return ingested }
        note(ObservedMessage(report.time, feed, report.level), ingested.fix, place, &writer)
        return ingested
    }

    /// Gives feeds their places before anything of them is heard.
    ///
    /// The clock of who comes first is the one that others are set right by. In one fixed order rows have the same times whoever is heard first,
    /// after a restart too.
    public mutating func introduce(_ feeds: [FeedID]) { for feed in feeds { _ = receivers.number(feed, nil) } }

    /// Takes away what one feed gave, and the rows of it that wait.
    public mutating func withdraw(_ feed: FeedID, _ writer: inout ObservationWriter) {
        withdraw(feed)
        writer.forget(feed) { index[$0] != nil }
    }

    /// Takes the rows out of a writer that have waited long enough.
    ///
    /// To be called with the time of arrival *before* what arrived is taken in, and else as often as one likes: then which copies are in a row
    /// depends on what arrived when, and on nothing else.
    ///
    /// - Parameters:
    ///   - time: now, as the times of what comes in count.
    ///   - number: the archive's number of a receiver, by its feed and the number the feed gives it (`ReceivedFrame.receiver`).
    /// - Returns: a batch for each set of terms, its rows and its names in time order.
    public func settle(
        _ writer: inout ObservationWriter,
        at time: Timestamp,
        number: (FeedID, UInt64?) -> UInt32
    ) -> [ObservationBatch] {
        writer.settle(at: time, hearings: hearings, number: number)
    }

    /// Takes all rows out of a writer, at the end.
    public func finish(
        _ writer: inout ObservationWriter,
        number: (FeedID, UInt64?) -> UInt32
    ) -> [ObservationBatch] {
        writer.finish(hearings: hearings, number: number)
    }

    private func hearings(of row: WaitingRow) -> Hearings? {
        guard let frame = row.frame else { return nil }
        return hearings(of: ReceivedFrame(frame: frame, time: row.received, receiver: row.receiver), from: row.feed)
    }

    @inline(__always)
    private mutating func note(_ message: ObservedMessage, _ fix: Fix?, _ place: Int, _ writer: inout ObservationWriter)
    {
        writer.note(message, fix, list[place])
    }

    @inline(__always)
    private mutating func correctedTime(of received: ReceivedFrame, from feed: FeedID) -> Timestamp {
        guard deduplicator != nil, received.origin == .received else { return received.time }
        return receivers.corrected(received.time, of: receivers.number(feed, received.receiver))
    }
}

extension ObservedMessage {
    /// A message of which there are no copies.
    init(_ time: Timestamp, _ feed: FeedID, _ level: Float?) {
        self.init(
            time: time,
            feed: feed,
            receiver: nil,
            level: level,
            frame: nil,
            received: time,
            isOfQuarantined: false
        )
    }
}
