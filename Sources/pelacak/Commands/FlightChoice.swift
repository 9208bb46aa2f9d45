import ArgumentParser
import Bundles
import Tracking
import Visits

/// A flight or a silence that is to be published.
struct FlightChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("The aircraft's address; ~ before one that is not ICAO's.", valueName: "HEX"))
    var aircraft: String
    @Option(help: ArgumentHelp("A moment in it.", valueName: "T")) var at: String
    @OptionGroup var correction: CorrectionOptions
    @OptionGroup var options: FlightOptions

    func publish(_ kind: BundleHead.Subject) async throws {
        let aircraft = try QuestionOptions.aircraft(aircraft)
        let (time, note) = (try QuestionOptions.time(at), try correction.words())
        try await options.ask(isText: true, for: .forOthers) { desk in
            let draft = try await FlightEditionDraft(kind, of: aircraft, at: time, desk)
            let shelf = EditionShelf(dataFolder: options.question.archive.dataFolder)
            let edition = try draft.edition(
                number: try shelf.nextNumber(),
                after: try shelf.last(of: draft.subject),
                note: note
            )
            try shelf.publish(edition)
            print("\(edition.number)  \(edition.digest)")
            StandardError.line("pelacak: \(shelf.path(edition.number))/\(EditionPage.name(.english))")
        }
    }
}
