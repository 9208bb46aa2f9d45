import Aero
import Site

/// What an address alone tells, by the rules of the states.
struct AddressRules: AddressBook {
    func registration(of address: AircraftAddress) -> String? { Registration.inferred(from: address) }
    func state(of address: AircraftAddress) -> String? { AddressBlocks.state(of: address)?.description }
}
