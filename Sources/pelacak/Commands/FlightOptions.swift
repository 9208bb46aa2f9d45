import Aero
import ArgumentParser
import Flights
import Foundation
import Site
import Store
import Tracking

/// What every question about flights takes.
struct FlightOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"
    @Option(help: ArgumentHelp("Configuration file; DIR/pelacak.yaml without.", valueName: "FILE")) var config: String?
    @OptionGroup var question: QuestionOptions

    /// What answers.
    struct Desk {
        let store: HistoryStore
        /// The store as it may be shown here.
        let archive: any TrackArchive
        let realm: ArchiveRealm
        let answers: FlightAnswers
        /// What is read of receivers and coverage.
        let files: StoredFlightDesk
        let gazetteer: Gazetteer
        let learned: LearnedCoverage?
        let book: any AddressBook
        /// Who is hidden, and for whom the archive is read.
        let rules: SuppressionRules
        let view: ArchiveView
        /// Whether it may be told here who heard what.
        let tellsReception: Bool
        /// How much later the world is shown here, in seconds.
        let delay: Double
        let language: NameLanguage
        /// The latest moment that can be known about.
        let now: Timestamp

        /// Why silences are not judged; `nil` where they are.
        var unjudged: SilenceText.Unjudged? {
            SilenceText.Unjudged(in: realm, isLearned: learned != nil, tellsReception: tellsReception)
        }

        /// What flights and silences are chosen and told from.
        var told: ToldArchive {
            ToldArchive(
                archive: archive,
                realm: realm,
                answers: answers,
                book: book,
                gazetteer: gazetteer,
                unjudged: unjudged,
                now: now
            )
        }

        /// On which lists an aircraft stands, as it may be told here; `nil` where no list was brought in.
        func identities(_ dataFolder: String) throws(Failure) -> (any IdentityDesk)? {
            try StoredIdentities(folder: dataFolder).map { view.identities($0, rules) }
        }

        /// The last seven days on which an aircraft was heard.
        func usual(_ aircraft: ArchivedAircraft) async throws(Failure) -> Range<Timestamp> {
            do throws(ArchiveError) {
                guard let span = try await archive.span(of: aircraft),
                    let first = try await archive.days(of: aircraft).suffix(7).first
                else { throw .failed("") }
                return QuestionOptions.day(first.number).lowerBound..<span.upperBound
            } catch .failed("") {
                throw Failure("nothing is kept of \(aircraft.address.hex) there")
            } catch {
                throw ArchiveOptions.failure(error)
            }
        }

        /// What was asked for; where an end is not written, that of the usual days, or now.
        func range(_ from: String?, _ to: String?, of aircraft: ArchivedAircraft) async throws -> Range<Timestamp> {
            let usual = try await usual(aircraft)
            let start = try from.map(QuestionOptions.time) ?? usual.lowerBound
            let end = try to.map(QuestionOptions.time) ?? max(usual.upperBound, from == nil ? usual.upperBound : now)
            guard start < end else { throw UsageError("--from is not before --to") }
            return start..<end
        }
    }

    func language() throws(UsageError) -> NameLanguage {
        switch lang {
        case "en": .english
        case "id": .indonesian
        default: throw UsageError("--lang \(lang): write en or id")
        }
    }

    /// Opens the archive and all that is needed beside it, has it asked, and lets go of it.
    ///
    /// - Parameters:
    ///   - isText: lines for people, which begin with what kind of world it is where that is not real.
    ///   - view: who will read the answer.
    func ask(isText: Bool, for view: ArchiveView = .operatorsOwn, _ work: (Desk) async throws -> Void) async throws {
        let language = try language()
        let realm = try ArchiveOptions.realm(question.realm)
        let folder = question.archive.dataFolder
        let store = try question.archive.read(realm)
        let files = try StoredFlightDesk(dataFolder: folder, config: config, realm: realm)
        let gazetteer = Self.gazetteer()
        if realm == .simulated, isText { print("SIMULATED") }
        do {
            let now = try await store.latest(of: realm, now: TimeText.now)
            let shown = try view.shown(store, of: realm, dataFolder: folder, config: config, now: now)
            let book = view.book(StoredBook(folder: folder, rules: shown.rules), shown.rules)
            let archive = view == .forOthers ? ArchiveView.forwardable(shown.archive) : shown.archive
            let learned = shown.tellsReception ? files.learned : nil
            let answers = FlightAnswers(
                archive,
                realm: realm,
                gazetteer: gazetteer,
                desk: files,
                book: book,
                coverage: learned,
                tellsReception: shown.tellsReception,
                remembers: view == .operatorsOwn,
                now: now
            )
            try await work(
                Desk(
                    store: store,
                    archive: archive,
                    realm: realm,
                    answers: answers,
                    files: files,
                    gazetteer: gazetteer,
                    learned: learned,
                    book: book,
                    rules: shown.rules,
                    view: view,
                    tellsReception: shown.tellsReception,
                    delay: shown.delay,
                    language: language,
                    now: now
                )
            )
            try await store.close()
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }

    /// Set-up's places; none, and that is told, where there are none.
    static func gazetteer() -> Gazetteer {
        let path = Assets.locate(environment: ProcessInfo.processInfo.environment).places
        let (file, reason) = PlacesFile.orAbsent(path: path)
        if let reason {
            StandardError.line("pelacak: no places: \(reason)")
        } else if path == nil {
            StandardError.line("pelacak: no places: run `make run` once, it makes their list; no airport is told")
        }
        return file.gazetteer
    }
}
