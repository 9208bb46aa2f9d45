/// What a claim is about.
public enum ClaimKind: String, CaseIterable, Sendable {
    case schedule
    case stop
    case departure
    case arrival
    case origin
    /// A meeting with a time: it bounds a landing from above only.
    case meeting
    case event
    /// How long the stay at one stop is.
    case dwell
    /// What is done at a stop.
    case programme
    /// A train, a car, a ship.
    case surfaceLeg = "surface_leg"
    case aircraft
    /// An aircraft that is ruled out.
    case negativeAircraft = "negative_aircraft"
    /// Several aircraft.
    case fleet
    /// An aircraft of others that belong to the visit.
    case companion
    case escort
    /// Somebody saw an aircraft, or a tracker showed it.
    case sighting
    /// What somebody says an aircraft did.
    case observation
    /// Something that a list leaves out.
    case omission
    case negation
    case denial
    case noComment = "no_comment"
    case secrecy
    /// Somebody else who travels.
    case otherSubject = "other_subject"
    case invitation
    /// How long the whole visit is.
    case duration
    case warning
    case context
    case accusation
    /// A visit of the past.
    case history
}
