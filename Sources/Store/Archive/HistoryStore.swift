import Foundation
import GRDB
public import Tracking

/// The history in one folder: a database of chunks, and a log of the newest quarter of an hour.
///
/// Rows go to the log first and count from its flush on; they are sealed into the database when the time comes to another quarter of an
/// hour. One process has a folder at a time. docs/history.md describes the files and what is promised.
public actor HistoryStore: TrackArchive {
    public nonisolated let folder: String
    public nonisolated let realm: ArchiveRealm

    nonisolated let database: DatabasePool
    nonisolated let open = OpenRows()
    nonisolated let settings: ArchiveSettings
    private var health = ArchiveHealth()
    /// Why the last batch was not acknowledged, and why the last seal failed; `nil` since one went well.
    private var writeProblem: ArchiveError?
    private var sealProblem: ArchiveError?
    private var sealFailed: ContinuousClock.Instant?
    private static let sealRetry = Duration.seconds(10)

    private nonisolated let executor = ArchiveExecutor()
    private var lock: FolderLock?
    private let bootID: [UInt8]
    private var log: OpenLogFile?
    /// The quarter of an hour that the log is of, by most of its rows.
    private var logQuarter: Int64 = .min
    private var logRows = 0
    /// Logs that are not written any more and not sealed yet, oldest first.
    private var waiting: [(generation: UInt64, path: String, left: LeftLog?)] = []
    private var nextGeneration: UInt64 = 1
    private var sealing: Task<Void, Never>?
    private var isClosed = false
    private let isReadOnly: Bool
    /// Logs of which something cannot be read and that no writer has put aside yet; of a folder opened to be read.
    private nonisolated let unreadLogs: [LeftLog]

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        // safe: this actor holds the executor as long as it lives.
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Opens a folder, which is made if need be, and seals what a program that ended without warning left in its logs.
    ///
    /// - Parameter settings: `nil`: what is usual for the realm.
    /// - Throws: `inUse`, `newerSchema`, `unreadable`, `full`, `failed`.
    public init(folder: String, realm: ArchiveRealm, settings: ArchiveSettings? = nil) throws(ArchiveError) {
        self.folder = folder
        self.realm = realm
        let settings = settings ?? ArchiveSettings(for: realm)
        self.settings = settings
        isReadOnly = false
        unreadLogs = []
        do {
            try PrivateFiles.makeFolder(folder + "/open")
            try PrivateFiles.makeFolder(folder)
        } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
        lock = try FolderLock(folder: folder)
        try RebuiltFile(folder: folder).takePlaceIfWhole()
        database = try ArchiveDatabase.open(folder: folder, realm: realm, settings: settings)
        bootID = Self.systemBootID()
        let logs = try Self.logs(in: folder)
        for log in logs {
            var generation = OpenGeneration(number: log.number)
            let left = try LeftLog(path: log.path) { generation.add($0) }
            health.recovered += left.sentences(rows: generation.rowCount)
            do throws(ArchiveError) {
                try left.bringIn(generation, database: database, level: settings.compressionLevel)
            } catch .full(let path) {
                // It can be read all the same, and is sealed when there is room.
                sealProblem = .full(path: path)
                open.adopt(generation)
                waiting.append((log.number, log.path, left))
            }
        }
        do {
            let sealed = try database.read { try GenerationSealer.lastSealed(in: $0) }
            nextGeneration = max(sealed, logs.last?.number ?? 0) + 1
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }

    /// Opens a folder to be read only, also while another process has it: as it is now, with all that was acknowledged before.
    ///
    /// Later rows are seen as far as they are sealed. Nothing is written, put right or deleted, and whatever would is refused.
    /// - Throws: `newerSchema`, `unreadable`, `failed`.
    public init(reading folder: String, realm: ArchiveRealm) throws(ArchiveError) {
        self.folder = folder
        self.realm = realm
        settings = ArchiveSettings(for: realm)
        isReadOnly = true
        bootID = []
        // The logs before the database: what is sealed in between is seen twice, and twice is once.
        let logs = try Self.logs(in: folder)
        var damaged: [LeftLog] = []
        for log in logs {
            var generation = OpenGeneration(number: log.number)
            // One that is gone meanwhile was sealed.
            guard let left = try? LeftLog(path: log.path, { generation.add($0) }) else { continue }
            if left.isDamaged { damaged.append(left) }
            open.adopt(generation)
        }
        unreadLogs = damaged
        database = try ArchiveDatabase.open(reading: folder, realm: realm)
    }

    public func append(_ batch: ObservationBatch) async throws(ArchiveError) {
        guard !batch.isEmpty else { return }
        guard !isReadOnly else { throw .failed("the archive was opened to be read") }
        guard !isClosed else { throw .failed("the archive is closed") }
        guard batch.rows.allSatisfy({ Self.times.contains($0.observation.milliseconds) }) else {
            throw .badQuestion("a row has a time outside the years 1678 to 2262")
        }
        for part in parts(of: batch) { try await take(part) }
    }

    /// Takes rows of one quarter of an hour, but for a few that are late or of an odd clock.
    private func take(_ batch: ObservationBatch) async throws(ArchiveError) {
        let quarter = Self.quarter(of: batch)
        if isDue(quarter) {
            // Two logs at most wait: who writes faster than can be sealed waits here.
            if let sealing { await sealing.value }
            if isDue(quarter) { beginSealing() }
        }
        guard open.rowCount < settings.unsealedRowsLimit else { throw sealProblem ?? .full(path: folder) }
        do throws(ArchiveError) {
            try write(batch, quarter: quarter)
            writeProblem = nil
            health.acknowledgedRows += Int64(batch.rows.count)
            sealAgain()
        } catch {
            writeProblem = error
            if log?.isBroken == true { beginSealing() }
            throw error
        }
    }

    /// Brings everything acknowledged so far into the database.
    ///
    /// - Throws: why it could not; nothing is lost then, and the next call tries again.
    public func seal() async throws(ArchiveError) {
        beginSealing()
        while let sealing { await sealing.value }
        if !waiting.isEmpty { throw sealProblem ?? .failed("the logs could not be sealed") }
    }

    /// Seals and lets go of the folder.
    public func close() async throws(ArchiveError) {
        guard !isClosed else { return }
        try await seal()
        isClosed = true
        defer { lock = nil }
        // Then the file holds everything by itself, for who copies it alone. A reader beside us may be in the way: nothing is lost then.
        if !isReadOnly { _ = try? await database.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
        do { try database.close() } catch { throw ArchiveDatabase.wrapped(error, path: folder) }
    }

    /// How it fares at present.
    public func currentHealth() -> ArchiveHealth {
        var now = health
        now.problem = writeProblem ?? sealProblem
        now.unsealedRows = open.rowCount
        return now
    }
}

extension HistoryStore {
    /// What a row's time may be, ms: the years 1678 to 2262.
    static let times: ClosedRange<Int64> = -9_223_372_036_854...9_223_372_036_854

    /// The quarter of an hour of the row in the middle: one odd clock does not decide.
    private static func quarter(of batch: ObservationBatch) -> Int64? {
        guard !batch.rows.isEmpty else { return nil }
        return Moments.start(of: Moments.quarter, at: batch.rows[batch.rows.count / 2].observation.milliseconds)
    }

    /// A batch in which the next quarter begins, cut there. The first seconds of a quarter would else be sealed with the one before, and each of
    /// its chunks be read and written twice: a quarter of all that keeping costs.
    private func parts(of batch: ObservationBatch) -> [ObservationBatch] {
        guard log != nil, settings.sealsByTime, logQuarter != .min else { return [batch] }
        let end = logQuarter + Moments.quarter
        let isNext = { (row: ObservationBatch.Row) in
            (end..<end + Moments.quarter).contains(row.observation.milliseconds)
        }
        let count = batch.rows.count(where: isNext)
        // Few are of an odd clock: they do not decide.
        guard count > 0, count < batch.rows.count, count * 8 >= batch.rows.count else { return [batch] }
        var (before, next) = (batch, batch)
        before.rows.removeAll(where: isNext)
        next.rows = batch.rows.filter(isNext)
        next.names = []
        return [before, next]
    }

    private func isDue(_ quarter: Int64?) -> Bool {
        guard log != nil else { return false }
        if logRows >= settings.rowsPerLog { return true }
        guard settings.sealsByTime, let quarter, logQuarter != .min else { return false }
        // Rows of the quarter before are late; earlier ones mean that the clock was set back.
        return quarter > logQuarter || quarter < logQuarter - Moments.quarter
    }

    private func write(_ batch: ObservationBatch, quarter: Int64?) throws(ArchiveError) {
        if log == nil {
            let number = nextGeneration
            log = try OpenLogFile(path: Self.path(of: number, in: folder), bootID: bootID, faults: settings.faults)
            nextGeneration += 1
            logRows = 0
            logQuarter = .min
            open.begin(number)
        }
        if logQuarter == .min, let quarter { logQuarter = quarter }
        var start = 0
        repeat {
            let end = min(start + LogBatchCoder.rowsPerEntry, batch.rows.count)
            let names = start == 0
            try log?.append { LogBatchCoder.write(batch, rows: start..<end, names: names, into: &$0) }
            start = end
        } while start < batch.rows.count
        open.add(batch, to: nextGeneration - 1)
        logRows += batch.rows.count
    }

    /// Ends the log and has it sealed beside what goes on.
    private func beginSealing() {
        if let path = log?.path {
            waiting.append((nextGeneration - 1, path, nil))
            log = nil
        }
        guard sealing == nil, !waiting.isEmpty else { return }
        sealing = Task { await self.sealWaiting() }
    }

    /// What could not be sealed is tried again while the writing goes well: there may be room by now.
    private func sealAgain() {
        guard sealProblem != nil, sealing == nil, !waiting.isEmpty else { return }
        guard sealFailed.map({ .now - $0 >= Self.sealRetry }) ?? true else { return }
        sealing = Task { await self.sealWaiting() }
    }

    private func sealWaiting() async {
        while let first = waiting.first {
            do throws(ArchiveError) {
                if let generation = open.generation(first.generation) { try await write(generation, left: first.left) }
                open.remove(first.generation)
                waiting.removeFirst()
                sealProblem = nil
                if let left = first.left { try left.letGo() } else { try FileTrouble.delete(first.path) }
            } catch {
                sealProblem = error
                sealFailed = .now
                break
            }
        }
        sealing = nil
    }

    private nonisolated func write(_ generation: OpenGeneration, left: LeftLog?) async throws(ArchiveError) {
        let level = settings.compressionLevel
        do {
            try await database.write { database in
                try GenerationSealer.seal(generation, level: level, in: database)
                try left?.note(in: database)
            }
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }
}

extension HistoryStore {
    private static func path(of number: UInt64, in folder: String) -> String { folder + "/open/\(number).log" }

    static func logs(in folder: String) throws(ArchiveError) -> [(number: UInt64, path: String)] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder + "/open")
        } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
        return names.compactMap { name in
            guard name.hasSuffix(".log"), let number = UInt64(name.dropLast(4)) else { return nil }
            return (number, path(of: number, in: folder))
        }
        .sorted { $0.number < $1.number }
    }

    /// Files that were put aside because something in them could not be read, by their paths: kept until a person deletes them.
    public nonisolated func damagedLogs() throws(ArchiveError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder + "/open")
                .filter { $0.hasSuffix(LeftLog.damagedEnding) }.sorted().map { "\(folder)/open/\($0)" }
        } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
    }

    /// The days of what cannot be read in logs that no writer has put aside yet.
    nonisolated var unreadDays: Set<Int64> { Set(unreadLogs.flatMap { $0.notes.map(\.day) }) }

    /// What is to be said of such logs, and the rows of logs that can be read.
    nonisolated func checkLogs() -> (sentences: [String], rows: Int) {
        (unreadLogs.flatMap(\.damageSentences), open.snapshot().reduce(0) { $0 + $1.rowCount })
    }

    private static func systemBootID() -> [UInt8] {
        let text = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
