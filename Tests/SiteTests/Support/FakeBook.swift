import Aero
import Site

/// Knows one registration and one state.
struct FakeBook: AddressBook {
    func registration(of address: AircraftAddress) -> String? { address.rawValue == 0x48_4159 ? "PH-BXA" : nil }
    func state(of address: AircraftAddress) -> String? { address.isICAO && address.bits >> 12 == 0x484 ? "NL" : nil }
}
