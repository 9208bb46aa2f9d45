public import Aero
import Foundation
import GRDB
import Synchronization
public import Visits

/// Announced visits, each as the changes it is made of; with the reports whole, private.
///
/// A database of its own, `visits.sqlite`, readable by its owner alone. Changes are written once; what was acknowledged is on the disk.
/// Several processes may use one database. Calls wait for the disk.
public final class VisitStore: Sendable {
    public static let name = "visits.sqlite"
    /// Visits of one database, and bytes of the reports of one visit, at most.
    public static let most = 2_000
    public static let largestReports = 200_000_000

    public let path: String
    let database: DatabasePool
    /// Ours: about how many bytes of memory visits that were read may stay in.
    private static let room = 100_000_000
    /// Visits as they were made of their changes last: only what was added since is read again.
    private let known = Mutex(VisitCache(room: room))

    /// Opens the database of a folder; both are made if need be, for their owner alone.
    ///
    /// - Throws: `unreadable`, `newerSchema`, `full`.
    public init(folder: String) throws(VisitKeepingError) {
        path = folder + "/" + Self.name
        do {
            try Self.makePrivate(folder, path)
            database = try DatabasePool(path: path, configuration: Self.configuration())
            try database.write { try VisitSchema.refuseNewer($0) }
            try VisitSchema.migrator.migrate(database)
        } catch { throw Self.wrapped(error, path: path) }
    }

    /// Closes the database; no other call may be running.
    public func close() throws(VisitKeepingError) {
        do { try database.close() } catch { throw Self.wrapped(error, path: path) }
    }

    /// All visits, the one changed last first.
    public func visits() throws(VisitKeepingError) -> [KeptVisit] {
        try asked { try database.read { try self.all(in: $0) } }.sorted { ($0.changed, $0.id) > ($1.changed, $1.id) }
    }

    /// - Returns: `nil` where there is none of that name.
    public func visit(_ id: String) throws(VisitKeepingError) -> KeptVisit? {
        try asked { try database.read { try self.visit(id, in: $0) } }
    }

    /// The report of a visit, whole; `nil` where there is none, or it came without.
    public func copy(ofReport number: Int, of id: String) throws(VisitKeepingError) -> ReportCopy? {
        try asked {
            try database.read { database in
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT is_text, bytes FROM report WHERE visit = ? AND number = ?",
                    arguments: [id, number]
                )
                return row.map { row in
                    let bytes: Data = row[1]
                    return ReportCopy(report: number, bytes: [UInt8](bytes), isText: row[0])
                }
            }
        }
    }

    /// Begins a visit with its first changes.
    public func begin(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy] = [],
        by person: String,
        at time: Timestamp
    ) throws(VisitKeepingError) -> KeptVisit {
        try asked {
            try database.write { database in
                guard try Int.fetchOne(database, sql: "SELECT count(*) FROM visit") ?? 0 < Self.most else {
                    throw VisitKeepingError.tooMany
                }
                let id = Self.newID()
                try database.execute(
                    sql: "INSERT INTO visit (id, created) VALUES (?, ?)",
                    arguments: [id, time.nanoseconds]
                )
                let empty = KeptVisit(id: id, created: time, visit: Visit(), texts: [:])
                return try Self.write(acts, copies, to: empty, by: person, at: time, in: database)
            }
        }
    }

    /// Makes changes, all of them or none.
    ///
    /// - Parameter after: how many changes the visit had when they were thought of; `nil`: whatever it has.
    /// - Throws: `unknownVisit`, `changedMeanwhile`, `refused`; then nothing has changed.
    public func apply(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy] = [],
        to id: String,
        after: Int?,
        by person: String,
        at time: Timestamp
    ) throws(VisitKeepingError) -> KeptVisit {
        try asked {
            try database.write { database in
                guard let kept = try self.visit(id, in: database) else { throw VisitKeepingError.unknownVisit }
                guard after == nil || after == kept.version else {
                    throw VisitKeepingError.changedMeanwhile(changes: kept.version)
                }
                return try Self.write(acts, copies, to: kept, by: person, at: time, in: database)
            }
        }
    }

    /// Removes a visit with everything in it; that it was removed, when and by whom stays.
    ///
    /// - Returns: whether there was one.
    public func remove(_ id: String, by person: String, at time: Timestamp) throws(VisitKeepingError) -> Bool {
        let wasThere = try asked {
            try database.write { database in
                try database.execute(sql: "DELETE FROM visit WHERE id = ?", arguments: [id])
                guard database.changesCount > 0 else { return false }
                try database.execute(
                    sql: "INSERT INTO removed (id, at, by) VALUES (?, ?, ?)",
                    arguments: [id, time.nanoseconds, person]
                )
                return true
            }
        }
        known.withLock { $0.remove(id) }
        // What was removed must not be left in the journal either.
        if wasThere { try asked { _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) } } }
        return wasThere
    }

    /// SHA-256, small hexadecimal letters.
    public static func sha256(of bytes: [UInt8]) -> String { ContentDigest.hex(bytes) }
}

// MARK: - Reading
extension VisitStore {
    private func all(in database: Database) throws -> [KeptVisit] {
        try String.fetchAll(database, sql: "SELECT id FROM visit").compactMap { try visit($0, in: database) }
    }

    /// A visit made of its changes; what was made of them before is gone on from.
    private func visit(_ id: String, in database: Database) throws -> KeptVisit? {
        let created = try Int64.fetchOne(database, sql: "SELECT created FROM visit WHERE id = ?", arguments: [id])
        guard let created else { return nil }
        let earlier = known.withLock { $0.entry(id) }
        var visit = earlier?.kept.visit ?? Visit()
        let (fresh, bytes) = try changes(of: id, after: visit.changes.count, in: database)
        if let earlier, fresh.isEmpty { return earlier.kept }
        do throws(VisitReplayError) { try visit.replay(fresh) } catch {
            throw damage(id, error.number, "\(error.reason)")
        }
        let texts = try Self.texts(of: id, in: database)
        let kept = KeptVisit(id: id, created: Timestamp(nanoseconds: created), visit: visit, texts: texts)
        let entry = VisitCache.Entry(kept: kept, changeBytes: (earlier?.changeBytes ?? 0) + bytes)
        known.withLock { $0.keep(entry) }
        return kept
    }

    /// The changes of a visit behind the first so many, and how many bytes they take as they are stored.
    private func changes(of id: String, after count: Int, in database: Database) throws -> ([KeptChange], Int) {
        var (changes, bytes): ([KeptChange], Int) = ([], 0)
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT number, at, by, act FROM change WHERE visit = ? AND number > ? ORDER BY number",
            arguments: [id, count]
        )
        while let row = try rows.next() {
            let number: Int = row[0]
            let (at, stored): (Int64, Data) = (row[1], row[3])
            guard number == count + changes.count + 1 else { throw damage(id, number, "a change before it is missing") }
            do {
                let act = try StoredAct.act([UInt8](stored))
                changes.append(KeptChange(act: act, by: row[2], at: Timestamp(nanoseconds: at)))
            } catch { throw damage(id, number, "\(error)") }
            bytes += stored.count
        }
        return (changes, bytes)
    }

    private static func texts(of id: String, in database: Database) throws -> [Int: String] {
        var texts: [Int: String] = [:]
        let sql = "SELECT number, bytes FROM report WHERE visit = ? AND is_text"
        for row in try Row.fetchAll(database, sql: sql, arguments: [id]) {
            let bytes: Data = row[1]
            texts[row[0]] = String(decoding: bytes, as: UTF8.self)
        }
        return texts
    }

    private func damage(_ id: String, _ number: Int, _ reason: String) -> VisitKeepingError {
        .unreadable(path: path, reason: "change \(number) of visit \(id): \(reason)")
    }
}

// MARK: - Writing
extension VisitStore {
    private static func write(
        _ acts: [VisitChange.Act],
        _ copies: [ReportCopy],
        to kept: KeptVisit,
        by person: String,
        at time: Timestamp,
        in database: Database
    ) throws -> KeptVisit {
        var (visit, texts) = (kept.visit, kept.texts)
        for act in acts {
            do { try visit.apply(act, by: person, at: time) } catch { throw VisitKeepingError.refused(error) }
            let bytes = StoredAct.bytes(of: act)
            guard bytes.count <= StoredAct.largest else { throw VisitKeepingError.tooMany }
            try database.execute(
                sql: "INSERT INTO change (visit, number, at, by, act) VALUES (?, ?, ?, ?, ?)",
                arguments: [kept.id, visit.changes.count, time.nanoseconds, person, Data(bytes)]
            )
        }
        for copy in copies {
            try database.execute(
                sql: "INSERT INTO report (visit, number, is_text, sha256, bytes) VALUES (?, ?, ?, ?, ?)",
                arguments: [kept.id, copy.report, copy.isText, sha256(of: copy.bytes), Data(copy.bytes)]
            )
            if copy.isText { texts[copy.report] = String(decoding: copy.bytes, as: UTF8.self) }
        }
        let sql = "SELECT coalesce(sum(length(bytes)), 0) FROM report WHERE visit = ?"
        guard try Int.fetchOne(database, sql: sql, arguments: [kept.id]) ?? 0 <= largestReports else {
            throw VisitKeepingError.tooMany
        }
        return KeptVisit(id: kept.id, created: kept.created, visit: visit, texts: texts)
    }

    /// Twelve letters and digits by chance: 62 bits.
    private static func newID() -> String {
        var chance = SystemRandomNumberGenerator()
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        return String((0..<12).compactMap { _ in letters.randomElement(using: &chance) })
    }
}

// MARK: - The database
extension VisitStore {
    /// The folder 0700 and the file 0600 before anything stands in it; the journal beside it gets what the file has.
    private static func makePrivate(_ folder: String, _ path: String) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        if !files.fileExists(atPath: path) {
            _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "visits"
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // What is acknowledged is on the disk; what is removed is overwritten.
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON; PRAGMA cache_size = -8000
                    """
            )
        }
        return configuration
    }

    private func asked<Value>(_ body: () throws -> Value) throws(VisitKeepingError) -> Value {
        do { return try body() } catch { throw Self.wrapped(error, path: path) }
    }

    private static func wrapped(_ error: any Error, path: String) -> VisitKeepingError {
        switch error {
        case let error as VisitKeepingError: return error
        case let error as DatabaseError:
            let reason = error.message ?? "code \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: return .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
                return .unreadable(path: path, reason: reason)
            default: return .failed(reason)
            }
        default: return .failed("\(error)")
        }
    }
}
