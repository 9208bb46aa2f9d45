import Aero

/// An address book that also says which aircraft stand on the operator's lists.
struct MarkedBook: AddressBook {
    private let book: any AddressBook
    private let discretion: Discretion
    private let wall: @Sendable () -> Timestamp

    /// Of aircraft that are hidden from it nothing of the lists is told.
    var audience = Audience.operators

    init(_ book: any AddressBook, _ discretion: Discretion, wall: @escaping @Sendable () -> Timestamp) {
        self.book = book
        self.discretion = discretion
        self.wall = wall
    }

    var edition: Int { discretion.edition &+ book.edition }

    /// Of who is hidden from the audience now, only what the address itself says.
    private func isHidden(_ address: AircraftAddress) -> Bool {
        let rules = discretion.rules
        guard rules.hidesAnything(from: audience) else { return false }
        let now = wall()
        return rules.hides(address, from: audience, during: now...now)
    }

    /// Whether an address is a privacy one (PIA) that is not resolved for the audience: what a list says of it stays with the operator.
    private func isUnresolved(_ address: AircraftAddress) -> Bool {
        audience == .strangers && flags(of: address).contains(.privacyAddress)
    }

    func registration(of address: AircraftAddress) -> String? {
        if isHidden(address) { return Registration.inference(from: address)?.registration }
        return isUnresolved(address) ? nil : book.registration(of: address)
    }
    func state(of address: AircraftAddress) -> String? { book.state(of: address) }
    func typeDesignator(of address: AircraftAddress) -> String? {
        isHidden(address) || isUnresolved(address) ? nil : book.typeDesignator(of: address)
    }
    func typeDescription(of address: AircraftAddress) -> String? {
        isHidden(address) || isUnresolved(address) ? nil : book.typeDescription(of: address)
    }
    func registered(_ address: AircraftAddress) -> RegisteredAircraft? {
        guard !isHidden(address), let registered = book.registered(address) else { return nil }
        guard isUnresolved(address) else { return registered }
        return RegisteredAircraft(
            address: address,
            marks: registered.marks.intersection([.privacyAddress, .mayBeHandedOn])
        )
    }

    func flags(of address: AircraftAddress) -> AircraftFlags {
        guard !isHidden(address) else { return [] }
        var flags = book.flags(of: address)
        let reasons = discretion.rules.reasons(of: address, at: wall())
        if reasons.contains(.ladd) { flags.insert(.limitedDisplay) }
        if reasons.contains(.pia) { flags.insert(.privacyAddress) }
        return flags
    }
}
