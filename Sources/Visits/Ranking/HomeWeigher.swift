import Aero
import Flights

/// Weighs how an aircraft left home, and what was not heard of it on the way.
struct HomeWeigher {
    private let grid: VisitGrid
    private let rules: RankingRules
    /// P(heard | leaving home), and how often a role leaves there, an hour.
    private let probability: Double
    private let rates: [AircraftRole: Double]
    private let origin: StopAirport?

    init(grid: VisitGrid, archive: ArchiveKnowledge) {
        self.grid = grid
        rules = grid.rules
        origin = grid.origins.first
        probability = origin.flatMap { archive.detection.probability(at: $0.code) } ?? 0
        rates =
            grid.origins.first.map { home in
                AircraftRole.allCases.reduce(into: [:]) { rates, role in
                    rates[role] = archive.landings.perHour(role, near: home.position, within: grid.rules.rateMetres)
                }
            } ?? [:]
    }

    /// - Parameter made: by stop of the grid. What was heard is weighed for every time at which the stop can have been made, not for the
    ///   likeliest alone: in a wide window the likeliest is hardly likelier than others.
    func rows(_ aircraft: HeardAircraft, _ made: [MadeStop]) -> [RankingRow] {
        var rows: [RankingRow] = []
        if let first = made.first, first.made >= 0.5, let origin, let typical = grid.typicalSeconds[0] {
            rows.append(self.origin(aircraft, origin, first, typical: typical))
        }
        for (number, stop) in grid.stops.enumerated() where made[number].made >= 0.5 {
            guard number == 0 || made[number - 1].made >= 0.5, let typical = grid.typicalSeconds[number],
                grid.covered[number] > 0
            else { continue }
            let covered = grid.covered[number]
            let silent = 0.25 + 0.75 * (1 - min(0.97, 3 * covered))
            let heard = made[number].share(in: arrivals(heardIn: aircraft, typical: typical))
            guard heard < 0.5 else { continue }
            rows.append(
                RankingRow(
                    .routeSilence(toStop: stop.number, covered: covered),
                    weight: Trigonometry.naturalLogarithm(heard + (1 - heard) * silent)
                )
            )
        }
        return rows
    }

    private func origin(
        _ aircraft: HeardAircraft,
        _ home: StopAirport,
        _ made: MadeStop,
        typical: Double
    ) -> RankingRow {
        let way = HomeWeigher.way(typical)
        let window = (way.upperBound - way.lowerBound) / 3_600
        let departures = departures(aircraft, home)
        let left = departures.map { slots(from: $0 + way.lowerBound, to: $0 + way.upperBound) }
        let heard = made.share(in: left)
        let possible = max(heard, made.share(in: stays(aircraft, at: home, way)))
        let ratio = max(1, min(rules.originBound, 1 / ((rates[aircraft.role] ?? 1) * window)))
        let parts = (
            heard: heard * ratio, silent: (possible - heard) * (1 - 0.9 * probability),
            elsewhere: (1 - possible) * rules.otherOriginShare
        )
        let weight = Trigonometry.naturalLogarithm(parts.heard + parts.silent + parts.elsewhere)
        if parts.heard >= parts.silent + parts.elsewhere,
            let departure = departures.first(where: { left in
                made.share(in: [slots(from: left + way.lowerBound, to: left + way.upperBound)]) > 0
            })
        {
            let time = grid.start.advanced(bySeconds: departure)
            return RankingRow(
                .origin(airport: home.code, heard: time, probability: probability),
                weight: weight,
                observations: [time]
            )
        }
        if possible < 0.5 { return RankingRow(.notFromHome(airport: home.code), weight: weight) }
        return RankingRow(.origin(airport: home.code, heard: nil, probability: probability), weight: weight)
    }

    /// Seconds from leaving home to a first stop.
    private static func way(_ typical: Double) -> ClosedRange<Double> { (0.75 * typical)...(1.7 * typical + 1_800) }

    /// Seconds of the grid at which it was heard leaving home.
    private func departures(_ aircraft: HeardAircraft, _ home: StopAirport) -> [Double] {
        aircraft.stretches.filter { $0.isRising && isNear($0.first, home) }
            .map { $0.first.time.seconds(since: grid.start) }
    }

    /// Whether it was heard leaving home so that it can come to the first stop within the slots.
    func hasLeft(_ aircraft: HeardAircraft, for arrivals: ClosedRange<Int>) -> Bool {
        guard let origin, let typical = grid.typicalSeconds[0] else { return false }
        let way = HomeWeigher.way(typical)
        return departures(aircraft, origin).contains {
            slots(from: $0 + way.lowerBound, to: $0 + way.upperBound).overlaps(arrivals)
        }
    }

    private func isNear(_ end: HeardEnd, _ home: StopAirport) -> Bool {
        let distance = Geodesy.distance(end.disc.centre, home.position).rawValue
        return distance <= 30_000 + end.usualRadius.rawValue + 20 * end.heightMetres
    }

    /// Slots of arrival for which it can have left home when it should, one span a silence.
    private func stays(
        _ aircraft: HeardAircraft,
        at home: StopAirport,
        _ way: ClosedRange<Double>
    ) -> [ClosedRange<Int>] {
        let speed = rules.reach.highestSpeed(aircraft.limits).metresPerSecond
        let stretches = aircraft.stretches
        return (0...stretches.count).compactMap { number in
            var earliest = -Double.infinity
            var latest = Double.infinity
            if number > 0 {
                let end = stretches[number - 1].last
                earliest = end.time.seconds(since: grid.start) + seconds(end, home, speed)
            }
            if number < stretches.count {
                let end = stretches[number].first
                latest = end.time.seconds(since: grid.start) - seconds(end, home, speed)
            }
            guard earliest <= latest else { return nil }
            return slots(from: earliest + way.lowerBound, to: latest + way.upperBound)
        }
    }

    private func seconds(_ end: HeardEnd, _ home: StopAirport, _ speed: Double) -> Double {
        max(0, Geodesy.distance(end.disc.centre, home.position).rawValue - end.disc.radius.rawValue) / speed
    }

    /// Slots of arrival on the way to which it was heard in flight.
    private func arrivals(heardIn aircraft: HeardAircraft, typical: Double) -> [ClosedRange<Int>] {
        aircraft.stretches.compactMap { stretch in
            let begin = stretch.first.time.seconds(since: grid.start)
            let end = stretch.last.time.seconds(since: grid.start)
            guard end > begin || stretch.first.heightMetres > 1_500 else { return nil }
            return slots(from: begin - 1_200, to: end + 1.15 * typical)
        }
    }

    /// The slots whose middles lie between two times of the grid; none is one past the end.
    private func slots(from: Double, to: Double) -> ClosedRange<Int> {
        let low = (max(from, 0) / rules.slotSeconds - 0.5).rounded(.up)
        let high = (min(to, Double(grid.slots) * rules.slotSeconds) / rules.slotSeconds - 0.5).rounded(.down)
        guard low <= high else { return grid.slots...grid.slots }
        return Int(low)...Int(high)
    }
}
