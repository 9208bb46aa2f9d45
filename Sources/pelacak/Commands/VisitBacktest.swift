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
        abstract: "Rank past visits again, without what became known later, and score them against their outcomes.",
        discussion: """
            Examples:
              pelacak visit backtest
              pelacak visit backtest --realm imported --lang id

            Visits with an outcome (pelacak visit outcome) are compared over the archive of that world, with the windows as they were announced.
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
        let identities = try StoredIdentities(folder: folder)
        try await options.ask(isText: true) { desk in
            let fleet = StateFleet(folder: folder)
            let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
            var record = VisitRecord()
            for kept in all.sorted(by: { ($0.created, $0.id) < ($1.created, $1.id) }) {
                guard let outcome = outcomes[kept.id] else { continue }
                let question = CandidatesQuestion(
                    visit: kept.visit,
                    id: kept.id,
                    realm: desk.realm,
                    withLaterClaims: false,
                    audience: .operators,
                    archive: desk.archive,
                    book: desk.book,
                    identities: identities,
                    tellsReception: true,
                    now: desk.now
                )
                do throws(VisitCandidatesError) {
                    let ranked = try await candidates.ranking(for: question)
                    let score = VisitScore(ranked.ranking, outcome)
                    record.add(score, outcome)
                    print("\(kept.id)  \(Self.line(score))")
                } catch { print("\(kept.id)  left out: \(VisitCandidatesCommand.failure(error))") }
            }
            for line in Self.lines(record) { print(line) }
            try ScoreBook(dataFolder: folder).note(record.visits, of: BundleMake.world(desk.realm))
            print(VisitRecord.words(visits: record.visits, isReal: desk.realm != .simulated).text(in: language))
        }
    }

    private static func line(_ score: VisitScore) -> String {
        let place = score.place.map { "place \($0)" } ?? (score.isExcluded ? "excluded" : "no candidate")
        let given = score.probability.map { "given \(percent($0))" } ?? "young archive"
        return [
            place, score.isInFirstGroup ? "in the first group" : nil, given, score.brier.map { "Brier \(rounded($0))" },
        ]
        .compactMap(\.self).joined(separator: "  ")
    }

    private static func lines(_ record: VisitRecord) -> [String] {
        var lines = [
            "\(record.visits) visits, \(record.withAircraft) by an aircraft that was heard: first \(record.first), among three \(record.amongThree), excluded \(record.excluded)"
        ]
        guard let brier = record.brier else { return lines }
        lines.append("mean Brier score \(rounded(brier)) over \(record.weighed)")
        lines += record.bins.filter { $0.visits > 0 }.map { bin in
            "given \(percent(bin.low)) to \(percent(bin.high)): \(bin.visits), on average \(percent(bin.said))"
        }
        return lines
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    private static func rounded(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
}
