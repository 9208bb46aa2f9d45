import Aero

/// Time on the ground between two legs at one airport.
public struct Stop: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A quarter of an hour or more.
        case stop
        /// Longer than a touch-and-go, shorter than a stop: turned round at once, or taxied back.
        case short
        /// The interval allows both.
        case uncertain
    }

    public let field: String?
    public let arrival: Span
    public let departure: Span
    public let kind: Kind
    /// The weaker of how arrival and departure are known.
    public let knowing: Knowing

    init(_ landing: LegEnd, _ takeoff: LegEnd, rules: LegRules) {
        field = landing.field
        arrival = landing.span
        departure = takeoff.span
        let shortest = takeoff.span.earliest.seconds(since: landing.span.latest)
        let longest = takeoff.span.latest.seconds(since: landing.span.earliest)
        kind = shortest >= rules.stopSeconds ? .stop : longest < rules.stopSeconds ? .short : .uncertain
        let both = [landing.knowing, takeoff.knowing]
        knowing = both.contains(.unknown) ? .unknown : both.contains(.inferred) ? .inferred : .observed
    }
}
