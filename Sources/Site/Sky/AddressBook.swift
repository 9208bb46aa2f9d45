public import Aero

/// What an address alone tells. Both answers are pure: the same address always gives the same.
public protocol AddressBook: Sendable {
    /// The registration that a public rule gives for the address; `nil` where none does.
    func registration(of address: AircraftAddress) -> String?
    /// ISO 3166 code of two letters of the state that owns the block; `nil` for blocks no state owns.
    func state(of address: AircraftAddress) -> String?
}
