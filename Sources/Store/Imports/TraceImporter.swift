import Aero
import Feeds
public import Tracking

/// Brings readsb traces and whole globe_history days into an archive, while they stream by: nothing is unpacked onto the disk, and of each
/// archive only one trace at a time is in memory.
///
/// The same again changes nothing; what was cut off goes on where it was. What is damaged is named, what stands beside it is taken in.
public struct TraceImporter: Sendable {
    private let archive: any TrackArchive
    private let ledger: ImportLedger
    private let limits: ImportLimits

    /// - Parameter archive: one of the realm `imported`: nothing imported goes among what our receivers heard.
    public init(archive: any TrackArchive, ledger: ImportLedger, limits: ImportLimits = ImportLimits()) {
        self.archive = archive
        self.ledger = ledger
        self.limits = limits
    }

    /// Imports.
    ///
    /// A cancelled task ends it after the trace it is at; that is no error, `isCut` tells.
    /// - Parameter progress: called each time rows went to the archive, and every hundred files.
    @concurrent
    public func run(
        _ request: ImportRequest,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> ImportReport {
        try request.check()
        let inputs = try ImportInput.find(request.inputs)
        let clock = ContinuousClock()
        let begin = clock.now
        let id = identity(request, inputs)
        let lost = try await lostPieces(request)
        var spans = ImportedSpans()
        for piece in lost { spans.add(piece.aircraft, piece.times) }
        let run = try ImportRun(request, id: id, inputs: inputs, lost: spans, ledger, limits)
        var isCut = false
        var steps = 0
        reading: for input in inputs {
            let items = input.items(depth: limits.depth)
            while run.step(items, of: input) {
                steps += 1
                isCut = Task.isCancelled
                if isCut { break reading }
                if run.isFull { try await flush(run) } else if steps % 100 != 0 { continue }
                progress(run.progress)
            }
        }
        run.end(isCut: isCut, seconds: Self.seconds(clock.now - begin))
        // What lacks stands in the books before the record says that this has come to its end.
        if !isCut { try await noteLacking(run.report) }
        try await flush(run)
        var report = run.report
        if !isCut {
            try await forgetMadeGood(report)
            report.mended = try await mend(lost.filter { run.brought.meets($0.aircraft, $0.times) }, request)
        }
        progress(run.progress)
        return report
    }

    /// Hands on what was read. The books of days that are begun by it say so, until all has come in or is taken back.
    private func flush(_ run: ImportRun) async throws(ImportError) {
        let (id, days) = (run.report.id, run.freshDays)
        if let books = archive as? any ImportNotingArchive, !days.isEmpty {
            // Also when the rest is no longer wanted: what was read is kept, and what is kept is in the books.
            let problem = await Task { () -> ArchiveError? in
                do throws(ArchiveError) {
                    try await books.noteImport(id, lacking: Self.begun, on: days)
                    return nil
                } catch { return error }
            }.value
            if let problem { throw .archive(problem) }
        }
        try await run.flush(to: archive)
    }

    private static let begun = "it has not come to its end"

    /// Takes an import back: its rows go, but for those of a time for which another import brought the aircraft as well.
    ///
    /// Those go with the last of the imports that brought them.
    ///
    /// - Returns: how many rows went.
    public func undo(_ id: String, in archive: some ErasableArchive) async throws(ImportError) -> Int {
        guard ImportLedger.isID(id), ledger.ids().contains(id) else { throw .unknownImport(id) }
        var head = LedgerLine()
        var spans = ImportedSpans()
        // Also what was about to be kept when it ended.
        try ledger.forEachLine(of: id) { line in
            if line.id != nil { head = line }
            if line.end == "undone" { spans = ImportedSpans() }
            spans.add(line)
        }
        guard let licence = head.licence.flatMap(LicenceTag.init(rawValue:)), let origin = head.origin else {
            throw .unknownImport(id)
        }
        for other in ledger.ids() where other != id { try leaveOut(&spans, broughtBy: other, head) }
        var erased = 0
        for (aircraft, times) in spans.all {
            do {
                erased += try await archive.erase(
                    aircraft,
                    during: CalendarDay.instant(times.lowerBound)..<CalendarDay.instant(times.upperBound),
                    licence: licence,
                    origin: origin
                )
            } catch {
                throw .archive(error)
            }
        }
        var line = LedgerLine()
        line.end = "undone"
        try ledger.append([line], to: id)
        if let books = archive as? any ImportNotingArchive { try await forget(id, nil, on: [nil], in: books) }
        return erased
    }

    // MARK: - Parts

    /// What damage took of what came under the same terms.
    private func lostPieces(_ request: ImportRequest) async throws(ImportError) -> [LostPiece] {
        guard let archive = archive as? any MendableArchive else { return [] }
        do { return try await archive.lostPieces(licence: request.licence, origin: request.origin) } catch {
            throw .archive(error)
        }
    }

    private func mend(_ pieces: [LostPiece], _ request: ImportRequest) async throws(ImportError) -> Int {
        guard let archive = archive as? any MendableArchive else { return 0 }
        do {
            return try await archive.forgetMended(pieces, licence: request.licence, origin: request.origin)
        } catch { throw .archive(error) }
    }

    /// Writes into the books of the days what lacks.
    private func noteLacking(_ report: ImportReport) async throws(ImportError) {
        guard let books = archive as? any ImportNotingArchive else { return }
        do throws(ArchiveError) {
            for (reason, days) in Dictionary(grouping: report.incompleteDays.keys, by: { report.incompleteDays[$0] }) {
                try await books.noteImport(report.id, lacking: reason ?? "", on: Set(days))
            }
        } catch { throw .archive(error) }
    }

    /// Takes out of the books that this import was begun, and what lacked of others and lacks no longer.
    private func forgetMadeGood(_ report: ImportReport) async throws(ImportError) {
        guard let books = archive as? any ImportNotingArchive else { return }
        try await forget(report.id, Self.begun, on: [nil], in: books)
        guard report.isWhole else { return }
        let fixed = try ledger.days(of: report.id)
        for earlier in ledger.ids() where try ledger.isMadeGood(earlier, by: report.id) {
            try await forget(earlier, nil, on: Array(fixed), in: books)
        }
    }

    private func forget(
        _ id: String,
        _ reason: String?,
        on days: [Int64?],
        in books: any ImportNotingArchive
    ) async throws(ImportError) {
        do throws(ArchiveError) {
            for day in days { try await books.forgetImport(id, lacking: reason, on: day) }
        } catch { throw .archive(error) }
    }

    /// Leaves out what another import of the same origin and licence brought too.
    private func leaveOut(
        _ spans: inout ImportedSpans,
        broughtBy other: String,
        _ head: LedgerLine
    ) throws(ImportError) {
        var isSame = false
        var brought = ImportedSpans()
        try ledger.forEachLine(of: other) { line in
            if line.id != nil { isSame = line.origin == head.origin && line.licence == head.licence }
            if line.end == "undone" { brought = ImportedSpans() }
            guard isSame else { return }
            brought.add(line, of: spans)
        }
        spans.subtract(brought)
    }

    /// A name for the same inputs, read in the same way: from names, sizes and the first bytes.
    private func identity(_ request: ImportRequest, _ inputs: [ImportInput]) -> String {
        var digest = ContentDigest()
        digest.update("\(request.origin)\n\(request.licence.rawValue)\n\(request.filter.words)\n")
        for input in inputs {
            switch input {
            case .trace(let path): Self.add([path], to: &digest)
            case .archive(let parts): Self.add(parts, to: &digest)
            case .folder(let path):
                let items = FolderItems(path, depth: limits.depth)
                while let item = items.next() {
                    if case .file(let name, let size, _) = item { digest.update("\(size) \(name)\n") }
                }
            }
        }
        return String(digest.finish().prefix(16))
    }

    private static func add(_ paths: [String], to digest: inout ContentDigest) {
        for path in paths {
            digest.update("\(FolderItems.size(path))\n")
            digest.update((try? SourceReader(FileSource([path])).read(1 << 20)) ?? [])
        }
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
