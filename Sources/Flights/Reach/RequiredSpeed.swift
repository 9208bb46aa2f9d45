public import Aero

/// What a claim "it left here then and was there then" asks of an aircraft.
public struct RequiredSpeed: Hashable, Sendable {
    /// On the great circle.
    public let distance: Metres
    /// Seconds between the earliest departure and the latest arrival that the claim allows; negative for the wrong way round.
    public let longestSeconds: Double
    /// The least ground speed in flight, 10 minutes being lost on climb and descent; `nil` where no speed does it.
    public let leastSpeed: KilometresPerHour?

    public init(from start: Position, departure: Span, to end: Position, arrival: Span) {
        distance = Geodesy.distance(start, end)
        longestSeconds = arrival.latest.seconds(since: departure.earliest)
        let flying = longestSeconds - 600
        leastSpeed = flying > 0 ? KilometresPerHour(distance.rawValue / flying * 3.6) : nil
    }

    /// Whether an aircraft can do it with the strongest tail wind.
    public func isPossible(with limits: AirframeLimits, rules: ReachRules = ReachRules()) -> Bool {
        leastSpeed.map { $0 <= rules.highestSpeed(limits) } ?? false
    }
}
