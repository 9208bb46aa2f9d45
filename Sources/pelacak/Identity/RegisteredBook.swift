import Aero
import Site

/// An address book of lists and registers: it says what is `registered`, and else what the rules of the states give.
protocol RegisteredBook: AddressBook {}

extension RegisteredBook {
    func registration(of address: AircraftAddress) -> String? {
        guard let known = registered(address) else { return Registration.inferred(from: address) }
        if let registration = known.registration { return registration }
        // Of a privacy address nothing follows.
        return known.marks.contains(.privacyAddress) ? nil : Registration.inferred(from: address)
    }

    func state(of address: AircraftAddress) -> String? { AddressBlocks.state(of: address)?.description }
    func typeDesignator(of address: AircraftAddress) -> String? { registered(address)?.type }
    func typeDescription(of address: AircraftAddress) -> String? { registered(address)?.model }
    func flags(of address: AircraftAddress) -> AircraftFlags { AircraftFlags(registered(address)?.marks ?? []) }
}

extension AircraftFlags {
    init(_ marks: RegisteredAircraft.Marks) {
        self = []
        if marks.contains(.military) { insert(.military) }
        if marks.contains(.interesting) { insert(.interesting) }
        if marks.contains(.privacyAddress) { insert(.privacyAddress) }
        if marks.contains(.limitedDisplay) { insert(.limitedDisplay) }
    }
}
