import Aero

extension GapWeigher {
    /// An airport at which a stop fits.
    struct Candidate {
        let slot: AirportSlot
        /// Metres from where it fell silent, and to where it was heard again.
        let before: Double
        let after: Double
        var weight: Double
        /// Probability a second that the silence lasts as long as it did, if this was it.
        let density: Double
    }

    /// Airports at which a stop fits into the silence, likeliest first.
    func candidates(_ reach: Reach) -> [Candidate] {
        guard fitsSomewhere(reach) else { return [] }
        var seen = Set<AirportSlot>()
        var found: [Candidate] = []
        for (place, radius, sizes, count) in searches(reach) {
            for one in context.gazetteer.airports(near: place, count: count, sizes: sizes, within: radius)
            where seen.insert(one.slot).inserted {
                if let candidate = candidate(one.slot, reach) { found.append(candidate) }
            }
        }
        found.sort { ($0.weight * $0.density, $1.slot.order) > ($1.weight * $1.density, $0.slot.order) }
        return found
    }

    /// All fields near both ends, and the larger ones along the way between.
    private func searches(_ reach: Reach) -> [(Position, Metres, AirportSizes, Int)] {
        let start = from.sighting.whereabouts.narrowest.centre
        let end = to.sighting.whereabouts.narrowest.centre
        let way = Geodesy.distance(start, end)
        let time = reach.seconds - reach.secondsDown - reach.secondsUp - context.rules.stopSeconds
        let spare = Metres(max(0, (reach.speed.metresPerSecond * time - way.rawValue) / 2))
        let near = min(spare, 150_000) + max(from.radius, to.radius)
        var list: [(Position, Metres, AirportSizes, Int)] = [(start, near, sizes, 64), (end, near, sizes, 64)]
        let wide = spare + Metres(way.rawValue / 2) + max(from.radius, to.radius)
        guard wide > 150_000 else {
            list.append((Geodesy.intermediate(from: start, to: end, fraction: 0.5), wide, sizes, 128))
            return list
        }
        for share in [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875] {
            list.append((Geodesy.intermediate(from: start, to: end, fraction: share), wide, .larger, 96))
        }
        return list
    }

    /// What the course says of a field near where it was lost on its way down, or found on its way up.
    private func course(_ slot: AirportSlot, before: Double, after: Double) -> Double {
        var weight = 1.0
        let reach = context.rules.approachReach.rawValue
        if isLow(from), before < reach, let last {
            let field = Field(slot, in: context.gazetteer)
            let isOn = field.runway(lastPoints, isLanding: true, rules: context.rules) != nil
            weight *= isOn ? FieldWeight.onLine : FieldWeight.ahead(last, field, isLanding: true)
        }
        if isLow(to), after < reach, let first {
            weight *= FieldWeight.ahead(first, Field(slot, in: context.gazetteer), isLanding: false)
        }
        return weight
    }

    /// Seen at the speed of a jet.
    private var isFast: Bool {
        [from, to].contains { ($0.groundSpeed ?? 0) > 300 } || limits.rotation > 100
    }

    /// Whether an end is on the way down to a field, or up from one.
    func isLow(_ end: GapEnd) -> Bool {
        !end.isOnGround && end.trend != .level && (end.sighting.altitude?.rawValue ?? .infinity) < 8_000
    }

    private func candidate(_ slot: AirportSlot, _ reach: Reach) -> Candidate? {
        let gazetteer = context.gazetteer
        let place = gazetteer.position(at: slot)
        guard reach.stop(at: place, dwellSeconds: context.rules.stopSeconds).fits else { return nil }
        if from.isOnGround || to.isOnGround, field?.slot == slot { return nil }
        let before = from.sighting.whereabouts.leastDistance(to: place).rawValue
        let after = to.sighting.whereabouts.leastDistance(to: place).rawValue
        let way = from.sighting.whereabouts.leastDistance(to: to.sighting.whereabouts).rawValue
        var weight = FieldWeight.base(
            gazetteer.size(at: slot),
            gazetteer.longestRunway(at: slot),
            limits,
            isFast: isFast
        )
        weight *= max(1e-6, Trigonometry.exponential(-max(0, before + after - way) / 400_000))
        let height = (gazetteer.elevation(at: slot) ?? 0).rawValue
        if from.trend == .descending, let altitude = from.sighting.altitude {
            weight *= max(1e-6, FieldWeight.nearness(metres: before, height: altitude.rawValue - height))
        }
        if to.trend == .climbing, !to.isOnGround, let altitude = to.sighting.altitude {
            weight *= max(1e-6, FieldWeight.nearness(metres: after, height: altitude.rawValue - height))
        }
        weight *= max(1e-6, context.unheard(slot))
        weight *= course(slot, before: before, after: after)
        let dwell = reach.seconds - (before + after) * 1.05 / speed - 600
        let density = Self.dwellDensity(dwell)
        guard weight > 0, density > 0 else { return nil }
        return Candidate(slot: slot, before: before, after: after, weight: weight, density: density)
    }
}

extension GapEnd {
    /// How far from the middle of its whereabouts it can have been.
    var radius: Metres { sighting.whereabouts.narrowest.radius }
}
