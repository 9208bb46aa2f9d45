import Aero
import ArgumentParser
import Bundles
import Flights
import Site
import Tracking
import Visits

/// `pelacak visit candidates`
struct VisitCandidatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: "Aircraft consistent with a visit, out of the archive, each with its reasons.",
        discussion: """
            Examples:
              pelacak visit candidates k3v9x2m4q8za
              pelacak visit candidates k3v9x2m4q8za --realm simulated --later --lang id --json

            Every aircraft that the archive heard is compared with the confirmed stops: groups that flew together first, then their members,
            none of these, and those that cannot have been there (x). What is heard of an aircraft tells nothing of who is in it. While little is kept the order and the reasons are told, and nothing of how likely they are (docs/visits.md).
            """
    )

    @Argument(help: ArgumentHelp("As the list has it.", valueName: "NAME")) var visit: String
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let folder = options.question.archive.dataFolder
        var visits = VisitOptions()
        visits.lang = options.lang
        visits.archive = options.question.archive
        let kept = try visits.visit(visit, in: try visits.open())
        let isJSON = options.question.json
        try await options.ask(isText: !isJSON) { desk in
            let fleet = StateFleet(folder: folder)
            let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
            let question = CandidatesQuestion(
                visit: kept.visit,
                id: kept.id,
                realm: desk.realm,
                withLaterClaims: later,
                audience: .operators,
                archive: desk.archive,
                book: desk.book,
                identities: try desk.identities(folder),
                tellsReception: true,
                now: desk.now
            )
            let ranked: RankedVisit
            do throws(VisitCandidatesError) { ranked = try await candidates.ranking(for: question) } catch {
                throw Self.failure(error)
            }
            let answers = VisitAnswers(gazetteer: desk.gazetteer, language: desk.language)
            if isJSON {
                let checked = try ScoreBook(dataFolder: folder).realVisits()
                return try QuestionOptions.write(answers.candidates(ranked, of: kept, checkedVisits: checked))
            }
            let language: Draft.Language = desk.language == .indonesian ? .indonesian : .english
            let text = CandidatesText(
                ranked: ranked,
                visit: kept.visit,
                words: answers.words(of: ranked, kept),
                language: language
            )
            for line in text.lines() { print(line) }
        }
    }

    static func failure(_ error: VisitCandidatesError) -> Failure {
        switch error {
        case .nothingToCompare: Failure(BundleWords.confirmFirst)
        case .nothingHeard: Failure(BundleWords.nothingHeard)
        case .unreadable(let error): ArchiveOptions.failure(error)
        case .cancelled: Failure(BundleWords.brokenOff)
        }
    }
}
