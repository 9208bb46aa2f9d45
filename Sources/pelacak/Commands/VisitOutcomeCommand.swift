import Aero
import ArgumentParser
import Bundles
import Visits

/// `pelacak visit outcome`
struct VisitOutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: "Write down what became known of a visit when it was over, for keeping score.",
        discussion: """
            Examples:
              pelacak visit outcome k3v9x2m4q8za --aircraft 157716,157719 --source https://news.example/arrival
              pelacak visit outcome k3v9x2m4q8za --nobody --source "the visit was called off, statement of 3 December"

            Several aircraft: one of them, where it is known no better. What was written before stays in the record; the last line counts.
            """
    )

    @Argument(help: ArgumentHelp("As the list has it.", valueName: "NAME")) var visit: String
    @Option(help: ArgumentHelp("It was one of these.", valueName: "HEX,…")) var aircraft: String?
    @Flag(help: "It was an aircraft that was not heard here.") var notHeard = false
    @Flag(help: "Nobody travelled, or not then.") var nobody = false
    @Option(help: ArgumentHelp("Where that is said; no name of a private person.", valueName: "TEXT")) var source:
        String
    @OptionGroup var options: VisitOptions

    func run() throws {
        let kept = try options.visit(visit, in: try options.open())
        guard [aircraft != nil, notHeard, nobody].count(where: \.self) == 1 else {
            throw UsageError("say one of --aircraft, --not-heard and --nobody")
        }
        var content = nobody ? VisitOutcome.Content.nobody : .notHeard
        if let aircraft {
            content = .aircraft(
                Set(
                    try aircraft.split(separator: ",").map { word throws(UsageError) in
                        guard let address = AircraftAddress(word.filter { $0 != " " }) else {
                            throw UsageError("--aircraft \(word): write six hexadecimal digits, as 157716")
                        }
                        return address
                    }
                )
            )
        }
        guard let outcome = VisitOutcome(visit: kept.id, content, source: source, noted: TimeText.now) else {
            throw UsageError(
                "--source is 1 to \(VisitOutcome.longest) bytes, --aircraft 1 to \(VisitOutcome.mostAircraft) addresses"
            )
        }
        let book = OutcomeBook(dataFolder: options.archive.dataFolder)
        try book.append(outcome)
        StandardError.line("pelacak: written down in \(book.path)")
    }
}
