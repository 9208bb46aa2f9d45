import ArgumentParser
import Site

/// `pelacak gaps`
struct GapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "What the silences of an aircraft mean, and on what that rests.",
        discussion: """
            Examples:
              pelacak gaps 4ca1fa
              pelacak gaps 4ca1fa --from 2026-11-25 --to 2026-11-26 --evidence

            Silence means something only where others are heard: that is learned from all others (pelacak coverage show). P(off the
            air) is a bound from below, on the way that is hardest to hear. --evidence prints cell by cell who could have heard it.
            --json prints what the interface answers: the flights with their silences.
            """
    )

    @Argument(help: ArgumentHelp("Its address; ~ before one that is not ICAO's.", valueName: "HEX")) var aircraft:
        String
    @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then; with --from until now without.", valueName: "T")) var to: String?
    @Flag(help: "Cell by cell, who could have heard it.") var evidence = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let aircraft = try QuestionOptions.aircraft(aircraft)
        let isJSON = options.question.json
        try await options.ask(isText: !isJSON) { desk in
            let range = try await desk.range(from, to, of: aircraft)
            if isJSON {
                let json = try await desk.answers.flights(of: aircraft, during: range, language: desk.language)
                return try QuestionOptions.write(json)
            }
            let told = try await desk.answers.account(of: aircraft, during: range)
            var text = try await FlightsCommand.text(told, desk)
            for line in text.head() + CoverageText.basis(desk.learned, desk.unjudged, desk.language) { print(line) }
            for line in text.silences(withEvidence: evidence) { print(line) }
            for line in text.legend() { print(line) }
            FlightsCommand.note(told.account, desk.now)
        }
    }
}
