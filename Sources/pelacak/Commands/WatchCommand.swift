import Aero
import ArgumentParser
import Flights
import Foundation
import Site
import Store
import Tracking
import Watch

/// `pelacak watch`
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Rules that tell the moment something happens: check them, try them on the past.",
        subcommands: [Check.self, List.self, Preview.self, Replay.self]
    )

    /// A rule's file, in YAML or JSON.
    struct RuleFile: ParsableArguments {
        @Argument(help: ArgumentHelp("A rule in YAML or JSON; - is standard input.", valueName: "FILE")) var file:
            String

        func text() throws(Failure) -> WatchText {
            let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
            guard let handle else { throw Failure("cannot read \(file); check the path") }
            let data = (try? handle.read(upToCount: RuleValue.maximumBytes + 1)) ?? Data()
            guard let text = String(data: data, encoding: .utf8) else { throw Failure("\(file) is no UTF-8 text") }
            return file.hasSuffix(".json") ? .json([UInt8](data)) : .yaml(text)
        }

        /// The rule under the name of its file, and what it may ask for by name.
        func rule(_ context: WatchContext) throws(Failure) -> WatchRule {
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let text = try text()
            do throws(WatchDeskError) {
                return try WatchRules.rule(text, id: RuleBook.id(name), context: context)
            } catch { throw WatchCommand.failure(error, file) }
        }
    }

    static func failure(_ error: WatchDeskError, _ file: String) -> Failure {
        switch error {
        case .rule(let error): return Failure("\(file): \(error)")
        default: return Failure("\(file): \(error)")
        }
    }

    /// `pelacak watch check`
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whether a rule can be read, and what it tells, in words."
        )

        @OptionGroup var file: RuleFile
        @OptionGroup var archive: ArchiveOptions
        @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"
        @Flag(help: "Print the rule as JSON on one line.") var json = false

        func run() async throws {
            let areas = AreaFiles(dataFolder: archive.dataFolder)
            let rule = try file.rule(WatchPlaces.context(FlightOptions.gazetteer(), areas))
            if json { return print(rule.source.json) }
            print("\(rule.name), version \(rule.version)")
            print(rule.sentence(in: try WatchCommand.language(lang)))
        }
    }

    /// `pelacak watch list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The rules of a data folder.")

        @OptionGroup var archive: ArchiveOptions
        @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"

        func run() async throws {
            let language = try WatchCommand.language(lang)
            let (entries, troubles) = RuleBook(dataFolder: archive.dataFolder).entries()
            for trouble in troubles { StandardError.line("pelacak: \(trouble)") }
            for entry in entries {
                let state = entry.isEnabled ? "" : language == .indonesian ? " (istirahat)" : " (at rest)"
                print("\(entry.rule.id)  v\(entry.rule.version)  \(entry.rule.name)\(state)")
                print("    \(entry.rule.sentence(in: language))")
            }
        }
    }

    /// `pelacak watch preview`
    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What a rule would have told in the last days."
        )

        @OptionGroup var file: RuleFile
        @Option(help: ArgumentHelp("Days back from the newest moment, 1 to 30.", valueName: "N")) var days = 30
        @OptionGroup var options: FlightOptions

        func run() async throws {
            guard (1...30).contains(days) else { throw UsageError("--days \(days): write 1 to 30") }
            let days = days
            try await WatchCommand.trial(file, options) { now in
                now.advanced(bySeconds: -Double(days) * 86_400)..<now
            }
        }
    }

    /// `pelacak watch replay`
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A rule over a time of the past: the same alerts, with the same ids, as they were told live.",
            discussion: """
                What silences mean is said as it was said when they were judged live; where nobody judged them then, by what is known of
                coverage now. Who is who is taken from the lists of now. Where rules of keeping thinned rows, less is heard than was.
                """
        )

        @OptionGroup var file: RuleFile
        @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String
        @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String
        @OptionGroup var options: FlightOptions

        func run() async throws {
            let (start, end) = (try TimeText.parse(from), try TimeText.parse(to))
            guard start < end else { throw UsageError("--from is not before --to") }
            try await WatchCommand.trial(file, options) { _ in start..<end }
        }
    }

    static func language(_ text: String) throws(UsageError) -> WatchLanguage {
        guard let language = WatchLanguage(rawValue: text) else { throw UsageError("--lang \(text): write en or id") }
        return language
    }

    private static func trial(
        _ file: RuleFile,
        _ options: FlightOptions,
        _ range: @escaping (Timestamp) -> Range<Timestamp>
    ) async throws {
        let language = try language(options.lang)
        let folder = options.question.archive.dataFolder
        let isJSON = options.question.json
        try await options.ask(isText: !isJSON) { desk in
            let context = WatchPlaces.context(desk.gazetteer, AreaFiles(dataFolder: folder))
            let rule = try file.rule(context)
            let files = try StoredFlightDesk(dataFolder: folder, config: options.config, realm: desk.realm)
            let log = JudgementLog(dataFolder: folder)
            var facts = ArchiveFacts(
                identities: try identities(folder, desk.now),
                realm: desk.realm,
                airframes: { files.limits(ofType: $0) },
                archive: desk.archive,
                learned: desk.learned,
                passes: OwnPassShelf()
            )
            facts.said = log.said
            let wanted = range(desk.now)
            var bounds = ArchiveRun.Bounds()
            (bounds.rows, bounds.seconds, bounds.aircraft) = (.max, .infinity, .max)
            let trial = RuleTrial(
                rule: rule,
                context: context,
                legs: LegContext(gazetteer: desk.gazetteer),
                teller: AlertTeller(
                    gazetteer: desk.gazetteer,
                    version: Pelacak.version,
                    isSimulated: desk.realm == .simulated
                ),
                gaps: WatchingBook(dataFolder: folder).ranges(in: wanted),
                bounds: bounds
            )
            let found = try await trial.run(over: desk.archive, facts, during: wanted, made: TimeText.now, most: 0) {
                record in
                print(isJSON ? line(record) : text(record, language))
            }
            guard !isJSON else { return }
            print(
                "\(found.count) alerts, \(TimeText.iso(found.from)) to \(TimeText.iso(found.to)); \(found.rows) rows of \(found.aircraft) aircraft"
            )
        }
    }

    private static func text(_ record: AlertRecord, _ language: WatchLanguage) -> String {
        let body = record.body(in: language.rawValue).split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        return "\(TimeText.iso(record.time))  \(record.id)  \(record.title(in: language.rawValue))\n\(body)"
    }

    private static func line(_ record: AlertRecord) -> String {
        let evidence = String(decoding: record.evidence, as: UTF8.self)
        func quoted(_ text: String) -> String { RuleValue(.text(text)).json }
        return "{\"id\":\(quoted(record.id)),\"watch\":\(quoted(record.ruleID)),\"time\":\(record.time.seconds),"
            + "\"title\":\(quoted(record.title(in: "en"))),\"evidence\":\(evidence)}"
    }

    private static func identities(_ folder: String, _ now: Timestamp) throws(Failure) -> WatchIdentities {
        let lists = ListFiles(dataFolder: folder).lists()
        guard FileManager.default.fileExists(atPath: "\(folder)/\(IdentityStore.name)") else {
            return WatchIdentities(edition: 1, lists: lists, at: now) { _ in (nil, nil) }
        }
        do throws(IdentityError) {
            let index = try IdentityStore(folder: folder).index(at: now)
            return WatchIdentities(edition: 1, lists: lists, at: now) { address in
                (index.aircraft(address), index.belonging(of: address))
            }
        } catch { throw Failure("\(error)") }
    }
}
