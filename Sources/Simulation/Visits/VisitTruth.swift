public import Aero

/// What happened in a scenario; for scoring alone.
public struct VisitTruth: Hashable, Sendable {
    /// Who carried; `nil` where nobody travelled.
    public let carrier: VisitAircraft?
    public let companions: [AircraftAddress]
    public let decoys: [AircraftAddress]
    /// The aircraft that is heard by turns with the carrier.
    public let relayPartner: AircraftAddress?
    /// Who flew for the other state.
    public let otherVisitors: [AircraftAddress]
    /// Codes of the airports at which the carrier landed, with the hour of the scenario.
    public let stops: [String]
    public let arrivalHours: [Double]
    public let fault: VisitFault?
    /// Whether positions of the carrier are false for a while, and whether it flew a detour.
    public let isSpoofed: Bool
    public let hasDetour: Bool

    /// Whether an aircraft flew with the visit.
    public func isOfConvoy(_ address: AircraftAddress) -> Bool {
        address == carrier?.address || address == relayPartner || companions.contains(address)
    }
}
