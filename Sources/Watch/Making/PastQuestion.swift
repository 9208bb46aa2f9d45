public import Aero
public import Tracking

/// An aircraft is heard of which nothing is remembered: when was it heard before?
public struct PastQuestion: Hashable, Sendable {
    public let aircraft: ArchivedAircraft
    /// What was heard from then on does not count.
    public let time: Timestamp

    public init(aircraft: ArchivedAircraft, time: Timestamp) {
        self.aircraft = aircraft
        self.time = time
    }
}
