import ArgumentParser
import Bundles
import Tracking
import Visits

/// A flight or a silence that is to be published.
struct FlightChoice: ParsableArguments {
    @OptionGroup var moment: FlightMoment
    @OptionGroup var correction: CorrectionOptions
    @OptionGroup var options: FlightOptions

    func publish(_ kind: BundleHead.Subject) async throws {
        let (aircraft, time) = try moment.asked()
        let note = try correction.words()
        try await options.ask(isText: true, for: .forOthers) { desk in
            let chosen = try await ChosenFlight.asked(kind, of: aircraft, at: time, desk.told)
            let draft = try await FlightEditionDraft(chosen, desk.told)
            let press = EditionPress(dataFolder: options.question.archive.dataFolder)
            let edition = try press.publish(draft, note: note)
            print("\(edition.number)  \(edition.digest)")
            StandardError.line("pelacak: \(press.shelf.path(edition.number))/\(EditionPage.name(.english))")
        }
    }
}
