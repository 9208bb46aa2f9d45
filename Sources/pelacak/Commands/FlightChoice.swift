import Aero
import ArgumentParser
import Bundles
import Tracking
import Visits

/// A flight or a silence that is to be published.
struct FlightChoice: ParsableArguments {
    @OptionGroup var moment: FlightMoment
    @OptionGroup var correction: CorrectionOptions
    @Option(help: ArgumentHelp("The bundle it rests on: its digest is told.", valueName: "DIR")) var bundle: String?
    @OptionGroup var options: FlightOptions

    func publish(_ kind: BundleHead.Subject) async throws {
        let (aircraft, time) = try moment.asked()
        let note = try correction.words()
        let language = try options.language()
        let named = try bundle.map { folder throws(Failure) in try EditionBundle(reading: folder, of: kind) }
        try await options.ask(isText: true, for: .forOthers) { desk in
            let draft = try await draft(kind, of: aircraft, at: time, named, desk)
            let press = EditionPress(dataFolder: options.question.archive.dataFolder, language: language)
            let edition = try press.publish(draft, note: note)
            print("\(edition.number)  \(edition.digest)")
            StandardError.line("pelacak: \(press.shelf.path(edition.number))/\(EditionPage.name(.english))")
        }
    }
    /// As its bundle tells it where one is named, and else as the archive does now.
    private func draft(
        _ kind: BundleHead.Subject,
        of aircraft: ArchivedAircraft,
        at time: Timestamp,
        _ bundle: EditionBundle?,
        _ desk: FlightOptions.Desk
    ) async throws -> FlightEditionDraft {
        guard let bundle else {
            let chosen = try await ChosenFlight.asked(kind, of: aircraft, at: time, desk.told)
            return try await FlightEditionDraft(chosen, desk.told)
        }
        let told = try await bundle.flight(of: aircraft, at: time, desk)
        return try await FlightEditionDraft(told, bundle.manifest.digest, desk.told)
    }
}
