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
}
