import ArgumentParser
import Bundles
import Tracking

/// `pelacak edition gap`
struct EditionGap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap",
        abstract: "Freeze a silence of an aircraft as the next edition; prints its number and digest.",
        discussion: """
            Examples:
              pelacak edition gap 157716 --at 2024-06-18T16:00Z --realm simulated
              pelacak edition gap 157716 --at 2024-06-18T16:00Z --realm simulated --bundle silence-bundle

            It says what strangers may be shown, in both languages. What the last edition of the same silence said otherwise is listed as a
            correction. With --bundle, which is one made for strangers of the same silence, it is told from what lies there, and the archive has to
            hold the same up to the moment that the bundle is of.
            """
    )

    @OptionGroup var choice: FlightChoice

    func run() async throws { try await choice.publish(.gap) }
}
