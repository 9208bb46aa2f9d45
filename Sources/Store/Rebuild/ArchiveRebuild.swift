import Foundation
import GRDB
import Tracking

/// Makes a new database of what can be read in a damaged one, page by page.
///
/// The damaged file is read and never written. Rows that were deleted do not come back: free pages are not looked at.
final class ArchiveRebuild {
    /// Books of the library and lines that housekeeping writes again.
    private static let leftOut: Set<String> = ["grdb_migrations", "day_count"]
    private static let rowsPerStep = 2_000
    private static let bytesPerStep = 16 << 20

    private let lock: FolderLock
    private let pages: DatabasePages
    private let reader: TreeReader
    private let trees: [SavedTree]
    private let database: DatabasePool
    private let work: String
    private let folder: String
    private(set) var report = RebuildReport()

    /// By tree; what is not there was read whole.
    private var damage: [String: TreeDamage] = [:]
    /// By table.
    private var saved: [String: Int] = [:]
    private var rowids: [String: Set<Int64>] = [:]
    private var missing = MissingRows()
    private var pending: [(tree: SavedTree, values: [SavedValue])] = []
    private var pendingBytes = 0
    /// The highest number ever given, by table.
    private var sequences: [String: Int64] = [:]

    /// Reads the schema and makes an empty database of the same.
    ///
    /// - Throws: `inUse`, `newerSchema`, `unreadable`, `full`, `failed`.
    init(folder: String, realm: ArchiveRealm, settings: ArchiveSettings) throws(ArchiveError) {
        self.folder = folder
        lock = try FolderLock(folder: folder)
        try RebuiltFile(folder: folder).takePlaceIfWhole()
        let path = folder + "/" + ArchiveDatabase.name
        pages = try DatabasePages(path: path)
        work = path + ".rebuilding"
        var place = work
        do {
            // Of a rebuild that was not finished: the folder is ours.
            try? FileManager.default.removeItem(atPath: work)
            try PrivateFiles.makeFolder(work)
            place = path
            let model = try ArchiveDatabase.open(folder: work, realm: realm, settings: settings)
            let known = try model.read { try SavedTree.all(in: $0) }
            let first = OldSchema(pages, known)
            try first.refuse(realm: realm, migrations: settings.migrator.migrations, path: path)
            // A database from before the last steps is rebuilt as it was; it is brought up to date when it is opened.
            guard let step = first.lastStep(of: settings.migrator.migrations) else {
                (database, trees, reader) = (model, first.trees, TreeReader(pages))
                return
            }
            try model.close()
            try FileManager.default.removeItem(atPath: work)
            try PrivateFiles.makeFolder(work)
            database = try ArchiveDatabase.open(folder: work, realm: realm, settings: settings, upTo: step)
            trees = OldSchema(pages, try database.read { try SavedTree.all(in: $0) }).trees
            reader = TreeReader(pages)
        } catch {
            try? FileManager.default.removeItem(atPath: work)
            throw ArchiveDatabase.wrapped(error, path: place)
        }
    }

    /// Copies what can be read, and gives the new file its name beside the damaged one.
    ///
    /// - Throws: `unreadable` when nothing can be read; nothing is changed then.
    func run() throws(ArchiveError) {
        do {
            defer { try? FileManager.default.removeItem(atPath: work) }
            try copyRows()
            guard saved.contains(where: { $0.key != "fact" && $0.value > 0 }) else {
                throw ArchiveError.unreadable(path: folder, reason: "nothing of its database can be read")
            }
            try database.write { try finish(in: $0) }
            try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try database.close()
            let file = work + "/" + ArchiveDatabase.name
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
            try handle.synchronize()
            try handle.close()
            let rebuilt = RebuiltFile(folder: folder)
            try FileManager.default.moveItem(atPath: file, toPath: rebuilt.path)
            try FileTrouble.syncFolder(of: rebuilt.path)
            report.keptAs = try rebuilt.takePlaceIfWhole() ?? ""
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }
}

extension ArchiveRebuild {
    /// Pieces that were put aside before, by their numbers.
    var asideBefore: Set<Int64> { rowids["damaged_chunk"] ?? [] }

    private func copyRows() throws {
        // Rows may come before what they point to.
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
        for isTable in [true, false] {
            for (index, tree) in trees.enumerated() where tree.isTable == isTable {
                let found = try reader.read(root: tree.root, tree.form, as: UInt8(index + 1)) { record in
                    try take(record, of: tree)
                }
                if !found.isNone { damage[tree.name] = found }
            }
        }
        let orphans = try reader.readOrphans { number, record in try take(record, of: trees[Int(number) - 1]) }
        for (number, count) in orphans {
            report.pagesFoundAgain += count
            // What led there is damaged, also where its page looks well.
            let name = trees[Int(number) - 1].name
            if damage[name] == nil { damage[name] = TreeDamage(pages: 1) }
        }
        try copyFromIndices()
        try write()
        for (table, ids) in rowids { missing.forget(ids, of: table) }
    }

    /// Takes a row for the new file, or an entry of an index as a witness of one.
    ///
    /// - Returns: whether it is such a row or entry.
    private func take(_ record: SavedRecord, of tree: SavedTree) throws -> Bool {
        guard tree.name != "sqlite_sequence" else {
            return takeSequence(record)
        }
        guard let values = tree.values(record) else { return false }
        if !tree.isTable {
            missing.note(values, of: tree, unless: rowids[tree.table] ?? [])
        } else if !Self.leftOut.contains(tree.name) {
            // A page may be met twice where pointers are damaged.
            if let rowid = record.rowid, !rowids[tree.name, default: []].insert(rowid).inserted { return true }
            try add(values, of: tree)
        }
        return true
    }

    /// Takes the highest number ever given in a table; one that no table reaches is damaged.
    private func takeSequence(_ record: SavedRecord) -> Bool {
        guard record.values.count == 2, let table = record.values[0].text, let last = record.values[1].integer,
            trees.contains(where: { $0.name == table }), (0...SavedTree.highestRowid).contains(last)
        else { return false }
        sequences[table] = last
        return true
    }

    private func add(_ values: [SavedValue], of tree: SavedTree) throws {
        pending.append((tree, values))
        pendingBytes += values.reduce(0) { $0 + $1.byteCount }
        if pending.count >= Self.rowsPerStep || pendingBytes >= Self.bytesPerStep { try write() }
    }

    private func write() throws {
        let rows = pending
        (pending, pendingBytes) = ([], 0)
        try database.writeWithoutTransaction { database in
            try database.inTransaction {
                for (tree, values) in rows {
                    let statement = try database.cachedStatement(sql: tree.insertion(of: values.count))
                    try statement.execute(arguments: StatementArguments(values.map(\.databaseValue)))
                    saved[tree.table, default: 0] += database.changesCount
                }
                return .commit
            }
        }
    }

    /// Brings back rows of damaged tables of which an index holds every column.
    private func copyFromIndices() throws {
        for (index, tree) in trees.enumerated() where !tree.isTable {
            guard damage[tree.table] != nil, let table = trees.first(where: { $0.name == tree.table }),
                tree.covers(table)
            else { continue }
            _ = try TreeReader(pages).read(root: tree.root, tree.form, as: UInt8(index + 1)) { record in
                guard let values = tree.values(record) else { return false }
                if table.rowid != nil, let rowid = values.last?.integer {
                    guard rowids[tree.table, default: []].insert(rowid).inserted else { return true }
                }
                try add(values, of: tree)
                return true
            }
        }
    }

    // MARK: - What is said of what is missing

    private func finish(in database: Database) throws {
        // Under which terms rows came whose terms are gone nobody knows: so they go to nobody.
        try database.execute(
            sql: """
                INSERT INTO terms (id, licence, origin)
                SELECT terms, 'unknown', 'terms ' || terms || ' (lost)' FROM (SELECT terms FROM chunk UNION
                    SELECT terms FROM identity_change) WHERE terms NOT IN (SELECT id FROM terms)
                """
        )
        let counted = try String.fetchAll(database, sql: "SELECT name FROM sqlite_sequence")
        for table in Set(counted).union(sequences.keys) {
            // No number is given twice.
            let highest = max(sequences[table] ?? 0, rowids[table]?.max() ?? 0, missing.highest(of: table))
            try database.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [table])
            try database.execute(
                sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
                arguments: [table, highest]
            )
        }
        for (id, known) in missing.rows(of: "chunk") { try DamagedChunks.note(id, known, in: database) }
        report.isLossKnown = damage["chunk"] == nil || hasWholeIndex("chunk")
        try noteDays(in: database)
        report.tables = trees.filter {
            $0.isTable && !$0.name.hasPrefix("sqlite_") && !Self.leftOut.contains($0.name)
        }
        .map { table in
            RebuildReport.Table(
                name: table.name,
                saved: saved[table.name] ?? 0,
                lost: lost(of: table),
                knownLost: missing.rows(of: table.name).count,
                damagedPages: damage[table.name]?.pages ?? 0
            )
        }
    }

    /// The books of the days say that something is missing: of days with pieces put aside, or of all where nobody knows which.
    private func noteDays(in database: Database) throws {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        var lines: [Int64: String] = [:]
        if !report.isLossKnown {
            for start in try Int64.fetchAll(database, sql: "SELECT DISTINCT start FROM chunk") {
                lines[Moments.dayNumber(start)] = "how much of this day is missing is not known"
            }
        }
        for (_, known) in missing.rows(of: "chunk") {
            guard let start = known["start"]?.integer else { continue }
            lines[Moments.dayNumber(start)] = DayNotes.piecesLost
        }
        for (day, detail) in lines.sorted(by: { $0.key < $1.key }) {
            let note = DayNotes.Note(
                day: day,
                kind: .databaseDamaged,
                during: Moments.times(ofDay: day),
                detail: detail
            )
            try DayNotes.addOnce(note, noted: now, in: database)
        }
    }

    private func hasWholeIndex(_ table: String) -> Bool {
        trees.contains { !$0.isTable && $0.table == table && damage[$0.name] == nil }
    }

    private func lost(of table: SavedTree) -> Int? {
        guard damage[table.name] != nil else { return 0 }
        guard hasWholeIndex(table.name) else { return nil }
        return missing.rows(of: table.name).count
    }
}
