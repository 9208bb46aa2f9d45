public import Aero

/// What an aircraft can have done between two sightings, by the hardest bounds there are.
///
/// Distances are those of `Geodesy`'s sphere. What a bound excludes is excluded; what it allows need not be likely.
public struct Reach: Hashable, Sendable {
    public let from: Sighting
    public let to: Sighting
    /// The highest ground speed.
    public let speed: KilometresPerHour
    /// From the altitude of the first sighting to the ground, and up to that of the second.
    public let secondsDown: Double
    public let secondsUp: Double

    /// - Returns: `nil` if `to` is before `from`, or the speed is not above 0.
    public init?(
        from: Sighting,
        to: Sighting,
        speed: KilometresPerHour,
        secondsDown: Double,
        secondsUp: Double
    ) {
        guard from.time <= to.time, speed > 0 else { return nil }
        self.from = from
        self.to = to
        self.speed = speed
        self.secondsDown = secondsDown
        self.secondsUp = secondsUp
    }

    /// - Returns: `nil` if `to` is before `from`.
    public init?(from: Sighting, to: Sighting, limits: AirframeLimits, rules: ReachRules = ReachRules()) {
        self.init(
            from: from,
            to: to,
            speed: rules.highestSpeed(limits),
            secondsDown: rules.secondsDown(from: from.altitude),
            secondsUp: rules.secondsUp(to: to.altitude)
        )
    }

    /// Seconds between the two.
    public var seconds: Double { to.time.seconds(since: from.time) }

    /// The longest way it can have flown.
    public var longestWay: Metres { Metres(speed.metresPerSecond * seconds) }

    /// Whether it can have flown from one to the other at all.
    public var isPossible: Bool { from.whereabouts.leastDistance(to: to.whereabouts) <= longestWay }

    /// The ground speed that flying straight from one to the other takes; `nil` if there is no time for a way that is none.
    public var neededSpeed: KilometresPerHour? {
        let way = from.whereabouts.leastDistance(to: to.whereabouts).rawValue
        return seconds > 0 ? KilometresPerHour(way / seconds * 3.6) : way > 0 ? nil : 0
    }

    /// The hard test for a stop at a place.
    ///
    /// - Parameter dwellSeconds: the shortest stop that counts.
    public func stop(at place: Position, dwellSeconds: Double) -> StopFit {
        let there = from.whereabouts.leastDistance(to: place).rawValue / speed.metresPerSecond
        let on = to.whereabouts.leastDistance(to: place).rawValue / speed.metresPerSecond
        let dwell = max(0, dwellSeconds)
        let longest = seconds - there - on - secondsDown - secondsUp
        // One rounding for all, so that the two ends of an interval meet where the stop just fits.
        let first = from.time.advanced(bySeconds: there + secondsDown)
        let last = first.advanced(bySeconds: max(0, longest))
        let fits = dwell <= longest
        return StopFit(
            neededSeconds: there + secondsDown + dwell + secondsUp + on,
            availableSeconds: seconds,
            arrival: fits ? Span(earliest: first, latest: last.advanced(bySeconds: -dwell)) : nil,
            departure: fits ? Span(earliest: first.advanced(bySeconds: dwell), latest: last) : nil,
            longestDwellSeconds: longest
        )
    }

    /// Whether it can have been at a place in between, without landing.
    public func contains(_ place: Position) -> Bool {
        from.whereabouts.leastDistance(to: place) + to.whereabouts.leastDistance(to: place) <= longestWay
    }

    /// All places it can have been at in between, without landing: a spheroid around both ends.
    public var region: ReachRegion { ReachRegion(around: middle) { contains($0) } }

    /// The place on the way that is inside whenever any is: in the middle, moved by what the discs differ.
    private var middle: Position {
        let start = from.whereabouts.narrowest
        let end = to.whereabouts.narrowest
        let apart = Geodesy.distance(start.centre, end.centre).rawValue
        guard apart > 0 else { return start.centre }
        let share = (apart + start.radius.rawValue - end.radius.rawValue) / (2 * apart)
        return Geodesy.intermediate(from: start.centre, to: end.centre, fraction: min(1, max(0, share)))
    }
}
