public import Aero
import Tracking

/// What was learned of who hears what, as silences are judged by it.
public struct LearnedCoverage: Sendable {
    public let coverage: CoverageGrid
    public let uptimes: Uptimes
    public let roster: ListenerRoster
    /// Since when it is learned, and until when it is known who was heard.
    public let learned: Range<Timestamp>
    /// Listeners that hear 978 MHz alone.
    public let universalAccess: Set<UInt32>
    /// Listeners that are asked for an area.
    public var polled: Set<UInt32> { Set(coverage.areas.keys) }

    public init(
        coverage: CoverageGrid,
        uptimes: Uptimes,
        roster: ListenerRoster,
        learned: Range<Timestamp>,
        universalAccess: Set<UInt32> = []
    ) {
        self.coverage = coverage
        self.uptimes = uptimes
        self.roster = roster
        self.learned = learned
        self.universalAccess = universalAccess
    }

    /// What a silence means that is told in an account.
    ///
    /// - Parameters:
    ///   - passes: all of the aircraft that went into what was learned, which must not count.
    ///   - now: when it is judged.
    /// - Returns: `nil` where nothing can be judged: a silence that begins on the ground, at no known place or height, or that lies outside
    ///   what was learned: who listened then is not known.
    public func verdict(
        on gap: Gap,
        of account: FlightAccount,
        without passes: [Pass],
        kind: TransponderKind,
        at now: Timestamp
    ) -> GapVerdict? {
        silence(gap, of: account, kind).map { silence in
            judged(silence, account, hearers(without: passes), stopLeads: !gap.isFlownOn, at: now)
        }
    }

    /// What a silence means that goes on.
    public func verdict(
        onSilenceSince end: GapEnd,
        of account: FlightAccount,
        without passes: [Pass],
        kind: TransponderKind,
        at now: Timestamp
    ) -> GapVerdict? {
        silence(since: end, of: account, kind).map { silence in
            judged(silence, account, hearers(without: passes), stopLeads: false, at: now)
        }
    }

    /// What a silence means that goes on, told apart from an account: for who follows aircraft as they are heard.
    ///
    /// - Parameters:
    ///   - last: where it was in the air when it was heard last.
    ///   - until: when it is asked; what was learned may end before.
    ///   - passes: all of the aircraft that went into what was learned, which must not count.
    /// - Returns: `nil` where the silence lies outside what was learned.
    public func label(
        onSilenceOf aircraft: AircraftAddress,
        from last: SilenceEnd,
        until: Timestamp,
        limits: AirframeLimits,
        without passes: [Pass],
        kind: TransponderKind
    ) -> GapLabel? {
        let end = min(until, learned.upperBound)
        guard learned.contains(last.time),
            let silence = Silence(aircraft: aircraft, kind: kind, from: last, silentUntil: end)
        else { return nil }
        return GapJudge().verdict(
            on: silence,
            limits: FlightLimits(limits),
            hearers: hearers(without: passes),
            at: end
        ).label
    }

    /// P(nobody hears) of somebody who flies low over a place, by all that listen: 1 where nothing is known of the air there.
    public func unheard(at place: Position, altitude: Feet, time: Timestamp) -> Double {
        let cell = CoverageCell(place, altitude: altitude, at: time)
        let chances = uptimes.listeners.compactMap { listener -> Double? in
            let estimate = coverage.estimate(of: cell, kind: .squitter, by: listener, at: time)
            return estimate.passes >= 1 ? estimate.mean : nil
        }
        // Whether their receivers differ is not known: the best of them alone.
        return 1 - (chances.max() ?? 0)
    }

    /// Likewise of a landing at an airport, by the lowest air over it.
    public func unheard(ofLandingAt slot: AirportSlot, in gazetteer: Gazetteer, time: Timestamp) -> Double {
        let height = (gazetteer.elevation(at: slot) ?? 0) + 1_000
        return unheard(at: gazetteer.position(at: slot), altitude: height, time: time)
    }

    // MARK: - For who judges all silences of an account

    /// A silence as it can be judged; `nil` where it cannot.
    func silence(_ gap: Gap, of account: FlightAccount, _ kind: TransponderKind) -> Silence? {
        guard !gap.from.isOnGround, let last = SilenceEnd(gap.from), let next = SilenceEnd(gap.to),
            learned.contains(last.time), learned.contains(next.time)
        else { return nil }
        return Silence(aircraft: account.aircraft.address, kind: kind, from: last, to: next)
    }

    /// Likewise one that goes on.
    func silence(since end: GapEnd, of account: FlightAccount, _ kind: TransponderKind) -> Silence? {
        guard !end.isOnGround, let last = SilenceEnd(end), learned.contains(last.time) else { return nil }
        let until = min(account.toldUntil, learned.upperBound)
        return Silence(aircraft: account.aircraft.address, kind: kind, from: last, silentUntil: until)
    }

    func hearers(without passes: [Pass]) -> Hearers {
        Hearers(coverage: coverage, without: passes, uptimes: uptimes, roster: roster)
    }

    func judged(
        _ silence: Silence,
        _ account: FlightAccount,
        _ hearers: Hearers,
        stopLeads: Bool,
        at now: Timestamp,
        rules: GapRules = GapRules(),
        reach: ReachRules = ReachRules()
    ) -> GapVerdict {
        GapJudge(rules: rules).verdict(
            on: silence,
            limits: FlightLimits(account.limits, reach),
            hearers: hearers,
            stopLeads: stopLeads,
            at: min(now, learned.upperBound)
        )
    }
}

extension SilenceEnd {
    /// - Returns: `nil` where only a disc, or no height, is known.
    init?(_ end: GapEnd) {
        let disc = end.sighting.whereabouts.narrowest
        guard disc.radius.rawValue == 0 else { return nil }
        guard let altitude = end.sighting.altitude ?? (end.isOnGround ? 0 : nil) else { return nil }
        self.init(
            time: end.sighting.time,
            position: disc.centre,
            altitude: altitude,
            track: end.track,
            groundSpeed: end.groundSpeed,
            verticalRate: end.verticalRate ?? Self.rate(end)
        )
    }

    /// What is taken where no rate was sent: who stands at the end came down, and who climbed or sank went on so.
    private static func rate(_ end: GapEnd) -> FeetPerMinute {
        if end.isOnGround { return -1_500 }
        switch end.trend {
        case .climbing: return 1_500
        case .descending: return -1_500
        case .level: return 0
        }
    }
}

extension FlightLimits {
    /// - Parameter limits: their highest airspeed, with the wind that reachability takes.
    init(_ limits: AirframeLimits, _ reach: ReachRules = ReachRules()) {
        let speed = reach.highestSpeed(limits)
        self.init(fastest: Knots(speed.rawValue / 1.852))
    }
}
