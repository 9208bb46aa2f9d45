import Foundation
import GRDB
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A log that a program left behind when it ended: it is read, brought in, and then deleted, or put aside where something of it is lost.
struct LeftLog: Sendable {
    static let damagedEnding = ".log.damaged"

    let path: String
    let findings: OpenLogReader.Findings
    /// The file's own time, ms: when it was written last, as the system says.
    let modified: Int64
    /// The name it gets when it is put aside: one that no other file has.
    private let aside: String

    /// Reads a log.
    ///
    /// - Throws: `unreadable`.
    init(path: String, _ take: (ObservationBatch) -> Void) throws(ArchiveError) {
        self.path = path
        var reader = try OpenLogReader(path: path)
        findings = reader.read(take)
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        modified = ((attributes?[.modificationDate] as? Date) ?? Date()).milliseconds
        let bare = path.hasSuffix(".log") ? String(path.dropLast(4)) : path
        var (free, copy) = (bare + Self.damagedEnding, 1)
        while FileManager.default.fileExists(atPath: free) {
            copy += 1
            free = "\(bare)-\(copy)\(Self.damagedEnding)"
        }
        aside = free
    }

    /// Whether something is lost that had been acknowledged, or may be.
    var isDamaged: Bool { findings.damagedEntries > 0 || findings.isForeign }

    /// Seals what it holds and lets go of the file.
    func bringIn(_ generation: OpenGeneration, database: DatabasePool, level: Int32) throws(ArchiveError) {
        do {
            try database.write { database in
                try GenerationSealer.seal(generation, level: level, in: database)
                try note(in: database)
            }
        } catch {
            throw ArchiveDatabase.wrapped(error, path: path)
        }
        try letGo()
    }

    /// The days of what is lost are told so.
    func note(in database: Database) throws {
        for note in notes { try DayNotes.addOnce(note, noted: Date().milliseconds, in: database) }
    }

    /// Deletes the file, or puts it aside.
    func letGo() throws(ArchiveError) {
        guard isDamaged else { return try FileTrouble.delete(path) }
        // safe: the texts outlive the call.
        guard unsafe rename(path, aside) == 0 else { throw FileTrouble.error(errno, path: path) }
        try FileTrouble.syncFolder(of: path)
    }

    // MARK: - What is said of it

    /// A line for each day of the time in which something is lost.
    var notes: [DayNotes.Note] {
        guard isDamaged else { return [] }
        let during = lostTime
        let (first, last) = (Moments.dayNumber(during.lowerBound), Moments.dayNumber(during.upperBound))
        // An odd clock does not make a thousand days: then it is the two that are known.
        let days = last - first < 8 ? Array(first...last) : [first, last]
        return days.map { day in
            let whole = Moments.times(ofDay: day)
            let start = max(during.lowerBound, whole.lowerBound)
            return DayNotes.Note(
                day: day,
                kind: .logDamaged,
                during: start..<max(start, min(during.upperBound, whole.upperBound)),
                detail: "\(name): " + (findings.isForeign ? "nothing of it could be read" : lost)
            )
        }
    }

    /// ms; between the times of what stood before and after, else to when the file was written.
    private var lostTime: ClosedRange<Int64> {
        let after = findings.damagedAfter ?? findings.damagedBefore ?? modified
        // The file's own time says something only where it lies near the rows' (what is imported is older).
        let end = (modified &- after).magnitude <= UInt64(Moments.day) ? modified : after
        let before = findings.damagedBefore ?? end
        return min(after, before)...max(after, before)
    }

    private var name: String { (path as NSString).lastPathComponent }

    private var lost: String {
        let entries = findings.damagedEntries == 1 ? "1 entry" : "\(findings.damagedEntries) entries"
        return "\(entries) (\(findings.damagedBytes) bytes) could not be read"
    }

    /// What is to be said of what cannot be read in it, before anything is done about it.
    var damageSentences: [String] {
        if findings.isForeign { return ["\(name): it does not begin as a log does; nothing of it can be read"] }
        return findings.damagedEntries > 0 ? ["\(name): \(lost)"] : []
    }

    /// What is to be said of it.
    func sentences(rows: Int) -> [String] {
        let kept = "the file is kept as \((aside as NSString).lastPathComponent)"
        if findings.isForeign { return ["\(name): it does not begin as a log does; nothing of it was read, \(kept)"] }
        var said = ["\(name): \(rows) rows brought in"]
        if findings.cutBytes > 0 {
            said.append("\(name): \(findings.cutBytes) bytes at the end were no whole entry and were cut")
        }
        if findings.mendedEntries > 0 {
            said.append("\(name): \(findings.mendedEntries) entries had a damaged length and were read all the same")
        }
        if findings.damagedEntries > 0 { said.append("\(name): \(lost); the day says so, \(kept)") }
        return said
    }
}

extension Date {
    fileprivate var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }
}
