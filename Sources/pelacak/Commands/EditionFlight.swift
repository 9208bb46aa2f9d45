import ArgumentParser
import Bundles
import Tracking

/// `pelacak edition flight`
struct EditionFlight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flight",
        abstract: "Freeze a flight of an aircraft as the next edition; prints its number and digest.",
        discussion: """
            Examples:
              pelacak edition flight 34718d --at 2024-06-18T07:00Z --realm imported
              pelacak edition flight 34718d --at 2024-06-18T07:00Z --realm imported --bundle flight-bundle

            It says what strangers may be shown, in both languages. What the last edition of the same flight said otherwise is listed as a
            correction. With --bundle, which is one made for strangers of the same flight, it is told from what lies there, and the archive has to
            hold the same up to the moment that the bundle is of.
            """
    )

    @OptionGroup var choice: FlightChoice

    func run() async throws { try await choice.publish(.flight) }
}
