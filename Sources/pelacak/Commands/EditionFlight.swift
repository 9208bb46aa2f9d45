import ArgumentParser
import Bundles
import Tracking

/// `pelacak edition flight`
struct EditionFlight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flight",
        abstract: "Freeze a flight of an aircraft as the next edition; prints its number and digest.",
        discussion: """
            Example:
              pelacak edition flight 34718d --at 2024-06-18T07:00Z --realm imported

            It says what strangers may be shown, in both languages. What the last edition of the same flight said otherwise is listed as a
            correction.
            """
    )

    @OptionGroup var choice: FlightChoice

    func run() async throws { try await choice.publish(.flight) }
}
