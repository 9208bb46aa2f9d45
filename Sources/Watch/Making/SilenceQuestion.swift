public import Aero
public import Flights
public import Tracking

/// An aircraft has been silent for so long: what does that mean?
public struct SilenceQuestion: Hashable, Sendable {
    public let aircraft: ArchivedAircraft
    /// When it was heard last.
    public let since: Timestamp
    /// When it is asked.
    public let time: Timestamp
    /// Where and how it was in the air when it was heard last.
    public let end: SilenceEnd
    /// ICAO type designator, where it is known.
    public let type: String?

    public init(
        aircraft: ArchivedAircraft,
        since: Timestamp,
        time: Timestamp,
        end: SilenceEnd,
        type: String? = nil
    ) {
        self.aircraft = aircraft
        self.since = since
        self.time = time
        self.end = end
        self.type = type
    }
}
