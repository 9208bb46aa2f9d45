import Aero
import ArgumentParser
import Flights
import Site
import Tracking

/// `pelacak flights`
struct FlightsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flights",
        abstract: "The flight log of an aircraft: legs, stops and silences, each with how it is known.",
        discussion: """
            Examples:
              pelacak flights 4ca1fa
              pelacak flights 4ca1fa --from 2026-11-01 --to 2026-12-01 --csv > november.csv
              pelacak flights 34718d --realm imported --lang id

            Without --from: the last seven days on which it was heard. Every take-off and landing is an interval, observed (heard as it
            happened), inferred (follows from what was heard before and after) or unknown; airports have their share where it is not 1.
            A silence has all explanations that fit. --json prints what the interface answers the operator, --csv a table (docs/flights.md):
            a file for others, without aircraft that are hidden from strangers and without what may not be handed on; --hidden for your own
            eyes.
            """
    )

    @Argument(help: ArgumentHelp("Its address; ~ before one that is not ICAO's.", valueName: "HEX")) var aircraft:
        String
    @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then; with --from until now without.", valueName: "T")) var to: String?
    @Flag(help: "Print CSV.") var csv = false
    @Flag(help: "With --csv: also what is hidden from strangers, or may not be handed on.") var hidden = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let aircraft = try QuestionOptions.aircraft(aircraft)
        let isJSON = options.question.json
        guard !csv || !isJSON else { throw UsageError("--csv and --json: write one of them") }
        guard csv || !hidden else {
            throw UsageError("--hidden is for --csv alone: the rest is for your own eyes as it is")
        }
        let view: ArchiveView = csv && !hidden ? .forOthers : .operatorsOwn
        try await options.ask(isText: !csv && !isJSON, for: view) { desk in
            let range = try await desk.range(from, to, of: aircraft)
            if isJSON {
                let json = try await desk.answers.flights(of: aircraft, during: range, language: desk.language)
                return try QuestionOptions.write(json)
            }
            let told = try await desk.answers.account(of: aircraft, during: range)
            if csv {
                let table = FlightLogCSV(
                    account: told.account,
                    verdicts: told.verdicts,
                    realm: desk.realm,
                    book: desk.book
                )
                print(table.text(), terminator: "")
            } else {
                try await tell(told, desk)
            }
            Self.note(told.account, desk.now)
        }
    }

    private func tell(
        _ told: (account: FlightAccount, verdicts: [Timestamp: GapVerdict]),
        _ desk: FlightOptions.Desk
    ) async throws {
        var text = try await Self.text(told, desk)
        for line in text.head() + text.log() { print(line) }
        for line in text.legend() { print(line) }
    }

    static func text(
        _ told: (account: FlightAccount, verdicts: [Timestamp: GapVerdict]),
        _ desk: FlightOptions.Desk
    ) async throws(ArchiveError) -> FlightLogText {
        FlightLogText(
            told,
            first: try await FirstHeard(of: told.account.aircraft, in: desk.archive, now: desk.now),
            book: desk.book,
            gazetteer: desk.gazetteer,
            language: desk.language,
            unjudged: desk.unjudged
        )
    }

    /// What is missing, on standard error.
    static func note(_ account: FlightAccount, _ now: Timestamp) {
        if account.rows == 0 {
            StandardError.line("pelacak: nothing was heard of it in that time, nor a day around it")
        }
        let withheld = account.evidence.withheld.values.reduce(0, +)
        if withheld > 0 {
            StandardError.line(
                "pelacak: \(withheld) rows are left out: their terms forbid handing them on; --hidden takes them in"
            )
        }
        if account.toldUntil < min(account.asked.upperBound, now) {
            let end = TimeText.iso(SpanText.floor(account.toldUntil))
            StandardError.line("pelacak: cut off at \(end): ask for less time at once")
        }
        QuestionOptions.tell(account.evidence)
    }
}
