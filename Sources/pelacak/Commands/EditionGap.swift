import ArgumentParser
import Bundles
import Tracking

/// `pelacak edition gap`
struct EditionGap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap",
        abstract: "Freeze a silence of an aircraft as the next edition; prints its number and digest.",
        discussion: """
            Example:
              pelacak edition gap 157716 --at 2024-06-18T16:00Z --realm simulated

            It says what strangers may be shown, in both languages. What the last edition of the same silence said otherwise is listed as a
            correction.
            """
    )

    @OptionGroup var choice: FlightChoice

    func run() async throws { try await choice.publish(.gap) }
}
