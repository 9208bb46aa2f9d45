public import Aero
public import Flights
public import Tracking

/// What the telling of flights needs besides an archive and places: what types can do, where receivers stand, and who hears what.
public protocol FlightDesk: Sendable {
    /// - Parameter type: an ICAO type designator; `nil` where it is not known.
    func limits(ofType type: String?) -> AirframeLimits

    /// Where a receiver stood at a time, by the archive's number; `nil` where that is not known.
    func place(ofReceiver number: UInt32, in realm: ArchiveRealm, at time: Timestamp) -> ReceiverPlace?

    /// What was learned of who hears what; `nil` where nothing was.
    func hearing(of realm: ArchiveRealm) async -> LearnedCoverage?

    /// What is said now of an aircraft's silences, after what was said of the same ones before: that stays, with its time.
    func settled(
        _ verdicts: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) async -> [GapVerdict]
}
