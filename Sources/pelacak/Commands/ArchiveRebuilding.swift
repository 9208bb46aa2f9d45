import Store
import Tracking

/// Makes a damaged database anew, for `pelacak doctor --repair`, and says what that saved.
struct ArchiveRebuilding {
    let archive: ArchiveOptions
    let realm: ArchiveRealm

    /// Looks whether it is needed, and does it.
    ///
    /// - Returns: whether it was.
    /// - Throws: `ArchiveError`, also where nothing could be read; `Failure` where the folder is in use.
    func run() async throws -> Bool {
        let problems = try await problems()
        guard let first = problems.first else { return false }
        print("\(realm): the database: \(first)" + (problems.count > 1 ? ", and \(problems.count - 1) more" : ""))
        let report: RebuildReport
        do { report = try await HistoryStore.rebuild(folder: archive.folder(realm), realm: realm) } catch {
            if case .inUse = error { throw ArchiveOptions.failure(error) }
            throw error
        }
        tell(report)
        return true
    }

    private func problems() async throws -> [String] {
        let store: HistoryStore
        do { store = try HistoryStore(reading: archive.folder(realm), realm: realm) } catch {
            guard case .unreadable(_, let reason) = error else { throw error }
            return [reason]
        }
        let problems = try await store.databaseProblems()
        try await store.close()
        return problems
    }

    private func tell(_ report: RebuildReport) {
        print("\(realm): made anew from the pages that can be read; the damaged file is kept as \(report.keptAs)")
        for table in report.tables where table.saved > 0 || table.damagedPages > 0 || table.lost != 0 {
            let lost =
                table.lost.map { "\($0) lost" }
                ?? (table.knownLost > 0 ? "\(table.knownLost) lost at least" : "nobody knows how many lost")
            let pages = table.damagedPages > 0 ? ", \(table.damagedPages) pages damaged" : ""
            print("\(realm): \(table.name): \(table.saved) saved, \(lost)\(pages)")
        }
        if report.pagesFoundAgain > 0 {
            print("\(realm): \(report.pagesFoundAgain) pages to which nothing led any more were found again")
        }
        for day in report.days {
            print(
                "\(realm): \(QuestionOptions.dayText(day.day)): \(day.savedChunks) pieces with \(day.savedRows) observations saved; "
                    + "\(day.lostChunks) pieces damaged or lost, \(day.lostRows) observations gone"
            )
        }
        if !report.isLossKnown {
            print("\(realm): more may be lost than the indices know: every day says now that it may lack something")
        }
        if realm == .imported, !report.days.isEmpty || !report.isLossKnown {
            let again = report.isLossKnown ? "" : " with --again"
            print(
                "\(realm): the same imports once more\(again) bring back what is gone: pelacak import done lists them"
            )
        }
    }
}
