public import Aero

/// An aircraft that cannot have flown the itinerary, with the reason.
public struct ExcludedAircraft: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The stops, by their place in the itinerary, and what each would have asked.
        case outOfReach([Int], StopEvidence.Need?)
        /// Each stop alone is possible, their order is not.
        case outOfOrder
        /// A fighter, which joins in flight.
        case escort
    }

    public let address: AircraftAddress
    public let reason: Reason
}
