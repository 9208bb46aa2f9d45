public import Aero

/// Whose rows they are: an address and what kind of address it is.
public struct ArchivedAircraft: Hashable, Comparable, Sendable {
    /// What an address is worth as a name.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case icao = 0
        /// Given by a ground system, readsb's `~`.
        case other = 1
        /// Temporary, changed to stay unknown.
        case anonymous = 2
        /// May be of several aircraft.
        case ambiguous = 3
    }

    public let address: AircraftAddress
    public let kind: Kind

    public init(_ address: AircraftAddress, kind: Kind? = nil) {
        self.address = address
        self.kind = kind ?? (address.isICAO ? .icao : .other)
    }

    public static func < (left: ArchivedAircraft, right: ArchivedAircraft) -> Bool {
        (left.address.rawValue, left.kind.rawValue) < (right.address.rawValue, right.kind.rawValue)
    }
}
