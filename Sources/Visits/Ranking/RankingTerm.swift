public import Aero

/// One reason for or against an aircraft, with the numbers that words are made of.
public enum RankingTerm: Hashable, Sendable {
    /// What its role is worth, shared by all of the role.
    case prior(role: AircraftRole, share: Double, amongst: Int)
    /// It was heard landing at a stop, or leaving it.
    case seenAtStop(stop: Int, StopEvidence.Seen)
    /// A stop fits into a silence.
    case stopInSilence(stop: Int, StopEvidence.Fit)
    /// It cannot have been there.
    case unreachable(stop: Int, StopEvidence.Need?)
    /// Whether the stops can be made in their order with the legs between.
    case order(isKept: Bool)
    /// It was heard leaving home when it should; `nil` where it was not, though it would be heard with the probability.
    case origin(airport: String, heard: Timestamp?, probability: Double)
    /// It was elsewhere when it should have left home.
    case notFromHome(airport: String)
    /// It was heard on the way to a stop, heading for it at a time that fits.
    case onRoute(toStop: Int)
    /// On a leg it was never heard, though a share of it is covered.
    case routeSilence(toStop: Int, covered: Double)
    /// Others of the operator were there within the hour.
    case companions([AircraftAddress])
    /// Heard by turns with sisters: what speaks for one is shared between them.
    case relay([AircraftAddress])
    /// An aircraft of the fleet may have come along whichever was used: what is heard of it speaks less for it alone, or more where it fits
    /// a companion worse than a life of its own.
    case mayAccompany
    /// It may be, or be taken for, another.
    case sister(SisterAircraft.Ground, AircraftAddress)
    /// What somebody said of the aircraft, by its place in the list of claims.
    case claim(Int)
}
