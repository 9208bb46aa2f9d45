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

    func registration(of address: AircraftAddress) -> String? { book.registration(of: address) }
    func state(of address: AircraftAddress) -> String? { book.state(of: address) }
    func typeDesignator(of address: AircraftAddress) -> String? { book.typeDesignator(of: address) }
    func typeDescription(of address: AircraftAddress) -> String? { book.typeDescription(of: address) }

    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { book.registered(address) }

    func flags(of address: AircraftAddress) -> AircraftFlags {
        var flags = book.flags(of: address)
        let (rules, now) = (discretion.rules, wall())
        guard !rules.hides(address, from: audience, during: now...now) else { return flags }
        let reasons = rules.reasons(of: address, at: now)
        if reasons.contains(.ladd) { flags.insert(.limitedDisplay) }
        if reasons.contains(.pia) { flags.insert(.privacyAddress) }
        return flags
    }
}
