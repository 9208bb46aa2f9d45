/// A stop as the ranking takes it: where, when, how long; confirmed by a person.
public struct ItineraryStop: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// Where it starts from; assumed unless somebody says so.
        case origin
        /// A stop on the way.
        case transit
        case destination
        /// Out and back on one day.
        case dayTrip = "day_trip"
        /// Home again.
        case `return`
    }

    public let kind: Kind
    /// Place as written, for words.
    public let name: String
    /// Best first; their weights add up to 1; empty where only a region is known.
    public let airports: [StopAirport]
    public let arrival: ArrivalWindow
    /// Hours on the ground that are announced or follow from what is announced; `nil` where nothing is said.
    public let dwellHours: ClosedRange<Double>?

    public init(
        kind: Kind,
        name: String,
        airports: [StopAirport],
        arrival: ArrivalWindow,
        dwellHours: ClosedRange<Double>? = nil
    ) {
        self.kind = kind
        self.name = name
        self.airports = airports
        self.arrival = arrival
        self.dwellHours = dwellHours
    }
}
