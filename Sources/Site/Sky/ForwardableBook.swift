import Aero

/// A book without what came under terms that forbid handing it on: of such an aircraft its address alone speaks.
struct ForwardableBook: AddressBook {
    let book: any AddressBook

    var edition: Int { book.edition }

    func registered(_ address: AircraftAddress) -> RegisteredAircraft? {
        book.registered(address).flatMap { $0.marks.contains(.mayBeHandedOn) ? $0 : nil }
    }

    func registration(of address: AircraftAddress) -> String? {
        guard let held = withheld(address) else { return book.registration(of: address) }
        // What follows from the address by a rule is everybody's; of a privacy address nothing follows.
        return held.marks.contains(.privacyAddress) ? nil : Registration.inferred(from: address)
    }

    func state(of address: AircraftAddress) -> String? { book.state(of: address) }

    func typeDesignator(of address: AircraftAddress) -> String? {
        withheld(address) == nil ? book.typeDesignator(of: address) : nil
    }

    func typeDescription(of address: AircraftAddress) -> String? {
        withheld(address) == nil ? book.typeDescription(of: address) : nil
    }

    func flags(of address: AircraftAddress) -> AircraftFlags { withheld(address) == nil ? book.flags(of: address) : [] }

    private func withheld(_ address: AircraftAddress) -> RegisteredAircraft? {
        book.registered(address).flatMap { $0.marks.contains(.mayBeHandedOn) ? nil : $0 }
    }
}
