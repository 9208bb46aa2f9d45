/// What a database says of an aircraft, in the bits of readsb's `dbFlags`.
public struct AircraftFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let military = AircraftFlags(rawValue: 1)
    public static let interesting = AircraftFlags(rawValue: 2)
    /// The address is one of the Privacy ICAO Address programme.
    public static let privacyAddress = AircraftFlags(rawValue: 4)
    /// Its owner asked for Limiting Aircraft Data Displayed.
    public static let limitedDisplay = AircraftFlags(rawValue: 8)
}
