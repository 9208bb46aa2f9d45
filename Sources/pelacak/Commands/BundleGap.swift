import ArgumentParser
import Bundles

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

    @OptionGroup var options: FlightBundleOptions

    func run() async throws { try await options.make(.gap) }
}
