import Aero
import ArgumentParser
import Bundles
import Site
import Tracking

/// `pelacak bundle gap`
struct BundleGap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap",
        abstract: "Put together all that a silence of an aircraft is told from.",
        discussion: """
            Example:
              pelacak bundle gap 157716 --at 2024-06-18T16:00Z --realm simulated --into silence-bundle

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
        try await target.make { desk in try await FlightBundleMaker.prepared(.gap, of: aircraft, at: time, desk, target)
        }
    }
}
