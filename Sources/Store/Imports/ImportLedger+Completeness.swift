import Aero
import Foundation

extension ImportLedger {
    /// A file by what it is called in its folder and the day it is of: the same in whatever archive or folder it lies.
    private struct FileOfDay: Hashable {
        let name: Substring
        let day: Int64?
    }

    /// Days (since 1970-01-01) of which an import brought rows.
    func days(of id: String) throws(ImportError) -> Set<Int64> {
        var days: Set<Int64> = []
        try forEachLine(of: id) { line in
            if line.end == "undone" { days.removeAll() }
            days.formUnion(Self.days(of: line))
        }
        return days
    }

    /// Whether what was damaged in an import has come in with another one, which was whole.
    ///
    /// That is so when the other is of the same origin and licence and kept no less, and each file that was damaged is in it, as far as
    /// the record names files; of an archive that was cut off nobody can name them. What an import that did not come to its end had not
    /// read yet nobody knows: it is made good by itself alone.
    func isMadeGood(_ earlier: String, by later: String) throws(ImportError) -> Bool {
        var heads: [LedgerLine] = []
        var isEnded = false
        var damaged: Set<FileOfDay> = []
        try forEachLine(of: earlier) { line in
            if line.id != nil { heads.append(line) }
            isEnded = line.end != nil
            guard line.damage != nil, let name = Self.fileName(line.entry) else { return }
            damaged.insert(FileOfDay(name: name, day: line.day))
        }
        guard isEnded || earlier == later else { return false }
        var there: Set<FileOfDay> = []
        try forEachLine(of: later) { line in
            if line.id != nil { heads.append(line) }
            if line.end == "undone" { there.removeAll() }
            guard line.sha256 != nil, let name = Self.fileName(line.entry) else { return }
            there.insert(FileOfDay(name: name, day: nil))
            for day in Self.days(of: line) { there.insert(FileOfDay(name: name, day: day)) }
        }
        guard let first = heads.first, let last = heads.last, first.origin == last.origin,
            first.licence == last.licence,
            first.filter == last.filter || last.filter == ""
        else { return false }
        return damaged.isSubset(of: there)
    }

    private static func days(of line: LedgerLine) -> Set<Int64> {
        guard line.sha256 != nil, let from = line.from, let to = line.to, from <= to,
            HistoryStore.times.contains(from), HistoryStore.times.contains(to)
        else { return [] }
        return [Moments.dayNumber(from), Moments.dayNumber(to)]
    }

    /// The last part of a path that names a trace; `nil` for an archive or folder.
    private static func fileName(_ entry: String?) -> Substring? {
        guard let name = entry?.split(separator: "/").last, name.contains(".json") else { return nil }
        return name.hasSuffix(".gz") ? name.dropLast(3) : name
    }
}
