import Aero
import ArgumentParser
import Bundles
import Site
import Tracking

/// `pelacak bundle flight`
struct BundleFlight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flight",
        abstract: "Put together all that a flight of an aircraft is told from.",
        discussion: """
            Example:
              pelacak bundle flight 34718d --at 2024-06-18T07:00Z --realm imported --into flight-bundle

            It holds every row of the aircraft from a day before to a day after, the list of airports, and what follows: legs, stops, silences with
            all explanations that fit. For strangers, which is usual, it holds what they are shown; --for operators also who could have heard
            it where it was silent.
            """
    )

    @Argument(help: ArgumentHelp("The aircraft's address; ~ before one that is not ICAO's.", valueName: "HEX"))
    var aircraft: String
    @Option(help: ArgumentHelp("A moment in it.", valueName: "T")) var at: String
    @OptionGroup var target: BundleTarget

    func run() async throws {
        let (aircraft, time) = (try QuestionOptions.aircraft(aircraft), try QuestionOptions.time(at))
        try await target.make { desk in
            try await FlightBundleMaker.prepared(.flight, of: aircraft, at: time, desk, target)
        }
    }
}
