import Aero
import Feeds
import ModeS
import Site
import Tracking

/// What the sky does for the history: it makes rows of what it believes, beside its tracks, and hands on what came in.
///
/// Recordings have a writer of their own: what is replayed is another world than what is heard.
struct LiveHistory {
    let inbox: HistoryInbox
    var live = ObservationWriter()
    var replayed = ObservationWriter()
    /// The worlds that the rows which wait were made in.
    private var liveWorld: ArchiveRealm?
    private var replayedWorld: ArchiveRealm?
    private var receivers: ArchiveNumbers
    /// Who gave something before the program was started, by the numbers they had then.
    var former: [FeedID: ReceiverRoster.Entry] = [:]
    private var numbers: [Origin: UInt32] = [:]

    private struct Origin: Hashable {
        var feed: FeedID
        var number: UInt64?
    }

    /// Feeders can name as many receivers as they like.
    private static let capacity = 65_536

    init(inbox: HistoryInbox, key: SiteKey) {
        self.inbox = inbox
        receivers = ArchiveNumbers(key)
    }

    /// Under which terms a feed's data come.
    mutating func note(_ origin: FeedOrigin, name: String, of feed: FeedID) {
        guard origin != .own else { return }
        let terms = FeedTerms(licence: origin.licence, origin: origin.credit ?? name)
        live.terms[feed] = terms
        replayed.terms[feed] = terms
    }

    /// The archive's number of a receiver: the same after a restart, and telling nothing without the site's key.
    mutating func number(_ feed: FeedID, _ number: UInt64?, _ ledger: FeedLedger?) -> UInt32 {
        let origin = Origin(feed: feed, number: number)
        if let known = numbers[origin] { return known }
        let earlier = former[feed]
        let name = ledger.map { ReceiverName($0) } ?? earlier?.name
        let found = name.map { receivers.number($0, number) } ?? earlier?.number ?? 1
        if numbers.count >= Self.capacity { numbers.removeAll() }
        numbers[origin] = found
        return found
    }

    /// The archive's number of one who has no feed yet.
    mutating func number(of name: ReceiverName) -> UInt32 { receivers.number(name, nil) }

    /// All numbers that were given for a feed and the receivers behind it.
    func numbers(of feed: FeedID) -> Set<UInt32> { Set(numbers.filter { $0.key.feed == feed }.values) }

    /// Goes on from the rows that waited when the program ended.
    mutating func goOn(from earlier: ObservationWriter) {
        let terms = live.terms
        live = earlier
        live.terms = terms
        liveWorld = .real
    }

    /// A feed's number may be given to another.
    mutating func forget(_ feeds: some Collection<FeedID>) {
        guard !feeds.isEmpty else { return }
        let gone = Set(feeds)
        numbers = numbers.filter { !gone.contains($0.key.feed) }
        for feed in gone {
            former[feed] = nil
            live.terms[feed] = nil
            replayed.terms[feed] = nil
        }
    }

    /// From now on what comes belongs to a world; what waits of another one is dropped.
    mutating func enter(_ realm: ArchiveRealm, isReplayed: Bool) {
        let before = isReplayed ? replayedWorld : liveWorld
        if let before, before != realm {
            if isReplayed { replayed = Self.emptied(replayed) } else { live = Self.emptied(live) }
        }
        if isReplayed { replayedWorld = realm } else { liveWorld = realm }
    }

    private static func emptied(_ writer: ObservationWriter) -> ObservationWriter {
        var empty = ObservationWriter()
        empty.terms = writer.terms
        return empty
    }

    /// Drops what waits: it was taken for something it was not.
    mutating func dropWaiting() {
        live = Self.emptied(live)
        replayed = Self.emptied(replayed)
    }
}

extension LiveSky {
    /// The world that what comes now belongs to; `nil` before that is clear. The synthetic sky has a clock of its own as a recording has, and
    /// is neither heard nor imported.
    private func world(isReplayed: Bool) -> ArchiveRealm? {
        switch provenance {
        case .real: isReplayed ? .imported : .real
        case .simulated: .simulated
        case .undetermined: nil
        }
    }

    /// Hands on what a feeder gave, before it is taken in, and the rows that are ready.
    func keep(_ batch: FeedBatch, from id: FeedID, isRecording: Bool, at now: Timestamp) {
        guard history != nil else { return }
        settleHistory(at: now, isReplayed: isRecording)
        // A recording is a file already, and a scene can be made again.
        guard !isRecording, provenance == .real, feeds[id]?.isPolled != true else { return }
        guard let receiver = history?.number(id, nil, feeds[id]) else { return }
        history?.inbox.put(HistoryInbox.RawPiece(batch: batch, receiver: receiver, arrived: now))
    }

    /// When a batch counts as arrived: a recording has a time of its own.
    func time(of batch: FeedBatch, _ id: FeedID) -> Timestamp {
        guard feeds[id]?.isRecording == true else { return wall() }
        return batch.frames.first?.time ?? batch.reports.first?.time ?? batch.uat.first?.time ?? time
    }

    /// Lends the writer that a batch's rows go to; to be put back.
    func takeWriter(isReplayed: Bool) -> ObservationWriter {
        var writer = ObservationWriter()
        guard var held = history else { return writer }
        history = nil
        if isReplayed { swap(&writer, &held.replayed) } else { swap(&writer, &held.live) }
        history = held
        return writer
    }

    func putBack(_ writer: ObservationWriter, isReplayed: Bool) {
        if isReplayed { history?.replayed = writer } else { history?.live = writer }
    }

    /// Hands on the rows that have waited long enough.
    func settleHistory(at now: Timestamp, isReplayed: Bool) {
        guard let realm = world(isReplayed: isReplayed), var held = history else { return }
        history = nil
        let feeds = feeds
        held.enter(realm, isReplayed: isReplayed)
        var writer = ObservationWriter()
        if isReplayed { swap(&writer, &held.replayed) } else { swap(&writer, &held.live) }
        let rows = table.settle(&writer, at: now) { held.number($0, $1, feeds[$0]) }
        if isReplayed { swap(&writer, &held.replayed) } else { swap(&writer, &held.live) }
        held.inbox.put(rows, realm)
        history = held
    }

    /// A recording has ended: what waits of it is ready.
    func endReplay(of id: FeedID) {
        guard let ledger = feeds[id], ledger.isRecording, let last = ledger.lastTime else { return }
        settleHistory(at: last.advanced(bySeconds: 10), isReplayed: true)
    }

    /// Hands on all rows, at the end.
    func finishHistory() {
        forgetResumed()
        guard var held = history else { return }
        history = nil
        let feeds = feeds
        for isReplayed in [false, true] {
            guard let realm = world(isReplayed: isReplayed) else { continue }
            held.enter(realm, isReplayed: isReplayed)
            var writer = isReplayed ? held.replayed : held.live
            held.inbox.put(table.finish(&writer) { held.number($0, $1, feeds[$0]) }, realm)
        }
    }
}
