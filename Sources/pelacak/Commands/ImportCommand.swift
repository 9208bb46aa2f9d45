import Aero
import ArgumentParser
import Foundation
import Store
import Tracking

/// Brings in what others kept.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in what others kept: readsb traces and globe_history days.",
        discussion: """
            Examples:
              pelacak import traces 2024/06/18 --source-name adsb.lol --licence ODbL
              pelacak import traces day.tar --icao 34718d --estimate --source-name adsb.lol --licence ODbL
              pelacak import done
              pelacak import undo 3f9c0d2a71b6e845
            """,
        subcommands: [ImportTraces.self, ImportsDone.self, UndoImport.self]
    )

    static func run<Value>(_ body: () async throws(ImportError) -> Value) async throws(Failure) -> Value {
        do { return try await body() } catch {
            if case .archive(let error) = error { throw ArchiveOptions.failure(error) }
            throw Failure(error.description)
        }
    }
}

/// `pelacak import traces`
struct ImportTraces: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "traces",
        abstract: "Import readsb traces: files, folders, tar archives (packed, split).",
        discussion: """
            Example:
              pelacak import traces v2024.06.18-planes-readsb-prod-0.tar.aa --source-name adsb.lol --licence ODbL

            Nothing is unpacked onto the disk. The same again changes nothing; what was cut off goes on where it was, and what damage took
            since comes back.
            """
    )

    @Argument(help: ArgumentHelp("Files and folders; of a split archive one part.", valueName: "INPUT")) var inputs:
        [String]
    @OptionGroup var choice: ChoiceOptions
    @Option(help: ArgumentHelp("Only the addresses in this file, one a line.", valueName: "FILE")) var list: String?
    @Option(help: ArgumentHelp("Who is to be credited, for example adsb.lol.", valueName: "NAME")) var sourceName:
        String
    @Option(
        help: ArgumentHelp(
            "Under which terms: \(LicenceTag.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "L"
        )
    ) var licence: String
    @Flag(help: "Say what it would bring and how long it takes, and stop there.") var estimate = false
    @Flag(help: "Read files again that were imported already; what is there stays once.") var again = false
    @Flag(help: "Print the result as JSON.") var json = false
    @Flag(help: "No progress.") var quiet = false
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        let request = try request()
        if estimate || !quiet {
            let expected = try await ImportCommand.run { () async throws(ImportError) in
                try await TraceImporter.estimate(request)
            }
            try tell(expected)
        }
        // An estimate leaves nothing behind, and goes beside whoever has the archive.
        guard !estimate else { return }
        let store = try archive.open(.imported, isNew: true)
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: archive.folder(.imported)))
        let line = ProgressLine(isQuiet: quiet)
        let work = Task {
            try await importer.run(request) { progress in
                let share = progress.totalBytes > 0 ? min(100, 100 * progress.bytes / progress.totalBytes) : 0
                line.tell("\(share) %, \(progress.files) files, \(progress.rows) rows, \(progress.damaged) damaged")
            }
        }
        let signals = StopSignals { work.cancel() }
        let report = try await ImportCommand.run { () async throws(ImportError) in
            do { return try await work.value } catch let error as ImportError { throw error } catch {
                throw .archive(.failed("\(error)"))
            }
        }
        signals.end()
        line.end()
        do { try await store.close() } catch { throw ArchiveOptions.failure(error) }
        try write(report)
        if report.isCut { throw Failure("stopped; the same command goes on where it was") }
        guard report.damagedCount == 0 else {
            throw Failure("\(report.damagedCount) could not be read, in whole or in part; all else is in the archive")
        }
        guard report.files > 0 || !report.skipped.isEmpty else { throw Failure("there is no trace in what was named") }
    }

    private func request() throws -> ImportRequest {
        guard let licence = LicenceTag(rawValue: licence) else {
            throw UsageError(
                "--licence \(self.licence): write one of \(LicenceTag.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        var request = ImportRequest(inputs: inputs, licence: licence, origin: sourceName)
        request.isAgain = again
        request.filter.aircraft = try choice.addresses().map(Set.init)
        if let list {
            guard let text = try? String(contentsOfFile: list, encoding: .utf8) else {
                throw Failure("\(list): no such file, or it is no text")
            }
            do { request.filter.aircraft = try AddressList.read(text).union(request.filter.aircraft ?? []) } catch {
                throw Failure("\(list): \(error)")
            }
        }
        request.filter.area = try choice.area()
        let (from, to) = try choice.times()
        if from != nil || to != nil {
            request.filter.during = (from ?? Timestamp(nanoseconds: .min))..<(to ?? Timestamp(nanoseconds: .max))
        }
        return request
    }

    /// One JSON document.
    private struct Estimate: Encodable {
        var files: Int
        var wantedFiles: Int
        var rows: Int
        var storedBytes: Int
        var seconds: Double
        var tried: Int
        var held: Int
        var isUncertain: Bool
    }

    private func tell(_ expected: ImportEstimate) throws {
        if estimate, json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let document = Estimate(
                files: expected.files,
                wantedFiles: expected.wantedFiles,
                rows: expected.rows,
                storedBytes: expected.storedBytes,
                seconds: expected.seconds,
                tried: expected.sample,
                held: expected.held,
                isUncertain: expected.isUncertain
            )
            return print(String(decoding: try encoder.encode(document), as: UTF8.self))
        }
        let doubt =
            expected.isUncertain
            ? " (uncertain: of \(expected.sample) files tried \(expected.held) hold any of it)" : ""
        let text =
            "about \(expected.wantedFiles) of \(expected.files) files, \(expected.rows) rows, "
            + "\(expected.storedBytes >> 20) MiB in the archive, \(Int(expected.seconds.rounded(.up))) s" + doubt
        // It is the answer, or what goes before it.
        if estimate { print(text) } else { StandardError.line("pelacak: \(text)") }
    }

    /// One JSON document.
    private struct Document: Encodable {
        var id: String
        var files: Int
        var rows: Int
        var aircraft: Int
        var skipped: [String: Int]
        var damaged: [[String: String]]
        var damagedCount: Int
        var badRows: Int
        var badValues: Int
        var incompleteDays: [String: String]
        var mended: Int
        var seconds: Double
        var rowsPerSecond: Int
    }

    private func write(_ report: ImportReport) throws {
        let skipped = Dictionary(uniqueKeysWithValues: report.skipped.map { ($0.key.rawValue, $0.value) })
        let days = Dictionary(
            uniqueKeysWithValues: report.incompleteDays.map { day, reason in
                (String(TimeText.iso(Timestamp(nanoseconds: day * 86_400_000_000_000)).prefix(10)), reason)
            }
        )
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let document = Document(
                id: report.id,
                files: report.files,
                rows: report.rows,
                aircraft: report.aircraft,
                skipped: skipped,
                damaged: report.damaged.map { ["name": $0.name, "reason": $0.reason] },
                damagedCount: report.damagedCount,
                badRows: report.badRows,
                badValues: report.badValues,
                incompleteDays: days,
                mended: report.mended,
                seconds: report.seconds,
                rowsPerSecond: Int(report.rowsPerSecond)
            )
            print(String(decoding: try encoder.encode(document), as: UTF8.self))
            return
        }
        print(
            "import \(report.id): \(report.rows) rows of \(report.aircraft) aircraft from \(report.files) files, "
                + "\(Int(report.rowsPerSecond)) rows/s"
        )
        for (reason, count) in skipped.sorted(by: { $0.key < $1.key }) { print("passed over: \(count) × \(reason)") }
        if report.badRows > 0 || report.badValues > 0 {
            print("left out: \(report.badRows) rows without a possible time or place, \(report.badValues) values")
        }
        if report.mended > 0 { print("brought back: \(report.mended) pieces that damage had taken") }
        for damage in report.damaged { print("damaged: \(damage.name): \(damage.reason)") }
        if report.damagedCount > report.damaged.count { print("damaged: \(report.damagedCount) in all") }
        for (day, reason) in days.sorted(by: { $0.key < $1.key }) { print("incomplete: \(day): \(reason)") }
    }
}

/// `pelacak import done`
struct ImportsDone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "done", abstract: "List the imports there were.")

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        let ledger = ImportLedger(folder: archive.folder(.imported))
        let entries = try await ImportCommand.run { () async throws(ImportError) in try ledger.entries() }
        guard !entries.isEmpty else {
            StandardError.line("pelacak: nothing was imported yet; begin with: pelacak import traces --help")
            return
        }
        for entry in entries {
            let filter = entry.filter.isEmpty ? "" : ", only \(entry.filter)"
            print(
                "\(entry.id)  \(entry.state)  \(entry.rows) rows, \(entry.files) files, \(entry.damaged) damaged; "
                    + "\(entry.origin), \(entry.licence)\(filter); \(entry.inputs.joined(separator: " "))"
            )
        }
    }
}

/// `pelacak import undo`
struct UndoImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take an import back as a whole.",
        discussion: """
            Example:
              pelacak import undo 3f9c0d2a71b6e845

            A trace that another import with the same terms brought as well stays.
            """
    )

    @Argument(help: ArgumentHelp("Its number, as `import done` prints it.", valueName: "ID")) var id: String
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        let store = try archive.open(.imported, isNew: false)
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: archive.folder(.imported)))
        let rows = try await ImportCommand.run { () async throws(ImportError) in try await importer.undo(id, in: store)
        }
        do { try await store.close() } catch { throw ArchiveOptions.failure(error) }
        print("\(rows) rows taken back")
    }
}
