import Aero
import ArgumentParser
import Tracking

/// A flight or a silence that somebody means by an aircraft and a moment in it.
struct FlightMoment: ParsableArguments {
    @Argument(help: ArgumentHelp("The aircraft's address; ~ before one that is not ICAO's.", valueName: "HEX"))
    var aircraft: String
    @Option(help: ArgumentHelp("A moment in it.", valueName: "T")) var at: String

    func asked() throws(UsageError) -> (aircraft: ArchivedAircraft, time: Timestamp) {
        (try QuestionOptions.aircraft(aircraft), try QuestionOptions.time(at))
    }
}
