public import Aero

/// What somebody said of the aircraft itself, as the ranking takes it: a likelihood, with the certainty of the claim.
public struct CarrierClaim: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// ICAO type designators; any of them.
        case types(Set<String>)
        /// It was this one.
        case aircraft(AircraftAddress)
        /// It is chartered.
        case charter
        /// The state's own aircraft are ruled out.
        case ownFleetRuledOut
    }

    public let content: Content
    /// How likely it is that the claim is true, over 0 to 1.
    public let certainty: Double

    public init(_ content: Content, certainty: Double) {
        self.content = content
        self.certainty = min(0.99, max(0, certainty))
    }

    /// How likely the claim is if this aircraft carries, over how likely if it says nothing.
    ///
    /// - Parameter share: of all aircraft the claim fits, by what is believed before it.
    func ratio(_ aircraft: HeardAircraft, share: Double) -> Double {
        let common = max(0.02, min(1, share))
        return 1 - certainty + (fits(aircraft) ? certainty / common : 0)
    }

    func fits(_ aircraft: HeardAircraft) -> Bool {
        switch content {
        case .types(let types): aircraft.identity.type.map { types.contains($0) } ?? false
        case .aircraft(let address): aircraft.address == address
        case .charter: aircraft.role == .airliner
        case .ownFleetRuledOut: aircraft.role != .subjectFleet
        }
    }
}
