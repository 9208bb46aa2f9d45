import Aero

/// Who is who as one audience may be told: whoever is hidden from it now is somebody nobody knows, and stands near nobody.
struct DiscreetIdentities: IdentityDesk {
    private let desk: any IdentityDesk
    private let audience: Audience
    private let discretion: Discretion
    private let wall: @Sendable () -> Timestamp

    init(
        _ desk: any IdentityDesk,
        for audience: Audience,
        _ discretion: Discretion,
        wall: @escaping @Sendable () -> Timestamp
    ) {
        self.desk = desk
        self.audience = audience
        self.discretion = discretion
        self.wall = wall
    }

    func identity(of address: AircraftAddress, known: Timestamp?) async throws(IdentityDeskError) -> HeldIdentity {
        let (rules, now) = (discretion.rules, wall())
        func isHidden(_ address: AircraftAddress) -> Bool { rules.hides(address, from: audience, during: now...now) }
        // Asked all the same: the answer takes as long as any other.
        var held = try await desk.identity(of: address, known: known)
        if audience == .strangers {
            held.leavePrivacyAddressUnresolved(isListed: rules.reasons(of: address, at: now).contains(.pia))
        }
        guard rules.hidesAnything(from: audience) else { return held }
        if isHidden(address) { return .unknown(address) }
        held.sisters.removeAll { isHidden($0.aircraft.address) }
        // A contradiction names another aircraft by what it has in common with this one.
        held.conflicts.removeAll { conflict in
            if case .address(let other) = conflict.subject, other != address, isHidden(other) { return true }
            return conflict.values.contains { AircraftAddress($0).map(isHidden) ?? false }
        }
        return held
    }

    /// Whoever is hidden is left out, and looked at all the same.
    func addresses(bearing registration: String, limit: Int) async throws(IdentityDeskError) -> [AircraftAddress] {
        let (rules, now) = (discretion.rules, wall())
        return try await desk.addresses(bearing: registration, limit: limit).filter {
            !rules.hides($0, from: audience, during: now...now)
        }
    }
}

extension HeldIdentity {
    /// Of a privacy address (PIA) only that it is one: who uses it is for nobody but who keeps the list.
    ///
    /// - Parameter isListed: whether the operator's own list says so.
    fileprivate mutating func leavePrivacyAddressUnresolved(isListed: Bool) {
        let isPrivacy = record.facts.contains {
            $0.relation == .list && $0.object == "PIA" && $0.polarity == .says && $0.confidence != .refuted
        }
        guard isListed || isPrivacy else { return }
        let told = record.facts.filter { $0.relation == .list && $0.object == "PIA" }
        record = IdentityRecord(address: record.address, facts: told)
        conflicts = []
        sisters = []
    }
}
