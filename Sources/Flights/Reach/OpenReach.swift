public import Aero

/// What an aircraft can have done that was not seen again.
public struct OpenReach: Hashable, Sendable {
    public let from: Sighting
    public let speed: KilometresPerHour
    public let secondsDown: Double
    /// When its fuel is used up.
    public let end: Timestamp

    /// - Parameter takeoff: when it left the ground at the latest; its endurance counts from there. `nil`, or later than the sighting: from the
    ///   sighting.
    public init(
        from: Sighting,
        takeoff: Timestamp? = nil,
        limits: AirframeLimits,
        rules: ReachRules = ReachRules()
    ) {
        self.from = from
        speed = rules.highestSpeed(limits)
        secondsDown = rules.secondsDown(from: from.altitude)
        let start = min(takeoff ?? from.time, from.time)
        end = max(from.time, start.advanced(bySeconds: limits.enduranceSeconds))
    }

    /// When it can have landed at a place; `nil` where it is out of reach.
    public func arrival(at place: Position) -> Span? {
        let way = from.whereabouts.leastDistance(to: place).rawValue
        return Span(
            earliest: from.time.advanced(bySeconds: way / speed.metresPerSecond + secondsDown),
            latest: end
        )
    }

    /// How far from the sighting it can be at a time, at most.
    public func radius(at time: Timestamp) -> Metres {
        Metres(speed.metresPerSecond * max(0, min(time, end).seconds(since: from.time)))
    }

    /// Where it can be at a time.
    public func region(at time: Timestamp) -> ReachRegion {
        let radius = radius(at: time)
        return ReachRegion(around: from.whereabouts.narrowest.centre) {
            from.whereabouts.leastDistance(to: $0) <= radius
        }
    }

    /// Where it can be one, two, … hours after the sighting, up to a time or the end of its fuel.
    ///
    /// - Parameter stepSeconds: between two isochrones, at least a minute.
    public func isochrones(until time: Timestamp, stepSeconds: Double = 3_600) -> [Isochrone] {
        let step = max(60, stepSeconds)
        let seconds = min(time, end).seconds(since: from.time)
        guard seconds >= step else { return [] }
        return (1...Int(seconds / step)).map { number in
            let time = from.time.advanced(bySeconds: Double(number) * step)
            return Isochrone(time: time, region: region(at: time))
        }
    }
}
