public import Aero

/// An invented aircraft of a scenario.
public struct VisitAircraft: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case airliner
        case businessJet = "business_jet"
        case military
        case stateFleet = "state_fleet"
        /// It flies for a government, and stands on no list.
        case unlisted
    }

    public enum Transponder: String, CaseIterable, Sendable {
        case full
        /// It is heard, its position is not.
        case modeSOnly = "mode_s_only"
        /// It falls silent in flight.
        case switching
    }

    public let address: AircraftAddress
    public let kind: Kind
    /// Two letters; of state fleets, and of unlisted aircraft that stand near one.
    public let state: String?
    public let aircraftOperator: String
    public let registration: String
    /// ICAO type designator.
    public let type: String
    public internal(set) var transponder: Transponder
    /// Where it is at home, a place in `VisitScenario.airports`.
    public internal(set) var home: Int
}
