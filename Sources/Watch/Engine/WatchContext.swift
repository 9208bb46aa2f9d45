public import Aero

/// What the site knows by name and rules may ask for: areas, airports, zones of time.
public struct WatchContext: Sendable {
    public var areas: [String: WatchArea]
    /// Reference points by code, upper case.
    public var airports: [String: Position]
    public var zones: [String: WatchZone]

    public init(
        areas: [String: WatchArea] = [:],
        airports: [String: Position] = [:],
        zones: [String: WatchZone] = [:]
    ) {
        self.areas = areas
        self.airports = airports
        self.zones = zones
    }
}
