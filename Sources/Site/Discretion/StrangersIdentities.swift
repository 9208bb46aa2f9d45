public import Aero

/// Who is who as strangers are told of it, for files that are handed to others: nothing of who is hidden now, no privacy address resolved.
public struct StrangersIdentities: IdentityDesk {
    private let desk: DiscreetIdentities

    public init(_ desk: any IdentityDesk, _ rules: SuppressionRules, now: Timestamp) {
        self.desk = DiscreetIdentities(desk, for: .strangers, Discretion(rules)) { now }
    }

    public func identity(
        of address: AircraftAddress,
        known: Timestamp?
    ) async throws(IdentityDeskError) -> HeldIdentity { try await desk.identity(of: address, known: known) }

    /// Those alone of which strangers are told a registration at all: one that leads to a privacy address would resolve it.
    public func addresses(
        bearing registration: String,
        limit: Int
    ) async throws(IdentityDeskError) -> [AircraftAddress] {
        var told: [AircraftAddress] = []
        for address in try await desk.addresses(bearing: registration, limit: limit) {
            let facts = try await identity(of: address, known: nil).record.facts
            if facts.contains(where: { $0.relation == .registration }) { told.append(address) }
        }
        return told
    }
}
