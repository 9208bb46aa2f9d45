import Aero
import ArgumentParser
import Bundles
import Site
import Store
import Tracking
import Visits

/// `pelacak visit backtest`
struct VisitBacktest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Rank past visits again, with what was announced of them, and score them against their outcomes.",
        discussion: """
            Examples:
              pelacak visit backtest
              pelacak visit backtest --realm imported --lang id

            Visits with an outcome (pelacak visit outcome) that are closed, or whose watched time is over, are compared over the archive of that
            world, with the windows as they were announced. Claims that narrowed them later are left aside; who is who, and which lists an
            aircraft stands on, are as they are now. A visit of whose time the archive holds nothing is left out.
            One line each: place of the first aircraft that it was, what was given to what happened, the Brier score; then all together.
            """
    )

    @OptionGroup var options: FlightOptions

    func run() async throws {
        let folder = options.question.archive.dataFolder
        var visits = VisitOptions()
        visits.lang = options.lang
        visits.archive = options.question.archive
        let outcomes = try OutcomeBook(dataFolder: folder).outcomes()
        guard !outcomes.isEmpty else {
            throw Failure("nothing became known of any visit yet: write it down with pelacak visit outcome")
        }
        let store = try visits.open()
        let all = try VisitOptions.run { () throws(VisitKeepingError) in try store.visits() }
        let language: Draft.Language = try visits.language() == .indonesian ? .indonesian : .english
        try await options.ask(isText: true) { desk in
            let fleet = StateFleet(folder: folder)
            let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
            let text = ScoreText(language: language)
            var (record, scored) = (VisitRecord(), Set<String>())
            for kept in all.sorted(by: { ($0.created, $0.id) < ($1.created, $1.id) }) {
                guard let outcome = outcomes[kept.id] else { continue }
                guard Self.isOver(kept.visit, at: desk.now) else {
                    print("\(kept.id)  \(text.line(.underWay))")
                    continue
                }
                let question = CandidatesQuestion(
                    visit: kept.visit,
                    id: kept.id,
                    realm: desk.realm,
                    withLaterClaims: false,
                    audience: .operators,
                    archive: desk.archive,
                    book: desk.book,
                    identities: try desk.identities(folder),
                    tellsReception: true,
                    now: desk.now
                )
                do throws(VisitCandidatesError) {
                    let ranked = try await candidates.ranking(for: question)
                    // What was never heard proves nothing of a ranking.
                    guard ranked.compared > 0 else { throw .nothingHeard }
                    let score = VisitScore(ranked.ranking, outcome)
                    record.add(score, outcome)
                    scored.insert(kept.id)
                    print("\(kept.id)  \(text.line(score))")
                } catch { print("\(kept.id)  \(text.line(Self.reason(error)))") }
            }
            for line in text.lines(record) { print(line) }
            try ScoreBook(dataFolder: folder).note(scored, of: BundleHead.World(desk.realm))
            print(VisitRecord.words(visits: record.visits, isReal: desk.realm != .simulated).text(in: language))
        }
    }

    /// Whether nothing more will be heard of it: it was closed, or the time in which it is watched has passed.
    static func isOver(_ visit: Visit, at now: Timestamp) -> Bool {
        if visit.status == .closed { return true }
        guard let watched = RankedItinerary(visit, withLaterClaims: false).watched(until: now) else { return false }
        return watched.upperBound < now
    }

    private static func reason(_ error: VisitCandidatesError) -> ScoreText.LeftOut {
        switch error {
        case .nothingToCompare: .nothingToCompare
        case .nothingHeard: .notKept
        case .unreadable, .cancelled: .unreadable("\(VisitCandidatesCommand.failure(error))")
        }
    }
}
