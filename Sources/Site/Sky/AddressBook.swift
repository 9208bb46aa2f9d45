public import Aero

/// What an address alone tells. The same address gives the same within an `edition`.
public protocol AddressBook: Sendable {
    /// The registration that a public rule gives for the address; `nil` where none does.
    func registration(of address: AircraftAddress) -> String?
    /// ISO 3166 code of two letters of the state that owns the block; `nil` for blocks no state owns.
    func state(of address: AircraftAddress) -> String?
    /// ICAO designator of the aircraft's type, as `A20N` (Doc 8643); `nil` where it is not known.
    func typeDesignator(of address: AircraftAddress) -> String?
    /// The type in words; `nil` where it is not known.
    func typeDescription(of address: AircraftAddress) -> String?
    /// What is known of who flies it; empty where nothing is.
    func flags(of address: AircraftAddress) -> AircraftFlags
    /// Another number whenever the answers changed: what was remembered of them is asked for anew.
    var edition: Int { get }
}

extension AddressBook {
    public var edition: Int { 0 }
    public func typeDesignator(of address: AircraftAddress) -> String? { nil }
    public func typeDescription(of address: AircraftAddress) -> String? { nil }
    public func flags(of address: AircraftAddress) -> AircraftFlags { [] }
}
