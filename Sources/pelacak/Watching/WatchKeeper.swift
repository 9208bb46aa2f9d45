import Aero
import Flights
import Logging
import ServiceLifecycle
import Site
import Tracking
import Watch

/// Watches the sky of a running program: makes events of the rows that the archive gets, matches rules over them, and hands alerts to the outbox.
///
/// The sky waits for nothing here. After a start it goes on where it was when its state was kept last, from the rows the archive has; an alert
/// that was told already has the same id, and is not told again.
actor WatchKeeper: Service {
    /// What it needs of the program.
    struct Surroundings: Sendable {
        let sky: any PulsingSky
        let history: (any HistoryDesk)?
        let outbox: any AlertOutbox
        let places: @Sendable () -> Gazetteer
        /// Whether these are all there will be: without airports landings have no names, and rules that ask for one are none.
        var arePlacesRead: @Sendable () -> Bool = { true }
        let airframes: @Sendable (String?) -> AirframeLimits
        let learned: @Sendable (ArchiveRealm) async -> LearnedCoverage?
        /// How the heartbeat fares; `nil` where there is none.
        var heartbeat: @Sendable () async -> WatchingReport.Heartbeat? = { nil }
        /// Who is who now; `edition` changes whenever anything does.
        let identities: @Sendable () async -> WatchIdentities
        let version: String
        let wall: @Sendable () -> Timestamp
    }

    let around: Surroundings
    let settings: WatchSettings
    let inbox: WatchInbox
    let logger: Logger
    var book: RuleBook
    let areaFiles: AreaFiles
    /// Of the files that people write: areas and rules.
    var fileStamp: String
    var entries: [RuleBook.Entry] = []
    var watching: WatchingBook
    let passes = OwnPassShelf()
    let started: Timestamp

    /// What runs now, and in which world.
    private(set) var running: WatchRun?
    private(set) var realm: ArchiveRealm?
    private var teller = AlertTeller(gazetteer: .empty, version: "", isSimulated: false)
    var identities: WatchIdentities?
    /// Alerts that were not taken by the outbox yet.
    private var pending: [AlertRecord] = []
    /// Alerts by the events they rest on, for corrections.
    private var told = ToldAlerts()
    var judgements: JudgementLog
    var happenings: HappeningLog
    private var mustBegin = true
    /// Since when a world is watched: what happens there while the places are read is told as well.
    private var seenFirst: [ArchiveRealm: Timestamp] = [:]
    private(set) var lastPass: Timestamp?
    private(set) var lastArrival: Timestamp?
    private var newestRow: Timestamp?
    private(set) var isUnheard = false
    private var stateKept: Timestamp?
    private var aliveNoted: Timestamp?
    private var identitiesAsked: Timestamp?
    private(set) var hasTold = false
    /// Rules that were stopped, with when and at which size.
    var stopped: [String: (at: Timestamp, size: Int)] = [:]
    var alertCount = 0
    var lateRows = 0
    private var lateSeen = 0
    var lateSpan: Span?
    var lateLooked = Timestamp(nanoseconds: 0)
    var lateLook: Task<Void, Never>?
    /// Rules that were stopped and are to begin anew: what they remembered is left out.
    var restart: Set<String> = []
    private(set) var isPreviewing = false
    /// Of the state that was kept last.
    private var stateBytes = 0
    private static let mostPending = 10_000
    /// Bytes of a state that is written with every alert.
    private static let smallState = 1 << 20

    init(
        dataFolder: String,
        inbox: WatchInbox,
        around: Surroundings,
        settings: WatchSettings = WatchSettings(),
        logger: Logger
    ) {
        self.around = around
        self.settings = settings
        self.inbox = inbox
        self.logger = logger
        book = RuleBook(dataFolder: dataFolder)
        areaFiles = AreaFiles(dataFolder: dataFolder)
        watching = WatchingBook(dataFolder: dataFolder)
        judgements = JudgementLog(dataFolder: dataFolder)
        happenings = HappeningLog(dataFolder: dataFolder)
        started = around.wall()
        // Before they are read: what is changed meanwhile is read again.
        fileStamp = areaFiles.stamp + "\n\n" + book.stamp
        let (entries, troubles) = book.entries()
        self.entries = entries
        for trouble in troubles + areaFiles.areas().troubles { logger.error("watches: \(trouble)") }
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await self.pass()
                try await Task.sleep(for: .milliseconds(self.settings.passMilliseconds))
            }
        }
        lateLook?.cancel()
        await pass()
        if let gap = openGap { watching.add(gap.from, around.wall(), gap.reason) }
        await keep([], withState: true)
        happenings.write(around.wall())
        watching.noteAlive(around.wall())
    }

    // MARK: - One pass

    func pass() async {
        let now = around.wall()
        let pulse = await around.sky.pulse()
        if let realm = pulse.realm, seenFirst[realm] == nil { seenFirst[realm] = usualWatermark(pulse) }
        guard around.arePlacesRead() else { return }
        let contents = inbox.take()
        if pulse.realm != realm { mustBegin = true }
        guard let realm = pulse.realm, around.history?.archive(of: realm) != nil else {
            (self.realm, running) = (nil, nil)
            return
        }
        await askIdentities(at: now)
        if mustBegin || running == nil { await begin(realm, pulse) }
        noteWatching(contents, pulse, realm, at: now)
        for batch in contents.batches[realm] ?? [] { running?.add(batch) }
        if let newest = contents.newest[realm] { newestRow = max(newest, newestRow ?? newest) }
        await advance(to: watermark(pulse), at: now)
        startLookingAtLate(at: now)
        noteAlive(now)
    }

    /// Up to when no row is expected any more. While nothing comes at all, it is not known that there was silence.
    private func watermark(_ pulse: SkyPulse) -> Timestamp {
        let usual = usualWatermark(pulse)
        guard !isUnheard, let newestRow else { return usual }
        return min(usual, newestRow.advanced(bySeconds: Self.quietSeconds * max(1, pulse.timeLapse)))
    }

    private func usualWatermark(_ pulse: SkyPulse) -> Timestamp {
        let wait = WatchSettings.heldSeconds + settings.latenessSeconds
        return pulse.now.advanced(bySeconds: -wait * max(1, pulse.timeLapse))
    }

    /// Seconds behind the newest row up to which time goes on although nothing comes: in most skies a row comes every second.
    private static let quietSeconds = 20.0

    private func advance(to watermark: Timestamp, at now: Timestamp) async {
        guard var current = running, let facts = await facts() else { return }
        // What is asked while this waits finds no run, and waits for the next pass.
        running = nil
        let step = await current.advance(to: watermark, facts, keepsEvents: true)
        running = running ?? current
        lateRows += max(0, current.maker.statistics.late - lateSeen)
        lateSeen = current.maker.statistics.late
        if let span = running?.takeLateSpan() { noteLate(span) }
        judgements.note(step)
        note(step, at: now, facts)
        let records = records(of: step, at: now)
        let isDue = stateKept.map { now.seconds(since: $0).magnitude >= settings.stateSeconds } ?? true
        guard !records.isEmpty || !pending.isEmpty || isDue else { return }
        // A large state goes along once in a while: an alert that is matched again has the same id, and is kept once.
        await keep(records, withState: isDue || stateBytes <= Self.smallState)
    }

    private func records(of step: WatchRun.Step, at now: Timestamp) -> [AlertRecord] {
        var records: [AlertRecord] = []
        for found in step.alerts {
            let record = teller.record(of: found, made: now)
            told.add(record, resting: found.alert.events)
            records.append(record)
        }
        for retraction in step.retractions {
            for earlier in told.resting(on: retraction.event) {
                records.append(teller.correction(of: earlier, retraction, made: now))
            }
        }
        for case .stopped(let id, _, let at, let size) in step.outputs {
            stopped[id] = (at, size)
            guard let rule = entries.first(where: { $0.rule.id == id })?.rule else { continue }
            logger.warning("watches: \(rule.name) remembered \(size) things and is stopped")
            records.append(teller.stopped(rule, at: at, size: size, made: now))
        }
        alertCount += records.count
        return records
    }

    /// Hands alerts to the outbox, with what was not taken before; what is not taken waits.
    private func keep(_ records: [AlertRecord], withState: Bool) async {
        pending += records
        if pending.count > Self.mostPending {
            logger.error("watches: \(pending.count - Self.mostPending) alerts are given up: the outbox takes none")
            pending.removeFirst(pending.count - Self.mostPending)
        }
        let sent = pending
        let state = withState && realm == .real ? running?.engine.stateBytes : nil
        guard !sent.isEmpty || state != nil else { return }
        do throws(AlertOutboxError) {
            try await around.outbox.add(sent, engineState: state)
            pending.removeFirst(min(sent.count, pending.count))
            if withState { stateKept = around.wall() }
            if let state { stateBytes = state.count }
            hasTold = false
        } catch {
            if !hasTold { logger.error("watches: \(error); alerts wait and are tried again") }
            hasTold = true
        }
    }

    // MARK: - How we watch

    private func noteWatching(
        _ contents: WatchInbox.Contents,
        _ pulse: SkyPulse,
        _ realm: ArchiveRealm,
        at now: Timestamp
    ) {
        defer { lastPass = now }
        if contents.dropped > 0 {
            logger.error("watches: \(contents.dropped) rows could not be looked at")
            watching.add(lastPass ?? now, now, .overrun)
        }
        if let last = lastPass, now.seconds(since: last) > settings.sleepSeconds {
            logger.notice("watches: nobody watched from \(TimeText.iso(last)) to \(TimeText.iso(now))")
            tellGap(from: last, to: now, .stopped)
        }
        if contents.newest[realm] != nil {
            if isUnheard, let last = lastArrival { tellGap(from: last, to: now, .noData) }
            isUnheard = false
            lastArrival = pulse.now
        } else if !isUnheard, let last = lastArrival,
            pulse.now.seconds(since: last) > settings.unheardSeconds
                || !pulse.isFed
                    && pulse.now.seconds(since: last) > settings.sleepSeconds
        {
            isUnheard = true
            // Asked before: what is changed cannot be read meanwhile.
            let mark = running?.maker.watermark ?? last
            running?.note(isListening: false, at: max(last, mark))
            logger.notice("watches: nothing is heard; silence means nothing until something is")
        }
    }

    private func tellGap(from start: Timestamp, to end: Timestamp, _ reason: WatchingReport.Gap.Reason) {
        watching.add(start, end, reason)
        guard let mark = running?.maker.watermark else { return }
        running?.note(isListening: false, at: max(start, mark))
        running?.note(isListening: true, at: max(end, mark))
    }

    private func noteAlive(_ now: Timestamp) {
        guard aliveNoted.map({ now.seconds(since: $0).magnitude >= 15 }) ?? true else { return }
        aliveNoted = now
        watching.noteAlive(now)
    }

    // MARK: - Beginning

    /// Rules changed, or the world did: a run is begun anew with the next pass, from what was remembered and from the archive.
    func beginAnew() { mustBegin = true }

    private func begin(_ realm: ArchiveRealm, _ pulse: SkyPulse) async {
        mustBegin = false
        let isSame = realm == self.realm
        let state: [UInt8]? =
            if isSame { running?.engine.stateBytes } else if realm == .real {
                try? await around.outbox.engineState()
            } else { nil }
        self.realm = realm
        teller = AlertTeller(gazetteer: around.places(), version: around.version, isSimulated: realm == .simulated)
        let context = LegContext(gazetteer: around.places())
        guard let engine = engine(state) else { return }
        let end = usualWatermark(pulse)
        if !isSame, realm == .real, let alive = watching.lastAlive, end.seconds(since: alive) > settings.sleepSeconds {
            watching.add(alive, end, .stopped)
        }
        if !isSame { await recall(since: end.advanced(bySeconds: -Self.correctedSeconds)) }
        // Of what lies longer ago nobody is told any more as if it were news.
        let oldest = end.advanced(bySeconds: -settings.warmSeconds)
        let first = isSame ? end : min(seenFirst[realm] ?? end, end)
        let known = max(oldest, engine.watermark.nanoseconds > 0 ? min(engine.watermark, end) : first)
        lateSeen = 0
        var fresh = WatchRun(engine: engine, context: context)
        fresh.skip(to: known)
        // Where rules ask for everybody, a day of everybody is too much.
        var isCaughtUp = false
        for warm in [settings.warmSeconds, settings.warmSeconds / 24, 0] {
            var trial = fresh
            guard let steps = await feed(&trial, during: known.advanced(bySeconds: -warm)..<end) else { continue }
            for step in steps {
                if let facts = await facts() { note(step, since: known, at: around.wall(), facts) }
                await keep(records(of: step, at: around.wall()), withState: false)
            }
            (fresh, isCaughtUp) = (trial, true)
            break
        }
        if !isCaughtUp {
            logger.error("watches: too much happened since \(TimeText.iso(known)) to be looked at")
            watching.add(known, end, .overrun)
            fresh.skip(to: end)
        }
        fresh.ignoreLateUpToNow()
        // What came and waits for its time is of the next run as well.
        if isSame, let running { fresh.takeWaiting(of: running) }
        running = fresh
    }

    /// What was told before a start may still turn out to be wrong.
    private func recall(since time: Timestamp) async {
        guard let desk = around.outbox as? any AlertDesk,
            let alerts = try? await desk.alerts(AlertQuestion(since: time, limit: 1_000))
        else { return }
        for record in alerts.map(\.record) where record.corrects == nil { told.add(record, resting: record.landings) }
    }

    /// A landing is taken back within the time for which flights are remembered.
    private static let correctedSeconds = 172_800.0

    /// Takes in what the archive has of a time.
    ///
    /// - Returns: what came of it; `nil` where that is too much, or cannot be read.
    private func feed(_ run: inout WatchRun, during range: Range<Timestamp>) async -> [WatchRun.Step]? {
        guard !range.isEmpty, !run.interest.isEmpty, let facts = await facts(), let archive = facts.archive else {
            return []
        }
        let archived = ArchiveRun(
            archive: archive,
            facts: facts,
            interest: run.interest,
            gaps: watching.ranges(in: range),
            bounds: ArchiveRun.Bounds(rows: 6_000_000, seconds: 60, aircraft: 2_000),
            keepsEvents: true
        )
        var steps: [WatchRun.Step] = []
        do throws(ArchiveError) {
            let cost = try await archived.feed(&run, during: range) { step in
                steps.append(step)
                return true
            }
            guard !cost.isCut else { return nil }
            logger.info("watches: \(cost.rows) rows of \(cost.aircraft) aircraft looked at again")
            return steps
        } catch {
            logger.error("watches: the history cannot be read: \(error)")
            return nil
        }
    }

    private func engine(_ state: [UInt8]?) -> WatchEngine? {
        let rules = entries.filter(\.isEnabled).map { entry in
            entry.rule.sparing(
                entry.rule.outcome.isPublic
                    ? [WatchIdentities.hidden, WatchIdentities.kept] : [WatchIdentities.hidden]
            )
        }
        var sound: [WatchRule] = []
        let context = WatchPlaces.context(around.places(), areaFiles)
        for rule in rules {
            do throws(RuleError) {
                _ = try WatchEngine(rules: [rule], context: context)
                sound.append(rule)
            } catch { logger.error("watches: \(rule.id): \(error); it is not at work") }
        }
        if let state {
            do throws(WatchRestoreError) {
                var engine = try WatchEngine(rules: sound, context: context, state: state)
                for id in restart { engine.restart(id) }
                restart = []
                return engine
            } catch { logger.error("watches: what rules remembered cannot be read, and they begin anew: \(error)") }
        }
        return try? WatchEngine(rules: sound, context: context)
    }

    private func askIdentities(at now: Timestamp) async {
        guard identities == nil || identitiesAsked.map({ now.seconds(since: $0).magnitude >= 10 }) ?? true else {
            return
        }
        identitiesAsked = now
        lookAtFiles()
        identities = await around.identities()
    }

    func setPreviewing(_ isPreviewing: Bool) { self.isPreviewing = isPreviewing }
}
