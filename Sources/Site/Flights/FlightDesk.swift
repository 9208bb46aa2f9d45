public import Flights
public import Tracking

/// What the telling of flights needs besides an archive and places: what types can do, where receivers stand, and who hears what.
public protocol FlightDesk: Sendable {
    /// - Parameter type: an ICAO type designator; `nil` where it is not known.
    func limits(ofType type: String?) -> AirframeLimits

    /// Where a receiver stands, by the archive's number; `nil` where that is not known.
    func place(ofReceiver number: UInt32, in realm: ArchiveRealm) -> ReceiverPlace?

    /// What was learned of who hears what; `nil` where nothing was.
    func hearing(of realm: ArchiveRealm) async -> LearnedCoverage?
}
