import ArgumentParser
import Bundles

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

    @OptionGroup var options: FlightBundleOptions

    func run() async throws { try await options.make(.flight) }
}
