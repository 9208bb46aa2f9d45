import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// Writes the archive as files for others.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what the archive holds as files that others read.",
        discussion: """
            Example:
              pelacak export traces --icao 34718d --from 2024-06-18 --to 2024-06-19 --format kml --out flight.kml
            """,
        subcommands: [ExportTraces.self]
    )
}

/// `pelacak export traces`
struct ExportTraces: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "traces",
        abstract: "Export positions: of an aircraft, of a box and time, of whole days.",
        discussion: """
            Examples:
              pelacak export traces --icao 34718d --from 2024-06-18 --to 2024-06-19 --realm imported --format csv > day.csv
              pelacak export traces --from 2024-06-18 --to 2024-06-20 --format globe-history --out days
              pelacak export traces --from 2024-06-18 --to 2024-06-19 --without-licence unknown --format csv > day.csv

            Beside each file stands a manifest: sums, licences, credits, which days are complete.
            """
    )

    @OptionGroup var choice: ChoiceOptions
    @Option(
        help: ArgumentHelp(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "F")
    ) var format: String
    @Option(help: ArgumentHelp("Write there; standard output without.", valueName: "PATH")) var out: String?
    @Option(help: ArgumentHelp("real, imported or simulated.", valueName: "REALM")) var realm = "real"
    @Option(
        help: ArgumentHelp(
            "Only rows under these licences; without it one row that must not be handed on refuses all.",
            valueName: "L,…"
        )
    ) var licence: String?
    @Option(help: ArgumentHelp("Without rows under these licences.", valueName: "L,…")) var withoutLicence: String?
    @Flag(help: "Replace files that are there, and folders that an export made.") var overwrite = false
    @Flag(help: "Also aircraft that are hidden from strangers; for your own eyes.") var hidden = false
    @Flag(help: "No progress.") var quiet = false
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        guard let format = ExportFormat(rawValue: format) else {
            throw UsageError(
                "--format \(self.format): write one of \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let realm = try ArchiveOptions.realm(realm)
        let addresses = try choice.addresses()
        let area = try choice.area()
        let times = try choice.times()
        let isFolder = format.isFolder || format == .json && addresses?.count != 1
        let target = out == "-" ? nil : out
        if isFolder, target == nil {
            throw UsageError("--format \(format.rawValue) writes a folder: name it with --out")
        }
        let store = try archive.read(realm)
        let shown = try await shown(store, realm)
        let aircraft = addresses?.map { ArchivedAircraft($0) }
        var request = ExportRequest(during: try await during(times, aircraft, shown), format: format)
        request.aircraft = aircraft
        request.area = area
        request.overwrites = overwrite
        request.licences = try licences()
        let manifest = try await write(request, TraceExporter(archive: shown, realm: realm), to: target)
        do { try await store.close() } catch { throw ArchiveOptions.failure(error) }
        tell(manifest)
    }

    /// Those that are asked for; `nil`: all.
    private func licences() throws(UsageError) -> Set<LicenceTag>? {
        guard licence != nil || withoutLicence != nil else { return nil }
        let chosen = try licence.map { text throws(UsageError) in try Self.licences(text, "--licence") }
        let left = try withoutLicence.map { text throws(UsageError) in try Self.licences(text, "--without-licence") }
        let licences = (chosen ?? Set(LicenceTag.allCases)).subtracting(left ?? [])
        guard !licences.isEmpty else { throw UsageError("--licence and --without-licence leave nothing") }
        return licences
    }

    private static func licences(_ text: String, _ option: String) throws(UsageError) -> Set<LicenceTag> {
        var found: Set<LicenceTag> = []
        for word in text.split(separator: ",") {
            guard let licence = LicenceTag(rawValue: word.filter { $0 != " " }) else {
                throw UsageError(
                    "\(option) \(word): write some of \(LicenceTag.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            found.insert(licence)
        }
        return found
    }

    /// What may go out: files are for others, unless the operator says that they are not.
    private func shown(_ store: HistoryStore, _ realm: ArchiveRealm) async throws -> any TrackArchive {
        let view: ArchiveView = hidden ? .operatorsOwn : .forOthers
        do {
            let now = try await store.latest(of: realm, now: TimeText.now)
            return try view.shown(store, of: realm, dataFolder: archive.dataFolder, config: nil, now: now).archive
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }

    /// The time asked for; what is left open is filled from what there is of the aircraft.
    private func during(
        _ times: (from: Timestamp?, to: Timestamp?),
        _ aircraft: [ArchivedAircraft]?,
        _ store: any TrackArchive
    ) async throws -> Range<Timestamp> {
        if let from = times.from, let to = times.to { return from..<to }
        guard let aircraft else {
            throw UsageError("say from when to when (--from, --to), or of which aircraft (--icao)")
        }
        var spans: [Range<Timestamp>] = []
        for aircraft in aircraft {
            do { if let span = try await store.span(of: aircraft) { spans.append(span) } } catch {
                throw ArchiveOptions.failure(error)
            }
        }
        guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
            throw Failure("nothing is kept of \(aircraft.map(\.address.hex).joined(separator: ", "))")
        }
        let (from, to) = (times.from ?? first, times.to ?? last)
        guard from < to else { throw Failure("nothing is kept of that time") }
        return from..<to
    }

    private func write(
        _ request: ExportRequest,
        _ exporter: TraceExporter,
        to target: String?
    ) async throws -> ExportManifest {
        let line = ProgressLine(isQuiet: quiet)
        defer { line.end() }
        let manager = FileManager.default
        // What must not go out is known at the end only: nothing is printed before.
        let folder = manager.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        if target == nil {
            // What nobody asked to be written down is nobody else's to read meanwhile.
            do {
                try manager.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: false,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch { throw Failure("cannot make the folder \(folder): \(error.localizedDescription)") }
        }
        defer { if target == nil { try? manager.removeItem(atPath: folder) } }
        let path = target ?? folder + "/export"
        let work = Task {
            try await exporter.run(request, to: path, at: TimeText.now) { rows in line.tell("\(rows) rows") }
        }
        let signals = StopSignals { work.cancel() }
        defer { signals.end() }
        let manifest: ExportManifest
        do { manifest = try await work.value } catch let error as ExportError {
            throw Self.failure(error)
        }
        if target == nil {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            // Who reads no further must not leave what is written here behind.
            signal(SIGPIPE, SIG_IGN)
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                do { try FileHandle.standardOutput.write(contentsOf: piece) } catch {
                    throw Failure("cannot write to standard output")
                }
            }
        }
        return manifest
    }

    /// With what to write where a licence is in the way.
    private static func failure(_ error: ExportError) -> Failure {
        switch error {
        case .archive(let error): ArchiveOptions.failure(error)
        case .forbidden(let licence, _, _): Failure("\(error) (--without-licence \(licence.rawValue))")
        case .incompatible(let first, let second):
            Failure("\(error): --without-licence \(first.rawValue), then --without-licence \(second.rawValue)")
        case .badTime, .needsFolder, .exists, .unwritable, .cancelled: Failure("\(error)")
        }
    }

    private func tell(_ manifest: ExportManifest) {
        let label = manifest.simulated ? "SIMULATED, " : ""
        let terms = manifest.licence.map { "; \($0)" } ?? ""
        let credits = manifest.credits.isEmpty ? "" : ", credit \(manifest.credits.joined(separator: ", "))"
        StandardError.line(
            "pelacak: \(label)\(manifest.realm): \(manifest.rows) rows of \(manifest.aircraft) aircraft\(terms)\(credits)"
        )
        if let chosen = manifest.chosenLicences {
            StandardError.line("pelacak: only rows under \(chosen.joined(separator: ", "))")
        }
        QuestionOptions.tell(damaged: manifest.damagedChunks, incomplete: [])
        let gaps = manifest.days.filter { $0.complete == false }.map(\.day)
        if !gaps.isEmpty { StandardError.line("pelacak: not complete: \(gaps.joined(separator: ", "))") }
    }
}
