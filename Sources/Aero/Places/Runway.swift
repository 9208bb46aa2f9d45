/// A runway with its two ends.
public struct Runway: Hashable, Sendable {
    /// The end with the lower number.
    public let low: RunwayEnd
    public let high: RunwayEnd
    public let length: Feet?
    public let width: Feet?
    /// `nil` where the list says nothing or nothing that is understood.
    public let surface: RunwaySurface?
    public let isLighted: Bool

    public init(
        low: RunwayEnd,
        high: RunwayEnd,
        length: Feet?,
        width: Feet?,
        surface: RunwaySurface?,
        isLighted: Bool
    ) {
        self.low = low
        self.high = high
        self.length = length
        self.width = width
        self.surface = surface
        self.isLighted = isLighted
    }

    /// Direction of the use that begins at `low`, degrees true: from the places of both ends, else as listed.
    ///
    /// - Returns: `nil` if neither is known; never guessed from the painted number, which is magnetic and of its day.
    public var headingFromLow: Degrees? { Runway.heading(from: low, to: high) }

    /// Direction of the use that begins at `high`, degrees true.
    public var headingFromHigh: Degrees? { Runway.heading(from: high, to: low) }

    /// Where aircraft that land from `low` may touch down: its place, moved inward by what it is displaced.
    ///
    /// - Returns: `nil` if a place that is needed is not known.
    public var lowThreshold: Position? { Runway.threshold(of: low, heading: headingFromLow) }

    /// Where aircraft that land from `high` may touch down.
    public var highThreshold: Position? { Runway.threshold(of: high, heading: headingFromHigh) }

    private static func threshold(of end: RunwayEnd, heading: Degrees?) -> Position? {
        guard let place = end.position, let displacement = end.displacement else { return end.position }
        return heading.map { Geodesy.destination(from: place, bearing: $0, distance: displacement.metres) }
    }

    private static func heading(from start: RunwayEnd, to end: RunwayEnd) -> Degrees? {
        guard let first = start.position, let last = end.position, first != last else {
            return start.listedHeading?.asDirection ?? end.listedHeading.map { ($0 + 180).asDirection }
        }
        return Geodesy.initialBearing(from: first, to: last)
    }
}
