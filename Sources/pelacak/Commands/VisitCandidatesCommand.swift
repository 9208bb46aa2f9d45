import Aero
import ArgumentParser
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
              pelacak visit candidates k3v9x2m4q8za --realm simulated --later --json

            Every aircraft that the archive heard is compared with the confirmed stops. What is heard of an aircraft tells nothing of who is
            in it. While little is kept the order and the reasons are told, and nothing of how likely they are (docs/visits.md).
            """
    )

    @Argument(help: ArgumentHelp("As the list has it.", valueName: "NAME")) var visit: String
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    /// Candidates that lines tell of; JSON has more.
    private static let most = 10

    func run() async throws {
        let folder = options.question.archive.dataFolder
        var visits = VisitOptions()
        visits.lang = options.lang
        visits.archive = options.question.archive
        let kept = try visits.visit(visit, in: try visits.open())
        let identities = try StoredIdentities(folder: folder)
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
                identities: identities,
                tellsReception: true,
                now: desk.now
            )
            let ranked: RankedVisit
            do throws(VisitCandidatesError) { ranked = try await candidates.ranking(for: question) } catch {
                throw Self.failure(error)
            }
            let answers = VisitAnswers(gazetteer: desk.gazetteer, language: desk.language)
            if isJSON { return try QuestionOptions.write(answers.candidates(ranked, of: kept)) }
            let language: Draft.Language = desk.language == .indonesian ? .indonesian : .english
            for line in Self.lines(ranked, answers.words(of: ranked, kept), language) { print(line) }
        }
    }

    private static func lines(_ ranked: RankedVisit, _ words: RankingWords, _ language: Draft.Language) -> [String] {
        func told(_ sentence: DossierSentence) -> String { IdentityOptions.plain(sentence.text(in: language)) }
        let ranking = ranked.ranking
        var lines = [told(words.notice)] + ranking.missing.map { told(words.sentence($0)) }
        for (place, candidate) in ranking.candidates.prefix(most).enumerated() {
            let aircraft = ranked.aircraft[candidate.address]
            let names = [aircraft?.registration, aircraft?.type, aircraft?.aircraftOperator].compactMap(\.self)
            let role = DossierWords.name(candidate.role).text(in: language)
            let name = ([candidate.address.hex] + names).map(IdentityOptions.plain).joined(separator: ", ")
            lines.append("\(place + 1)  \(name) (\(role))")
            lines += candidate.rows.map { "   " + told(words.sentence($0, of: candidate)) }
        }
        lines.append(told(words.none(ranking.none)))
        lines += ranked.ranking.settling.prefix(3).map { told(words.sentence($0)) }
        return lines
    }

    static func failure(_ error: VisitCandidatesError) -> Failure {
        switch error {
        case .nothingToCompare: Failure("confirm a stop first that has an airport and a time")
        case .nothingHeard: Failure("nothing was heard in the watched time: it has not begun, or nothing is kept of it")
        case .unreadable(let error): ArchiveOptions.failure(error)
        case .cancelled: Failure("broken off")
        }
    }
}
