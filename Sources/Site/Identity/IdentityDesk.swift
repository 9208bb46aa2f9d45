public import Aero

/// Who is who, as the site asks for it. Read only: lists are brought in by the command line.
///
/// What must be hidden of an aircraft is hidden before it gets here: `HeldIdentity.unknown` is then the answer, as for one nobody knows.
public protocol IdentityDesk: Sendable {
    /// What is held around an address.
    ///
    /// - Parameter known: as known then; `nil` for all that was ever held.
    func identity(of address: AircraftAddress, known: Timestamp?) async throws(IdentityDeskError) -> HeldIdentity

    /// Addresses of which somebody says now that they bear a registration, however it is hyphenated; rising.
    ///
    /// - Parameter limit: at most so many.
    func addresses(bearing registration: String, limit: Int) async throws(IdentityDeskError) -> [AircraftAddress]
}

/// What can go wrong; the log says more.
public enum IdentityDeskError: Error, Hashable, Sendable {
    /// The identities cannot be read now.
    case unreadable
}

extension IdentityDesk {
    /// What is held of several aircraft, in their order.
    ///
    /// - Parameter known: as it was known then; `nil` for now.
    public func identities(
        of addresses: [AircraftAddress],
        known: Timestamp?
    ) async throws(IdentityDeskError) -> [(address: AircraftAddress, identity: HeldIdentity)] {
        var held: [(AircraftAddress, HeldIdentity)] = []
        for address in addresses { held.append((address, try await identity(of: address, known: known))) }
        return held
    }
}
