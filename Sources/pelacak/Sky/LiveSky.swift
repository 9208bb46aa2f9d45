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
    /// The feeders of listeners that have numbers of their own.
    var feeders: [FeederIdentity: FeedID] = [:]
    /// How many aircraft of the sky each gave something of, and at which time of the sky that was counted.
    var aircraftByFeed: (time: Timestamp, counts: [FeedID: Int])?
    /// Where registered feeders stand, by their names.
    var feederPlaces: [String: ReceiverPlace]
    /// Names that were registered once and are not any more.
    var formerFeeders: Set<String> = []
    private var lastFeed: UInt16 = 0
    /// Something live is in the sky: time goes on even when its source is gone.
    private var isLive = false
    /// What goes out.
    private var router: OutputRouter
    /// What is done for the history; `nil` where none is kept.
    var history: LiveHistory?
    /// What each source received lately.
    var reception = ReceptionBook()
    /// What was heard before the program ended, and the numbers that receivers had then, by those of the archive.
    var resumed: SkyResumption?
    var reserved: [UInt32: FeedID] = [:]
    private let logger: Logger
    let wall: @Sendable () -> Timestamp

    /// How far the table looks ahead of the frame it takes. Ours, measured: one gives most of what there is to gain, ten less again.
    private static let framesAhead = 3

    /// Aircraft silent for longer are not shown any more. Seconds.
    static let shownSeconds = 300.0

    init(
        router: OutputRouter = OutputRouter(),
        feederPlaces: [String: ReceiverPlace] = [:],
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = { TimeText.now }
    ) {
        self.router = router
        self.feederPlaces = feederPlaces
        self.logger = logger
        self.wall = wall
    }

    /// From now on what is believed becomes rows, and what comes in is handed on.
    /// Hands what is heard from now on to a history, whoever sends already.
    func keepHistory(_ history: LiveHistory) {
        self.history = history
        for (id, ledger) in feeds { self.history?.note(ledger.origin, name: ledger.name, of: id) }
    }

    // MARK: - Sources

    /// A new source; its number is given again only after 65,535 others.
    ///
    /// - Parameter source: what it is called here, where its name is another.
    func open(
        name: String,
        source: String? = nil,
        isRecording: Bool,
        place: ReceiverPlace?,
        origin: FeedOrigin = .own
    ) -> FeedID {
        let id = (isRecording ? nil : reservedID(ReceiverName(source: source ?? name))) ?? newID()
        var ledger = FeedLedger(name: name, isRecording: isRecording, origin: origin)
        ledger.source = source
        feeds[id] = ledger
        history?.forget([id])
        history?.note(origin, name: name, of: id)
        table.configuration.receivers[id] = place?.position
        expectCopies()
        return id
    }

    func newID() -> FeedID {
        // There are a thousand feeders at most, so that a free number is near.
        let former = Set(reserved.values)
        repeat {
            lastFeed = lastFeed == .max ? 1 : lastFeed + 1
        } while feeds[FeedID(rawValue: lastFeed)] != nil || former.contains(FeedID(rawValue: lastFeed))
        return FeedID(rawValue: lastFeed)
    }

    /// Copies are looked for once there is more than one that gives data.
    func expectCopies() { if feeds.count > 1 { table.configuration.expectsCopies = true } }

    func setOutputs(_ outlets: [SinkOutlet], blinding: ReceiverBlinding?) {
        router.replace(outlets, blinding: blinding)
    }

    /// A source has ended: what was held back is decided now.
    func finish(_ id: FeedID) {
        guard feeds[id] != nil else { return }
        feeds[id]?.isFinished = true
        decideHeld(id)
        endReplay(of: id)
        endReception(of: id)
        for feeder in feeders.values where feeds[feeder]?.parent == id { leave(feeder) }
    }

    /// A source is gone for good: its values stay until they expire, its name too.
    func close(_ id: FeedID) {
        finish(id)
        forgetFeeders(of: id)
        feeds[id]?.forgetDetails()
        table.configuration.receivers[id] = nil
    }

    /// Forgets all aircraft, so that data of the other kind may come.
    func clear() {
        table.removeAll()
        reception.removeAll()
        provenance = .undetermined
        isLive = false
        for id in feeds.keys where feeds[id]?.standing == .simulated || feeds[id]?.standing == .real {
            feeds[id]?.standing = .refused("the sky was cleared")
        }
    }

    /// A source's time begins anew: what it made is forgotten.
    func restart(_ id: FeedID) {
        guard feeds[id] != nil else { return }
        feeds[id]?.rewind()
        table.removeAll()
        beginReceptionAnew(of: id)
    }

    func setChoice(_ choice: SourceChoice, timeLapse: Double) {
        self.choice = choice
        self.timeLapse = timeLapse
    }

    // MARK: - Data

    /// Takes what a source sent, or one feeder of it: each connection of a listener is a feeder of its own.
    func ingest(_ batch: FeedBatch, from source: FeedID) {
        guard feeds[source] != nil else { return }
        defer { if batch.endsConnection, batch.connection == 0 { feeds[source]?.endConnection() } }
        guard !batch.isEmpty || batch.connection != 0 || batch.sawSimulationMark else { return }
        let now = wall()
        feeds[source]?.noteArrival(batch, wall: now)
        let id = feeder(of: batch, of: source)
        if id != source { feeds[id]?.noteArrival(batch, wall: now) }
        if batch.sawSimulationMark, feeds[id]?.standing != .simulated { label(id) }
        switch feeds[id]?.standing {
        case .undetermined: hold(batch, from: id, at: now)
        case .real, .simulated: take(batch, from: id)
        case .refused, nil: drop(batch, from: id)
        }
        if batch.endsConnection { leave(id, connection: batch.connection) }
    }

    private func hold(_ batch: FeedBatch, from id: FeedID, at now: Timestamp) {
        let isFull = feeds.values.reduce(0) { $0 + $1.heldItems } >= FeedLedger.heldOfAll
        guard !isFull || feeds[id]?.parent == nil else {
            drop(batch, from: id)
            return
        }
        if feeds[id]?.hold(batch, wall: now) == true { decideHeld(id) }
    }

    private func drop(_ batch: FeedBatch, from id: FeedID) {
        feeds[id]?.dropped += batch.count
        noteDropped(batch, of: id)
        if let parent = feeds[id]?.parent { feeds[parent]?.dropped += batch.count }
    }

    /// To be called every second or so: decides what waits, forgets what fell silent.
    func tick() {
        let now = wall()
        for id in feeds.keys {
            feeds[id]?.settleFirstThirty(wall: now)
            if feeds[id]?.standing == .undetermined, feeds[id]?.isDecided(wall: now) == true { decideHeld(id) }
        }
        settleResumed(at: now)
        settleHistory(at: now, isReplayed: false)
        if isLive { table.advance(to: now) } else { table.expire(at: time) }
        noteSilentFeeders(at: now)
        noteReception(at: now)
    }

    /// The source says that it is simulated.
    private func label(_ id: FeedID) {
        guard let ledger = feeds[id] else { return }
        if case .refused = ledger.standing { return }
        if provenance == .real, ledger.standing == .real {
            // What it gave so far was simulated too; what others gave stays.
            logger.warning("\(ledger.name): the data are labelled simulated; what it gave is taken away")
            withdraw(id)
            let others = feeds.contains {
                $0.key != id && $0.value.standing == .real && !$0.value.isFinished && !$0.value.hasFeeders
            }
            if !others, table.count == 0 { provenance = .undetermined }
        }
        if provenance == .real {
            refuse(id, "its data are simulated and the sky shows real ones")
            return
        }
        provenance = .simulated
        stand(id, .simulated)
        for batch in feeds[id]?.releaseHeld() ?? [] { take(batch, from: id) }
    }

    func decideHeld(_ id: FeedID) {
        guard let ledger = feeds[id], ledger.standing == .undetermined, !ledger.held.isEmpty else { return }
        if provenance == .simulated { giveWay() }
        guard provenance != .simulated else {
            refuse(id, "its data are real and the sky shows simulated ones")
            return
        }
        provenance = .real
        if !ledger.isRecording { takeUpResumed() }
        stand(id, .real)
        for batch in feeds[id]?.releaseHeld() ?? [] { take(batch, from: id) }
    }

    /// A sky that is simulated by the word of strangers alone gives way to real data: anybody can say that his data are simulated, and nobody's
    /// word may hide what is really heard.
    private func giveWay() {
        let simulated = feeds.filter { $0.value.standing == .simulated && !$0.value.hasFeeders }
        guard simulated.allSatisfy({ $0.value.isStrange }) else { return }
        logger.notice("real data have come: what strangers called simulated is taken away")
        table.removeAll()
        history?.dropWaiting()
        provenance = .undetermined
        for id in simulated.keys { refuse(id, "its data are simulated and real ones have come") }
        // What their listener shows is what others give.
        for id in feeds.keys where feeds[id]?.hasFeeders == true && feeds[id]?.standing == .simulated {
            feeds[id]?.standing = .undetermined
        }
    }

    private func refuse(_ id: FeedID, _ reason: String) {
        logger.warning("\(feeds[id]?.name ?? "a source") is refused: \(reason)")
        let held = feeds[id]?.releaseHeld() ?? []
        for batch in held { drop(batch, from: id) }
        stand(id, .refused(reason))
    }

    /// Settles what a feeder's data are. A source with feeders is what one of them is, and refused only if no other was taken.
    private func stand(_ id: FeedID, _ standing: FeedLedger.Standing) {
        feeds[id]?.standing = standing
        guard let parent = feeds[id]?.parent else { return }
        if case .refused = standing, feeds[parent]?.standing != .undetermined { return }
        feeds[parent]?.standing = standing
    }

    private func take(_ batch: FeedBatch, from id: FeedID) {
        let arrived = time(of: batch, id)
        keep(batch, from: id, isRecording: feeds[id]?.isRecording ?? false, at: arrived)
        prepareReception(of: id, at: arrived)
        guard var ledger = feeds.removeValue(forKey: id) else { return }
        if !ledger.isRecording {
            isLive = true
            table.advance(to: arrived)
        }
        let source = ledger.parent.flatMap { feeds[$0] } ?? ledger
        var tally = ReceptionTally()
        router.begin(
            batch,
            of: source.name,
            isSimulated: provenance == .simulated,
            mayGoOut: source.mayGoOut
        )
        let before = ledger.counted
        var fresh: [AircraftAddress] = []
        var writer = takeWriter(isReplayed: ledger.isRecording)
        let isKept = history != nil
        for place in batch.frames.indices {
            let ahead = place + Self.framesAhead
            if ahead < batch.frames.count { table.anticipate(batch.frames[ahead]) }
            let frame = batch.frames[place]
            if SimulationMarker.matches(frame.frame) {
                ledger.frames += 1
                continue
            }
            let ingested = isKept ? table.ingest(frame, from: id, into: &writer) : table.ingest(frame, from: id)
            ledger.note(ingested, &fresh)
            tally.note(frame, ingested.verdict)
            if ingested.isFirstCopy { router.note(frame, ingested) } else { router.note(copy: frame) }
        }
        for report in batch.reports {
            let ingested = isKept ? table.ingest(report, from: id, into: &writer) : table.ingest(report, from: id)
            ledger.note(ingested, &fresh, address: report.address)
            router.note(report)
        }
        for frame in batch.uat {
            let ingested = isKept ? table.ingest(frame, from: id, into: &writer) : table.ingest(frame, from: id)
            ledger.note(ingested, &fresh)
            tally.note(frame, ingested.verdict)
            router.note(frame, ingested)
        }
        for reply in batch.modeAC { router.note(reply) }
        tally.note(.report, count: batch.reports.count)
        tally.note(.other, count: batch.modeAC.count)
        router.flush()
        feeds[id] = ledger
        note(tally, of: source, at: arrived)
        putBack(writer, isReplayed: ledger.isRecording)
        noteAtSource(of: id, ledger.counted - before, fresh)
    }

    /// A source's counts are those of its feeders together; which aircraft there were is kept of it alone.
    private func noteAtSource(of id: FeedID, _ counted: FeedLedger.Counted, _ fresh: [AircraftAddress]) {
        let source = feeds[id]?.parent ?? id
        if source != id { feeds[source]?.add(counted) }
        for address in fresh { feeds[source]?.note(address) }
    }

    /// Whether all that is shown comes from a recording.
    var isRecorded: Bool { !isLive && feeds.values.contains(where: \.isRecording) }

    /// The sky's time: the wall's once a live source gave anything or while one is open, else the latest time of a recording.
    var time: Timestamp {
        if isLive { return wall() }
        let contributors = feeds.values.filter {
            if case .refused = $0.standing { false } else { $0.parent == nil }
        }
        if contributors.contains(where: { !$0.isRecording && !$0.isFinished }) { return wall() }
        return contributors.compactMap(\.lastTime).max() ?? wall()
    }
}
