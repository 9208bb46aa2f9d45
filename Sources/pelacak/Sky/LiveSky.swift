import Aero
import Feeds
import Logging
import ModeS
import Site
import Tracking

/// The one sky of a running program: all sources flow into it, and the site looks at it.
///
/// Real and simulated data never meet here. What a source sends is held back until it is clear which of the two it is; the first
/// source decides for the sky, and one of the other kind is refused.
actor LiveSky {
    private(set) var provenance = Provenance.undetermined
    var table = TrackTable()
    var feeds: [FeedID: FeedLedger] = [:]
    var choice = SourceChoice(reason: .configured, sources: [])
    /// Sky seconds in a second, as the sources run.
    var timeLapse = 1.0
    private var deduplicator = Deduplicator()
    private var lastFeed: UInt16 = 0
    /// Something live is in the sky: time goes on even when its source is gone.
    private var isLive = false
    private let sinks: [SinkOutlet]
    private let logger: Logger
    private let wall: @Sendable () -> Timestamp

    /// Aircraft silent for longer are not shown any more. Seconds.
    static let shownSeconds = 300.0

    init(sinks: [SinkOutlet] = [], logger: Logger, wall: @escaping @Sendable () -> Timestamp = { TimeText.now }) {
        self.sinks = sinks
        self.logger = logger
        self.wall = wall
    }

    // MARK: - Sources

    /// A new source; its number is given again only after 65,535 others.
    func open(name: String, isRecording: Bool, place: ReceiverPlace?) -> FeedID {
        lastFeed = lastFeed == .max ? 1 : lastFeed + 1
        let id = FeedID(rawValue: lastFeed)
        feeds[id] = FeedLedger(name: name, isRecording: isRecording)
        table.configuration.receivers[id] = place?.position
        return id
    }

    /// A source has ended: what was held back is decided now.
    func finish(_ id: FeedID) {
        guard feeds[id] != nil else { return }
        feeds[id]?.isFinished = true
        decideHeld(id)
    }

    /// A source is gone for good: its values stay until they expire, its name too.
    func close(_ id: FeedID) {
        finish(id)
        feeds[id]?.forgetDetails()
        table.configuration.receivers[id] = nil
    }

    /// Forgets all aircraft, so that data of the other kind may come.
    func clear() {
        table.removeAll()
        provenance = .undetermined
        isLive = false
        for id in feeds.keys where feeds[id]?.standing == .simulated || feeds[id]?.standing == .real {
            feeds[id]?.standing = .refused("the sky was cleared")
        }
        deduplicator = Deduplicator()
    }

    /// A source's time begins anew: what it made is forgotten.
    func restart(_ id: FeedID) {
        guard feeds[id] != nil else { return }
        feeds[id]?.rewind()
        table.removeAll()
    }

    func setChoice(_ choice: SourceChoice, timeLapse: Double) {
        self.choice = choice
        self.timeLapse = timeLapse
    }

    // MARK: - Data

    /// Takes what a source sent.
    func ingest(_ batch: FeedBatch, from id: FeedID) {
        guard var ledger = feeds[id] else { return }
        ledger.noteArrival(batch, wall: wall())
        feeds[id] = ledger
        if batch.sawSimulationMark, ledger.standing != .simulated { label(id) }
        switch feeds[id]?.standing {
        case .undetermined:
            if feeds[id]?.hold(batch, wall: wall()) == true { decideHeld(id) }
        case .real, .simulated: take(batch, from: id)
        case .refused, nil: feeds[id]?.dropped += batch.frames.count + batch.reports.count
        }
    }

    /// To be called every second or so: decides what waits, forgets what fell silent.
    func tick() {
        let now = wall()
        for id in feeds.keys {
            feeds[id]?.settleFirstThirty(wall: now)
            if feeds[id]?.standing == .undetermined, feeds[id]?.isDecided(wall: now) == true { decideHeld(id) }
        }
        table.expire(at: time)
    }

    /// The source says that it is simulated.
    private func label(_ id: FeedID) {
        guard let ledger = feeds[id] else { return }
        if case .refused = ledger.standing { return }
        let others = feeds.contains { $0.key != id && $0.value.standing == .real && !$0.value.isFinished }
        if provenance == .real, ledger.standing == .real, !others {
            // It looked real until now and is alone: all it gave was simulated.
            logger.warning("\(ledger.name): the data are labelled simulated; the sky is cleared and labelled")
            table.removeAll()
            provenance = .undetermined
        }
        if provenance == .real {
            // What it gave before cannot be told from the others' data any more.
            if ledger.standing == .real { table.removeAll() }
            refuse(id, "its data are simulated and the sky shows real ones")
            return
        }
        provenance = .simulated
        feeds[id]?.standing = .simulated
        for batch in feeds[id]?.releaseHeld() ?? [] { take(batch, from: id) }
    }

    private func decideHeld(_ id: FeedID) {
        guard let ledger = feeds[id], ledger.standing == .undetermined, !ledger.held.isEmpty else { return }
        guard provenance != .simulated else {
            refuse(id, "its data are real and the sky shows simulated ones")
            return
        }
        provenance = .real
        feeds[id]?.standing = .real
        for batch in feeds[id]?.releaseHeld() ?? [] { take(batch, from: id) }
    }

    private func refuse(_ id: FeedID, _ reason: String) {
        logger.warning("\(feeds[id]?.name ?? "a source") is refused: \(reason)")
        let held = feeds[id]?.releaseHeld() ?? []
        feeds[id]?.dropped += held.reduce(0) { $0 + $1.frames.count + $1.reports.count }
        feeds[id]?.standing = .refused(reason)
    }

    private func take(_ batch: FeedBatch, from id: FeedID) {
        guard var ledger = feeds.removeValue(forKey: id) else { return }
        if !ledger.isRecording { isLive = true }
        var output: [ReceivedFrame] = []
        let hasManySources = feeds.count > 0
        for frame in batch.frames {
            ledger.frames += 1
            if SimulationMarker.matches(frame.frame) { continue }
            if hasManySources, !deduplicator.isNew(frame, source: id.rawValue) { continue }
            note(table.ingest(frame, from: id), in: &ledger)
            if !sinks.isEmpty { output.append(frame) }
        }
        for report in batch.reports {
            ledger.frames += 1
            ledger.note(report.address)
            note(table.ingest(report, from: id), in: &ledger)
        }
        feeds[id] = ledger
        guard !sinks.isEmpty, !output.isEmpty else { return }
        let outgoing = OutputBatch(frames: output, isSimulated: provenance == .simulated)
        for outlet in sinks { outlet.sink.send(outgoing) }
    }

    private func note(_ ingested: Ingested, in ledger: inout FeedLedger) {
        switch ingested.verdict {
        case .believed, .awaitingSecond:
            if let address = ingested.message?.address { ledger.note(address) }
        case .unreadable: ledger.rejected += 1
        case .unattributed, .ambiguous, .repairedStranger: break
        }
        if ingested.fix != nil { ledger.positions += 1 }
    }

    /// The sky's time: the wall's once a live source gave anything or while one is open, else the latest time of a recording.
    var time: Timestamp {
        if isLive { return wall() }
        let contributors = feeds.values.filter {
            if case .refused = $0.standing { false } else { true }
        }
        if contributors.contains(where: { !$0.isRecording && !$0.isFinished }) { return wall() }
        return contributors.compactMap(\.lastTime).max() ?? wall()
    }
}

/// An output of the sky: a sink and how it was written.
struct SinkOutlet: Sendable {
    let specification: String
    let sink: FeedSink
}
