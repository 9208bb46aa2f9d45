/// What an aircraft is beside the state whose head travels. Lists say it; what no list says is `unlisted` only if something hints at a
/// government, else one of the others by its type.
public enum AircraftRole: String, CaseIterable, Sendable {
    /// On a list of that state's fleet.
    case subjectFleet = "subject_fleet"
    /// Of an airline, and so possibly chartered.
    case airliner
    /// It may fly for a government, and stands on no list.
    case unlisted
    case businessJet = "business_jet"
    /// Of another state's government.
    case otherGovernment = "other_government"
    case military
    /// It joins in flight: listed, never ranked.
    case fighter
}
