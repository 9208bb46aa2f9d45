public import Aero

extension ArrivalEstimator {
    /// Where and when an aircraft is expected to land.
    ///
    /// - Parameters:
    ///   - situation: of an aircraft that is heard, or when it last was.
    ///   - now: not before `situation.time`; later for an aircraft that is silent. `nil`: that time.
    ///   - announced: airports that somebody said, with the probability each deserves; all together at most 0.98, and the rest of what is to
    ///     be expected stays with the others.
    ///   - history: where it landed before.
    public func forecast(
        of situation: FlightSituation,
        limits: AirframeLimits = .unknown,
        now: Timestamp? = nil,
        announced: [FieldChance] = [],
        history: LandingHistory = LandingHistory()
    ) -> ArrivalForecast {
        let flight = Flight(situation, limits, now: now, self)
        let prior = ArrivalPrior(flight, announced: announced, history: history)
        var (candidates, elsewhere) = flight.candidates(prior)
        var parts: [ArrivalMixture.Part] = []
        var named: [(candidate: Flight.Candidate, part: ArrivalMixture.Part)] = []
        candidates.sort { ($0.weight, $1.slot.order) > ($1.weight, $0.slot.order) }
        for candidate in candidates.prefix(Self.mostExact) {
            guard var part = flight.part(at: candidate.slot) else { continue }
            part.weight = candidate.weight * flight.alignment(candidate) * part.closure
            guard part.weight > 0 else { continue }
            parts.append(part)
            named.append((candidate, part))
        }
        parts += flight.together(candidates.dropFirst(Self.mostExact))
        parts.append(flight.anywhere(weight: max(elsewhere, 1e-12)))
        let total = parts.reduce(0) { $0 + $1.weight }
        named.sort { ($0.part.weight, $1.candidate.slot.order) > ($1.part.weight, $0.candidate.slot.order) }
        let estimates = named.prefix(max(0, rules.mostEstimates)).map { one in
            ArrivalEstimate(
                field: context.gazetteer.identity(at: one.candidate.slot),
                share: min(1, one.part.weight / total),
                interval: ArrivalMixture([one.part.alone], flight).interval
            )
        }
        return ArrivalForecast(estimates: estimates, anywhere: ArrivalMixture(parts, flight).interval)
    }

    /// Airports whose time is computed each by itself; the others are put together by distance.
    private static let mostExact = 24
}

extension ArrivalMixture.Part {
    /// The same as the only one.
    var alone: ArrivalMixture.Part {
        var part = self
        part.weight = 1
        return part
    }
}

extension ArrivalEstimator.Flight {
    struct Candidate {
        let slot: AirportSlot
        let metres: Double
        var weight: Double
    }

    /// Candidates weaker than the best by more than this are counted as elsewhere.
    private static let weakest = 1e-4
    /// Metres within which small fields are looked at, and how many.
    private static let smallReach: Metres = 60_000
    private static let mostSmall = 64
    /// How well a landing fits of which nothing speaks: straying from its course, at a height at which few are.
    private static let strayFit = 1e-5
    /// Metres from its take-off from which the way it came says where it goes.
    private static let longWay = 100_000.0

    /// Every airport that may be the one, and what is left for those that are not known.
    func candidates(_ prior: ArrivalPrior) -> (list: [Candidate], elsewhere: Double) {
        let here = SphereVector(situation.position)
        let (course, isLong) = course
        let likelihood = ArrivalLikelihood(situation, limits, outlook, isCourseLong: isLong)
        var list: [Candidate] = []
        list.reserveCapacity(estimator.principals.count + Self.mostSmall)
        var baseSum = 0.0
        var special: [(number: Int, weight: Double)] = []
        func add(_ field: PrincipalField) {
            let angle = here.angle(to: field.point)
            let metres = angle * Geodesy.earthRadius.rawValue
            var base = likelihood.base(field, metres: metres)
            baseSum += base
            let mass = prior.named[field.slot]
            guard base > 0 || mass != nil else { return }
            if mass?.isHome == true, outlook.isFast { base *= 0.1 }
            guard fastest(metres: metres, elevation: field.elevation) < longest else { return }
            let cosine = course.map { field.point.dot($0) / max(1e-9, Trigonometry.sine(angle)) }
            let fit =
                likelihood.course(mass?.isHome == true && !outlook.isFast ? nil : cosine, metres: metres)
                * likelihood.profile(elevation: field.elevation, metres: metres)
            list.append(Candidate(slot: field.slot, metres: metres, weight: base * fit))
            if let mass { special.append((list.count - 1, mass.mass * fit * (isTooShort(field) ? 0.1 : 1))) }
        }
        for field in estimator.principals { add(field) }
        for field in smallFields(prior) { add(field) }
        // What is expected of any aircraft is shared out over all airports, the named ones' part comes on top.
        let scale = baseSum > 0 ? prior.baseMass * (1 - prior.elsewhere) / baseSum : 0
        var elsewhere = prior.baseMass * prior.elsewhere * Self.strayFit
        for number in list.indices {
            list[number].weight *= scale
            // Unknown airports lie where the known ones do.
            elsewhere += list[number].weight * prior.elsewhere / (1 - prior.elsewhere)
        }
        for one in special { list[one.number].weight += one.weight }
        let best = list.reduce(0) { max($0, $1.weight) }
        list.removeAll { one in
            let isWeak = one.weight < best * Self.weakest
            if isWeak { elsewhere += one.weight }
            return isWeak
        }
        return (list, elsewhere)
    }

    /// Where it flies: its course now, and in the middle between that and the way it came, once that is long.
    private var course: (direction: SphereVector?, isLong: Bool) {
        guard let track = situation.track else { return (nil, false) }
        let now = SphereVector(at: situation.position, track: track.rawValue)
        guard let start = situation.takeoff?.place,
            Geodesy.distance(start, situation.position).rawValue > Self.longWay
        else { return (now, false) }
        let back = Geodesy.initialBearing(from: situation.position, to: start).rawValue
        guard abs(Position.wrapped(back + 180 - track.rawValue)) < 45 else { return (now, false) }
        return (now.middle(with: SphereVector(at: situation.position, track: back + 180)), true)
    }

    private func isTooShort(_ field: PrincipalField) -> Bool {
        guard limits != .unknown, !limits.isRotorcraft, let longest = field.longestRunway else { return false }
        return longest < limits.runwayMinimum
    }

    /// Those near by where a low or slow aircraft may land, and those that are named and not among the larger.
    private func smallFields(_ prior: ArrivalPrior) -> [PrincipalField] {
        let gazetteer = estimator.context.gazetteer
        var slots = Set(prior.named.keys.filter { estimator.principalNumbers[$0] == nil })
        if !outlook.isFast || (situation.altitude?.rawValue ?? .infinity) < 10_000 {
            var sizes: AirportSizes = [AirportSizes(.small), AirportSizes(.unclassified)]
            if limits.isRotorcraft { sizes.insert(AirportSizes(.heliport)) }
            for one in gazetteer.airports(
                near: situation.position,
                count: Self.mostSmall,
                sizes: sizes,
                within: Self.smallReach
            ) { slots.insert(one.slot) }
        }
        return slots.sorted { $0.order < $1.order }.map { PrincipalField($0, in: gazetteer) }
    }

    /// What flying low on the line of a runway adds.
    func alignment(_ candidate: Candidate) -> Double {
        guard candidate.metres < 30_000, let track = situation.track, let altitude = situation.altitude else {
            return 1
        }
        let field = Field(candidate.slot, in: estimator.context.gazetteer)
        guard altitude.rawValue - field.elevation < 6_000, situation.trend != .climbing else { return 1 }
        let way = ApproachWay(
            to: field,
            from: situation.position,
            distance: candidate.metres,
            track: track.rawValue,
            height: altitude.rawValue - field.elevation,
            isFast: outlook.isFast
        )
        guard way.isOnFinal else { return 1 }
        // At the height that 3 degrees ask for, give or take the pressure of the day: hardly by chance.
        let path = way.shortest / DescentProfile.metresPerFoot
        let isOnPath = abs(altitude.rawValue - field.elevation - path) < 600 + 0.3 * path
        return isOnPath ? 5 * FieldWeight.onLine : FieldWeight.onLine
    }

    /// Many airports as a few, by distance: for the time alone.
    func together(_ candidates: ArraySlice<Candidate>) -> [ArrivalMixture.Part] {
        guard let nearest = candidates.min(by: { $0.metres < $1.metres }) else { return [] }
        var groups: [(weight: Double, heaviest: Candidate)?] = Array(repeating: nil, count: 16)
        for one in candidates {
            // Each group reaches half as far again as the one before.
            let times = max(1, (one.metres + 20_000) / (nearest.metres + 20_000))
            let number = min(15, Int(Trigonometry.naturalLogarithm(times) / 0.4))
            let before = groups[number]
            let heaviest = before.map { $0.heaviest.weight >= one.weight ? $0.heaviest : one } ?? one
            groups[number] = ((before?.weight ?? 0) + one.weight, heaviest)
        }
        return groups.compactMap { group in
            guard let group, var part = part(at: group.heaviest.slot) else { return nil }
            part.weight = group.weight * part.closure
            return part
        }
    }

    /// A landing at a place that no list knows.
    func anywhere(weight: Double) -> ArrivalMixture.Part {
        let least = fastest(metres: 0, elevation: 0)
        let altitude = situation.altitude?.rawValue ?? 20_000
        let mean =
            situation.trend == .descending || altitude < 8_000 || !outlook.isFast
            ? 1_500.0 : 600 + 1_000_000 / Knots(outlook.usual).metresPerSecond
        let time = RemainingTime(fastest: least, mean: mean, longest: longest)
        return ArrivalMixture.Part(time: time, unheard: 1, silentSeconds: silentSeconds, weight: weight)
    }
}
