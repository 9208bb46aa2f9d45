public import Tracking

extension HistoryStore {
    /// Makes a new database of what can be read in a damaged one; that one is kept beside it, as it is.
    ///
    /// Pieces of which only the indices know are written down as put aside, and so are those whose bytes do not agree with their check
    /// sums; days that lack something say so. A crash at any moment leaves the old file or the new one, never none.
    /// - Throws: `inUse`, `newerSchema`, `full`, `failed`; `unreadable` when nothing can be read: then nothing is changed.
    public static func rebuild(folder: String, realm: ArchiveRealm) async throws(ArchiveError) -> RebuildReport {
        var (report, before) = try copied(folder, realm)
        let store = try HistoryStore(folder: folder, realm: realm)
        try await store.repair()
        report.days = try await store.ask { [before] database, _ in
            try DamagedChunks.lossByDay(except: before, in: database)
        }
        try await store.close()
        return report
    }

    /// The folder is held as long as this takes.
    private static func copied(
        _ folder: String,
        _ realm: ArchiveRealm
    ) throws(ArchiveError) -> (RebuildReport, asideBefore: Set<Int64>) {
        let rebuild = try ArchiveRebuild(folder: folder, realm: realm, settings: ArchiveSettings(for: realm))
        try rebuild.run()
        return (rebuild.report, rebuild.asideBefore)
    }
}
