import Aero

/// Weighs what may have happened in a silence: the hard bounds of `Reach` exclude, soft terms weigh the rest.
///
/// All soft numbers are ours and only a prior: how often there is a stop at all, how long one lasts, how the height before and after
/// speaks for one.
struct GapWeigher {
    let from: GapEnd
    let to: GapEnd
    /// When the leg before the silence began at the latest; `nil` on the ground.
    let takeoff: Timestamp?
    let limits: AirframeLimits
    let context: LegContext
    let sizes: AirportSizes
    /// The last and the first point in the air, where there is one.
    let last: FlightPoint?
    /// The landing if nothing more were heard, and the take-off if nothing had been before: of whoever was low.
    let lost: LegEnd?
    let found: LegEnd?
    /// Those of the two minutes before the silence.
    let lastPoints: [FlightPoint]
    let first: FlightPoint?
    /// Where it stood, if one end is on the ground.
    let field: Field?

    private static let usualStopOdds = 0.06
    private static let usualDwellSeconds = 4_000.0

    /// The explanations that the hard bounds leave, likeliest first; never none.
    func hypotheses() -> [GapHypothesis] {
        let bounds = Reach(from: from.sighting, to: to.sighting, limits: limits, rules: context.reach)
        guard let reach = bounds else { return [flewOn(nil, weight: 1)] }
        let candidates = candidates(reach)
        let odds = stopOdds(candidates)
        let seconds = reach.seconds
        var all: [GapHypothesis] = []
        if canFlyOn(reach) || candidates.isEmpty { all.append(flewOn(reach, weight: flewOnDensity(reach))) }
        let sum = candidates.reduce(0) { $0 + $1.weight }
        var rest = 0.0
        for (number, one) in candidates.enumerated() {
            let weight = odds * one.weight / sum * one.density
            if number < context.rules.mostCandidates {
                all.append(stop(one, reach, weight: weight))
            } else {
                rest += weight
            }
        }
        let isUnlisted = candidates.isEmpty && context.gazetteer.airportCount == 0 && fitsSomewhere(reach)
        if !candidates.isEmpty || isUnlisted {
            // Several stops: the rarer the shorter the silence, and where both its ends say which field it was.
            let lows = [from, to].count { isLow($0) }
            let share = (0.02 + min(0.5, seconds / 432_000)) * (lows == 2 ? 0.3 : 1)
            rest += odds * share * Self.dwellDensity(max(900, seconds))
            all.append(elsewhere(reach, weight: rest))
        }
        return Self.normalized(all)
    }

    /// In the order of their probabilities, which are 1 together.
    static func normalized(_ hypotheses: [GapHypothesis]) -> [GapHypothesis] {
        let sum = hypotheses.reduce(0) { $0 + $1.probability }
        let share = 1 / Double(max(1, hypotheses.count))
        let scaled = hypotheses.map { one in
            var one = one
            one.probability = sum > 0 ? one.probability / sum : share
            return one
        }
        return scaled.enumerated().sorted { ($0.element.probability, $1.offset) > ($1.element.probability, $0.offset) }
            .map(\.element)
    }

    private func canFlyOn(_ reach: Reach) -> Bool {
        guard reach.isPossible else { return false }
        guard !from.isOnGround, !to.isOnGround else { return true }
        let begin = takeoff ?? from.sighting.time
        return to.sighting.time.seconds(since: begin) <= limits.enduranceSeconds
    }

    func fitsSomewhere(_ reach: Reach) -> Bool {
        let way = from.sighting.whereabouts.leastDistance(to: to.sighting.whereabouts)
        let needed = way.rawValue / reach.speed.metresPerSecond + reach.secondsDown + reach.secondsUp
        return needed + context.rules.stopSeconds <= reach.seconds
    }

    /// How much more likely than flying on a stop is, before times are looked at.
    private func stopOdds(_ candidates: [Candidate]) -> Double {
        var odds = Self.usualStopOdds
        let reach = context.rules.approachReach.rawValue
        let low = 8_000.0
        switch from.trend {
        case .descending where !isOnItsWayDown:
            let isLow = (from.sighting.altitude?.rawValue ?? .infinity) < low
            odds *= isLow && candidates.contains { $0.before < reach } ? 15 : 4
        case .climbing: odds *= 0.5
        default: break
        }
        switch to.trend {
        case .climbing where !to.isOnGround:
            let isLow = (to.sighting.altitude?.rawValue ?? .infinity) < low
            odds *= isLow && candidates.contains { $0.after < reach } ? 15 : 3
        case .descending: odds *= 0.5
        default: break
        }
        // A hint of another program, whose own rule is not known.
        if first?.isHinted == true { odds *= 3 }
        // From the ground somebody found low elsewhere was there in between; found near, it was not.
        if from.isOnGround, let place = to.sighting.whereabouts.discs.first?.centre, let field,
            field.distance(to: place) < reach
        {
            odds *= 0.02
        }
        return odds
    }

    /// Whether a descent is explained by where it was found on the ground: it begins some 200 km before.
    private var isOnItsWayDown: Bool {
        guard to.isOnGround else { return false }
        return from.sighting.whereabouts.leastDistance(to: to.sighting.whereabouts) < 250_000
    }

    private func flewOnDensity(_ reach: Reach) -> Double {
        let way = from.sighting.whereabouts.leastDistance(to: to.sighting.whereabouts).rawValue
        let typical = way * 1.05 / speed + (to.isOnGround || from.isOnGround ? 300 : 0)
        // Where it was is not known well enough to say how long the way took.
        if max(from.radius, to.radius) > 50_000 { return 1 / max(900, reach.seconds) }
        if from.isOnGround { return max(1e-9, Self.dwellDensity(reach.seconds - typical)) }
        let fastest = max(1, way / reach.speed.metresPerSecond)
        let prior = LegTimePrior(
            fastestSeconds: fastest,
            typicalSeconds: max(typical, fastest * 1.05, 60),
            longestSeconds: max(limits.enduranceSeconds, fastest * 2, 120)
        )
        let straight = prior.density(atSeconds: max(reach.seconds, fastest))
        // It may have stood a while before it was heard on the ground.
        return to.isOnGround ? max(straight, 0.3 * Self.dwellDensity(reach.seconds - typical)) : straight
    }

    /// Probability a second of standing so long: most stand about an hour, one in five anything up to ten days.
    static func dwellDensity(_ seconds: Double) -> Double {
        guard seconds >= 600 else {
            return dwellDensity(600) * Trigonometry.exponential((max(-3_000, seconds) - 600) / 300)
        }
        let z = Trigonometry.naturalLogarithm(seconds / usualDwellSeconds)
        let bell = Trigonometry.exponential(-z * z / 2) / (2 * Double.pi).squareRoot()
        // Even in the logarithm between an hour and ten days.
        let long = (3_600...864_000).contains(seconds) ? 1 / 5.48 : 0
        return (0.8 * bell + 0.2 * long) / seconds
    }

    /// Metres a second that the aircraft usually makes good, by what was seen of it at height.
    var speed: Double {
        let typical = limits.typicalSpeed.metresPerSecond
        let seen = [from, to].compactMap { end -> Double? in
            guard let speed = end.groundSpeed, !end.isOnGround else { return nil }
            return speed.metresPerSecond * ((end.sighting.altitude?.rawValue ?? 0) > 10_000 ? 1 : 1.25)
        }
        return min(typical, max(30, seen.max() ?? typical))
    }
}
