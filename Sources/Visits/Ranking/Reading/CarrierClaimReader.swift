public import Aero

/// Reads what a visit's claims say of the aircraft itself, as the ranking weighs it.
public struct CarrierClaimReader: Sendable {
    /// What a claim says, and which of the visit's it is.
    public struct Read: Hashable, Sendable {
        public let number: Int
        public let claim: CarrierClaim
    }

    /// Finds who bears a registration, as letters and digits.
    private let bearer: @Sendable ([UInt8]) -> AircraftAddress?

    public init(bearer: @escaping @Sendable (_ registration: [UInt8]) -> AircraftAddress? = { _ in nil }) {
        self.bearer = bearer
    }

    /// - Parameter withLaterClaims: also of what further reports say, and of what somebody saw; without, only of what was announced first.
    public func claims(of visit: Visit, withLaterClaims: Bool) -> [Read] {
        let first = visit.reports.first?.id
        return visit.claims.flatMap { claim -> [Read] in
            guard withLaterClaims || (claim.report == first && !Self.isSighting(claim.kind)) else { return [] }
            return contents(of: claim).map {
                Read(number: claim.id, claim: CarrierClaim($0, certainty: Self.certainty(of: claim)))
            }
        }
    }

    private static func isSighting(_ kind: ClaimKind) -> Bool { kind == .sighting || kind == .observation }

    private func contents(of claim: Claim) -> [CarrierClaim.Content] {
        switch claim.kind {
        case .negativeAircraft: return [.ownFleetRuledOut]
        case .aircraft, .fleet, .sighting, .observation:
            guard claim.polarity == .affirmed, claim.other == nil else { return [] }
            return contents(named: claim.aircraft)
        default: return []
        }
    }

    private func contents(named names: [String]) -> [CarrierClaim.Content] {
        var contents: [CarrierClaim.Content] = []
        var types: Set<String> = []
        for name in names {
            let compact = RegistrationText.compact(name)
            if let address = bearer(compact) {
                contents.append(.aircraft(address))
            } else if name.lowercased().contains("charter") || name.lowercased().contains("carter") {
                contents.append(.charter)
            } else {
                types.formUnion(AircraftTypeNames.designators(of: name))
            }
        }
        return contents + (types.isEmpty ? [] : [.types(types)])
    }

    /// How much is given to a claim by the words it is made with. Ours.
    static func certainty(of claim: Claim) -> Double {
        switch claim.certainty {
        case .announced: 0.8
        case .asserted, .scheduled: 0.7
        case .reported, .planned: 0.6
        case .quoted, .expected, .understood: 0.5
        case .possible, .suspected, .alleged: 0.25
        case .evasive, .declined: 0.05
        }
    }
}
