public import Aero

/// What was heard of aircraft consistent with a visit, beside one claim of it. It says what aircraft did, and nothing of people.
public struct HeardVerdict: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Heard coming down at the stop, or climbing out of it. Hours after the claimed time, below 0 for before, 0 within it; `nil` where
        /// nothing follows for the time.
        case heard(StopEvidence.Seen, hoursLate: Double?)
        /// Heard climbing out before it is said to have come, or coming down after it is said to have left.
        case reversed(StopEvidence.Seen)
        /// The claimed time beside what was heard at the other end of the leg, and what such a leg takes.
        case leg(StopEvidence.Seen, ClaimVerdict.Reason)
        /// Heard coming down there before; when it left was not heard.
        case cameBefore(StopEvidence.Seen)
        /// It cannot have been at the stop, by its place in the itinerary.
        case outOfReach(stop: Int, StopEvidence.Need?)
        /// Not heard there; when it can have been.
        case unheard(StopEvidence.Fit)
        /// It names no stop that was compared.
        case noStop
        /// Of no aircraft anything was heard that speaks for the visit.
        case nobody
        /// It does not say that somebody comes or goes by air.
        case noJourney
    }

    public let outcome: ClaimVerdict.Outcome
    public let reason: Reason
    /// By its number.
    public let claim: Int
    /// Of which the reason speaks; `nil` where it speaks of none.
    public let aircraft: AircraftAddress?
    /// When it was heard that bears on it.
    public let observations: [Timestamp]

    public init(
        _ outcome: ClaimVerdict.Outcome,
        _ reason: Reason,
        claim: Int,
        aircraft: AircraftAddress? = nil,
        observations: [Timestamp] = []
    ) {
        self.outcome = outcome
        self.reason = reason
        self.claim = claim
        self.aircraft = aircraft
        self.observations = observations
    }
}
