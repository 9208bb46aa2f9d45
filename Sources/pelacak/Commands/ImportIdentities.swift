import Aero
import ArgumentParser
import Foundation
import Store

/// `pelacak identity import`
struct ImportIdentities: AsyncParsableCommand {
    static let formats = IdentityFormat.allCases.map(\.rawValue).joined(separator: ", ")

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring a list or register in: a preview first, then what was asked for, as a whole or not at all.",
        discussion: """
            Examples:
              pelacak identity import tar1090-db aircraft.csv.gz --dry-run
              pelacak identity import faa MASTER.txt --types ACFTREF.txt --source-version 2026-11-20 --yes
              pelacak identity import basestation BaseStation.sqb --source club --licence no-redistribution
              pelacak identity import own fleet.csv --source desk --yes
              pelacak identity import starter --dry-run

            Formats: \(formats). starter is our own list of state aircraft, which comes with the program and names the source of each row. docs/identity.md says what is taken of each.
            The same file again changes nothing. A newer version of a source ends what it does not say any more.
            """
    )

    @Argument(help: ArgumentHelp("What file it is.", valueName: "FORMAT")) var format: String
    @Argument(help: ArgumentHelp("The file, plain or gzip; none for starter.", valueName: "FILE")) var file: String?
    @Option(help: ArgumentHelp("How the source is called; the format's name without.", valueName: "NAME"))
    var source: String?
    @Option(
        help: ArgumentHelp(
            "Under which terms it came, if not those its makers state: \(LicenceTag.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "L"
        )
    )
    var licence: String?
    @Option(help: ArgumentHelp("Its version or date, as the source calls it.", valueName: "TEXT")) var sourceVersion =
        ""
    @Option(help: ArgumentHelp("Where it was taken from.", valueName: "URL")) var location = ""
    @Option(help: ArgumentHelp("ACFTREF.txt beside the FAA's register.", valueName: "FILE")) var types: String?
    @Flag(help: "Keep names of companies too; those of persons never are.") var companies = false
    @Flag(help: "Read a list of privacy addresses (PIA).") var privacyList = false
    @Flag(help: "Also a file of which most rows are bad, or that ends most of what the source said.") var shrink = false
    @Flag(help: "Say what it would change, and stop there.") var dryRun = false
    @Flag(help: "Take it in without asking.") var yes = false
    @Flag(help: "Print the result as JSON.") var json = false
    @OptionGroup var options: IdentityOptions

    /// Bad rows that are told in words.
    private static let shownBadRows = 20

    func run() async throws {
        var request = try request()
        request.takesDoubtful = shrink
        let isAsked = !dryRun && !yes
        guard !isAsked || isatty(STDIN_FILENO) == 1 else {
            throw UsageError("say --dry-run to see what would change, or --yes to take it in")
        }
        if dryRun || isAsked {
            let report = try preview(request)
            try tell(report, isPreview: true)
            guard isAsked, !report.isHeldAlready else { return }
            StandardError.line("pelacak: take it in? Write yes, or anything else to leave it.")
            guard readLine()?.lowercased() == "yes" else { throw Failure("left as it was") }
        }
        let wasThere = options.isThere
        let store = try options.open(isNew: true)
        do {
            let report = try IdentityOptions.run { () throws(IdentityError) in
                try store.take(request, at: TimeText.now)
            }
            try tell(report, isPreview: false)
        } catch {
            try? store.close()
            // What was made for this file alone is not left behind empty.
            if !wasThere {
                for end in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: "\(options.folder)/\(IdentityStore.name)\(end)")
                }
            }
            throw error
        }
    }

    /// A preview of the first list leaves no database behind.
    private func preview(_ request: IdentityImportRequest) throws -> IdentityImportReport {
        let manager = FileManager.default
        let aside = manager.temporaryDirectory.path + "/pelacak-preview-" + UUID().uuidString
        defer { try? manager.removeItem(atPath: aside) }
        let folder = options.isThere ? options.folder : aside
        return try IdentityOptions.run { () throws(IdentityError) in
            let store = try IdentityStore(folder: folder)
            let report = try store.preview(request, at: TimeText.now)
            try store.close()
            return report
        }
    }

    /// How our own list of state aircraft is called.
    private static let starter = "starter"

    /// The list that comes with the program; its terms and where it is from are its own.
    private func starterRequest() throws -> IdentityImportRequest {
        guard file == nil, licence == nil, location.isEmpty, sourceVersion.isEmpty, types == nil else {
            throw UsageError("starter stands alone: its file, terms and version are its own")
        }
        guard let path = Assets.locate(environment: ProcessInfo.processInfo.environment).stateAircraft else {
            throw Failure("the list is not beside the program; it is Lists/state-aircraft.csv of the sources")
        }
        return IdentityImportRequest(
            .own,
            path: path,
            source: source ?? "starter list",
            licence: .own,
            version: Pelacak.version,
            location: "Lists/state-aircraft.csv"
        )
    }

    private func request() throws -> IdentityImportRequest {
        if format == Self.starter { return try starterRequest() }
        guard let file else { throw UsageError("name the file after the format") }
        guard let format = IdentityFormat(rawValue: format) else {
            let hint = NearestName.hint(format, among: IdentityFormat.allCases.map(\.rawValue))
            throw UsageError("\(format) is no format of a list\(hint): write one of \(Self.formats)")
        }
        var terms: LicenceTag?
        if let licence {
            terms = LicenceTag(rawValue: licence)
            guard terms != nil else {
                throw UsageError(
                    "--licence \(licence): write one of \(LicenceTag.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
        }
        for (name, text) in [
            ("--source", source ?? "-"), ("--source-version", sourceVersion), ("--location", location),
        ] {
            guard text.count <= 200, IdentityOptions.plain(text) == text, name != "--source" || !text.isEmpty else {
                throw UsageError("\(name): write up to 200 characters in one line")
            }
        }
        guard types == nil || format == .faa else { throw UsageError("--types stands beside the FAA's register only") }
        var request = IdentityImportRequest(
            format,
            path: file,
            typesPath: types,
            source: source,
            licence: terms,
            version: sourceVersion,
            location: location
        )
        request.keepsCompanies = companies
        request.takesPrivacyList = privacyList
        return request
    }

    /// One JSON document.
    private struct Document: Encodable {
        var id: Int64?
        var isPreview: Bool
        var isHeldAlready: Bool
        var rows: Int
        var new: Int
        var changed: Int
        var closed: Int
        var unchanged: Int
        var conflicts: Int
        var settledConflicts: Int
        var badRows: Int
        var bad: [Bad]
        var namesLeftOut: Int
        var encoding: String
        var sha256: String

        struct Bad: Encodable {
            var line: Int
            var reason: String
        }
    }

    private func tell(_ report: IdentityImportReport, isPreview: Bool) throws {
        if json { return try write(report, isPreview: isPreview) }
        guard !report.isHeldAlready else { return print("this file is what is held already: nothing changes") }
        print(isPreview ? "preview: nothing was changed" : "import \(report.id.map(String.init) ?? "-"):")
        print(
            "\(report.rows) rows: \(report.new) new facts, \(report.changed) changed, \(report.closed) closed, \(report.unchanged) unchanged"
        )
        print("\(report.conflicts) conflicts come, \(report.settledConflicts) go")
        if isPreview, !shrink, let doubt = report.doubt {
            print("refused as it is: \(doubt); --shrink takes it all the same")
        }
        if report.namesLeftOut > 0 {
            print("\(report.namesLeftOut) names left out that may be of persons, and texts that may hold one")
        }
        if !["ASCII", "UTF-8", ""].contains(report.encoding) { print("read as \(report.encoding)") }
        for row in report.badRows.prefix(Self.shownBadRows) {
            print("line \(row.line): \(IdentityOptions.plain(row.reason))")
        }
        if report.badRowCount > Self.shownBadRows {
            print("\(report.badRowCount) bad rows in all; --json has the first \(report.badRows.count)")
        }
    }

    private func write(_ report: IdentityImportReport, isPreview: Bool) throws {
        let document = Document(
            id: report.id,
            isPreview: isPreview,
            isHeldAlready: report.isHeldAlready,
            rows: report.rows,
            new: report.new,
            changed: report.changed,
            closed: report.closed,
            unchanged: report.unchanged,
            conflicts: report.conflicts,
            settledConflicts: report.settledConflicts,
            badRows: report.badRowCount,
            bad: report.badRows.map { Document.Bad(line: $0.line, reason: $0.reason) },
            namesLeftOut: report.namesLeftOut,
            encoding: report.encoding,
            sha256: report.sha256
        )
        try IdentityOptions.write(document)
    }
}
