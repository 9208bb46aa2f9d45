import Aero
import Foundation
import Logging
import ServiceLifecycle
import Site
import Store
import Synchronization
import Tracking

/// Keeps the history of a running program: one archive for each world, and what really came in as it came in.
///
/// Twice a second it takes what the sky handed over and writes it; what cannot be written waits and is tried again, and the sky goes on.
actor HistoryKeeper: Service {
    /// For the site's questions.
    nonisolated let archives: [ArchiveRealm: HistoryStore]
    let raw: RawArchive
    private let inbox: HistoryInbox
    private let sky: LiveSky
    let logger: Logger
    let positions: RetentionRules
    private let dataFolder: String
    let wall: @Sendable () -> Timestamp
    /// Seconds of a clock that nobody sets.
    let steady: @Sendable () -> Double
    /// By what is deleted.
    var retentionClock = RetentionClock()
    private var waiting: [ArchiveRealm: [ObservationBatch]] = [:]
    private var problems: [ArchiveRealm: ArchiveError] = [:]
    /// What stood still after the last pass.
    nonisolated let standstill = Mutex<[HistoryStop]>([])
    private var alarm = HistoryAlarm()
    /// Damaged chunks put aside, by number; those are told of once.
    var damaged: [ArchiveRealm: Set<Int64>] = [:]
    private var isDropping = false
    var pendingWithdrawals: [HistoryWithdrawal] = []
    private var housekept: Timestamp?
    private(set) var house: Task<Void, Never>?
    var uptime = UptimeBook()
    /// What was given up: since the start, and what does not stand in the days' books yet.
    private(set) var lost: [ArchiveRealm: Int] = [:]
    private(set) var lostMessages = 0
    var unnoted: [ArchiveRealm: LostRows] = [:]
    /// When rules of retention were applied and manifests written last.
    var retained: Timestamp?
    var manifested: Timestamp?

    private static let passMilliseconds = 500
    private static let housekeepingSeconds = 60.0

    /// Opens the archives of a data folder. Of an imported or simulated one that cannot be read it is said so, and the others go on.
    ///
    /// - Throws: `HistoryShut` for a full disk and for what cannot be read, `Failure` for all that a person has to do something about first.
    init(
        dataFolder: String,
        inbox: HistoryInbox,
        sky: LiveSky,
        keeping: HistoryKeeping = HistoryKeeping(),
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = { TimeText.now },
        steady: @escaping @Sendable () -> Double = HistoryKeeper.steadySeconds()
    ) throws {
        var archives: [ArchiveRealm: HistoryStore] = [:]
        for realm in ArchiveRealm.allCases {
            do throws(ArchiveError) {
                archives[realm] = try HistoryStore(folder: "\(dataFolder)/history/\(realm.rawValue)", realm: realm)
            } catch {
                switch error {
                case .unreadable where realm != .real: problems[realm] = error
                case .full: throw HistoryShut(reason: .diskFull, words: "the disk of \(dataFolder) is full")
                case .unreadable:
                    throw HistoryShut(
                        reason: .other,
                        words:
                            "\(error); stop the server and make it anew: pelacak doctor --repair, or restore a backup"
                    )
                case .inUse, .newerSchema, .badQuestion, .failed: throw ArchiveOptions.failure(error)
                }
            }
        }
        self.archives = archives
        self.dataFolder = dataFolder
        do {
            raw = try RawArchive(
                folder: "\(dataFolder)/raw",
                decoder: "pelacak \(Pelacak.version)",
                session: wall(),
                settings: keeping.raw
            )
        } catch RawError.full {
            throw HistoryShut(reason: .diskFull, words: "the disk of \(dataFolder) is full")
        } catch { throw Failure("raw messages: \(error)") }
        self.inbox = inbox
        self.sky = sky
        self.logger = logger
        self.wall = wall
        self.steady = steady
        positions = keeping.positions
    }

    static func steadySeconds() -> @Sendable () -> Double {
        let begin = ContinuousClock.now
        return { (ContinuousClock.now - begin) / .seconds(1) }
    }

    func run() async throws {
        for (realm, archive) in archives.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for sentence in await archive.currentHealth().recovered { logger.notice("history, \(realm): \(sentence)") }
        }
        try? await cancelWhenGracefulShutdown {
            while true {
                await self.pass()
                try await Task.sleep(for: .milliseconds(Self.passMilliseconds))
            }
        }
        if let house {
            house.cancel()
            await house.value
        }
        await sky.finishHistory()
        await pass()
        await writeUptime()
        await raw.close(at: wall())
        for (realm, archive) in archives {
            do { try await archive.close() } catch { logger.error("history, \(realm): \(error)") }
        }
    }

    // MARK: - One pass

    func pass() async {
        let now = wall()
        let contents = inbox.take()
        uptime.note(now)
        for (receiver, time) in contents.heard { uptime.note(receiver, at: time) }
        noteDropped(contents.lost, messages: contents.droppedMessages)
        for piece in contents.raw { await raw.append(piece.batch, from: piece.receiver, arrived: piece.arrived) }
        await raw.flush(at: now)
        for (realm, batches) in contents.rows { waiting[realm, default: []] += batches }
        for realm in ArchiveRealm.allCases { await write(realm) }
        await withdraw(contents.withdrawals)
        await noteStops(at: now)
        // A clock that was set back is not waited for.
        if housekept.map({ now.seconds(since: $0).magnitude >= Self.housekeepingSeconds }) ?? true {
            housekept = now
            beginHousekeeping(at: now)
        }
    }

    /// Beside the writing, which goes on however long a day takes to be brought together.
    private func beginHousekeeping(at now: Timestamp) {
        guard house == nil else { return }
        house = Task {
            await keepHouse(at: now)
            house = nil
        }
    }

    /// Takes rows that are to be written with the next pass, before all others.
    func keep(_ batches: [ObservationBatch], of realm: ArchiveRealm) {
        waiting[realm, default: []].insert(contentsOf: batches, at: 0)
    }

    func filterWaiting(_ withdrawal: HistoryWithdrawal) {
        waiting[withdrawal.realm] = waiting[withdrawal.realm].map(withdrawal.filtered)
    }

    private func write(_ realm: ArchiveRealm) async {
        guard let archive = archives[realm], var batches = waiting[realm], !batches.isEmpty else {
            // Nothing can be kept of a world whose archive is not open.
            if archives[realm] == nil { waiting[realm] = nil }
            return
        }
        waiting[realm] = []
        var written = 0
        do throws(ArchiveError) {
            for batch in batches {
                try await archive.append(batch)
                written += 1
            }
            problems[realm] = nil
        } catch {
            if case .badQuestion(let reason) = error {
                // Of this batch nothing can be made; those behind it are not to blame.
                logger.warning("history, \(realm): rows left out: \(reason)")
                written += 1
            } else {
                problems[realm] = error
            }
        }
        batches.removeFirst(written)
        drop(&batches, realm)
        waiting[realm] = batches
    }

    /// Looks what stands still, and says so once.
    private func noteStops(at now: Timestamp) async {
        var stops: [HistoryStop] = []
        var details: [String] = []
        for (realm, part) in [
            (ArchiveRealm.real, HistoryStop.Part.real), (.imported, .imported), (.simulated, .simulated),
        ] {
            var problem = problems[realm]
            if problem == nil { problem = await archives[realm]?.currentHealth().problem }
            guard let problem else { continue }
            let isFull = if case .full = problem { true } else { false }
            stops.append(HistoryStop(part, isFull ? .diskFull : .other))
            details.append("\(problem)")
        }
        if let trouble = await raw.status.trouble {
            let isFull = if case .full = trouble { true } else { false }
            stops.append(HistoryStop(.raw, isFull ? .diskFull : .other))
            details.append("raw messages: \(trouble)")
        }
        standstill.withLock { $0 = stops }
        switch alarm.note(stops, detail: details.first ?? "", at: now) {
        case .stopped(_, isFull: true, _):
            logger.error(
                """
                history: the disk of \(dataFolder) is full: nothing more is kept. What was kept is safe, the map goes on, and so does the \
                history when there is room
                """
            )
        case .stopped(let parts, isFull: false, let detail):
            let names = parts.map(\.rawValue).joined(separator: ", ")
            logger.error(
                "history (\(names)): nothing can be kept: \(detail); the map goes on, and so does this when it can"
            )
        case .again: logger.notice("history: it is kept again")
        case nil: break
        }
    }

    /// What waits for a disk is bounded as well: the oldest are nearest to being written, the newest go.
    private func drop(_ batches: inout [ObservationBatch], _ realm: ArchiveRealm) {
        var rows = 0
        let kept = batches.firstIndex { batch in
            rows += batch.rows.count
            return rows > HistoryInbox.mostRows
        }
        guard let kept else { return }
        var gone = LostRows()
        for batch in batches[kept...] { gone.note(batch) }
        batches.removeSubrange(kept...)
        noteDropped([realm: gone], messages: 0)
    }

    private func noteDropped(_ rows: [ArchiveRealm: LostRows], messages: Int) {
        guard !rows.isEmpty || messages > 0 else {
            isDropping = false
            return
        }
        lostMessages += messages
        for (realm, gone) in rows {
            lost[realm, default: 0] += gone.count
            unnoted[realm, default: LostRows()].note(gone)
        }
        if !isDropping {
            logger.error(
                "history: what came in could not be written fast enough; positions and messages are being lost"
            )
        }
        isDropping = true
    }
}
