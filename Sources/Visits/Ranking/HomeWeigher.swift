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

    func rows(_ aircraft: HeardAircraft, _ made: [(made: Double, slot: Int)]) -> [RankingRow] {
        var rows: [RankingRow] = []
        let first = made.firstIndex { $0.made >= 0.5 }
        if let first, first == 0, let origin, let typical = grid.typicalSeconds[0] {
            let arrival = grid.time(made[0].slot).seconds(since: grid.start)
            if let row = self.origin(aircraft, origin, arrival: arrival, typical: typical) { rows.append(row) }
        }
        for (number, stop) in grid.stops.enumerated() where made[number].made >= 0.5 {
            guard made[number].slot < grid.heardSlots else { continue }
            guard number == 0 || made[number - 1].made >= 0.5, let typical = grid.typicalSeconds[number],
                grid.covered[number] > 0
            else { continue }
            let arrival = grid.time(made[number].slot).seconds(since: grid.start)
            if isHeard(aircraft, from: arrival - 1.15 * typical, to: arrival + 1_200) { continue }
            let covered = grid.covered[number]
            let silent = 0.25 + 0.75 * (1 - min(0.97, 3 * covered))
            rows.append(
                RankingRow(
                    .routeSilence(toStop: stop.number, covered: covered),
                    weight: Trigonometry.naturalLogarithm(silent)
                )
            )
        }
        return rows
    }

    /// - Returns: `nil` where the time to leave is not over and nothing was heard.
    private func origin(
        _ aircraft: HeardAircraft,
        _ home: StopAirport,
        arrival: Double,
        typical: Double
    ) -> RankingRow? {
        let (low, high) = (arrival - 1.7 * typical - 1_800, arrival - 0.75 * typical)
        let window = (high - low) / 3_600
        // Who leaves home now and then leaves it then as well.
        let leaves = aircraft.stretches.count { $0.isRising && isNear($0.first, home) }
        let hours = Double(grid.heardSlots) * rules.slotSeconds / 3_600
        let own = Double(leaves) / hours
        for stretch in aircraft.stretches where stretch.isRising {
            let time = stretch.first.time.seconds(since: grid.start)
            guard (low...high).contains(time), isNear(stretch.first, home) else { continue }
            let rate = max(rates[aircraft.role] ?? 1, own)
            let ratio = min(rules.originBound, 1 / (rate * window))
            return RankingRow(
                .origin(airport: home.code, heard: stretch.first.time, probability: probability),
                weight: Trigonometry.naturalLogarithm(max(1, ratio)),
                observations: [stretch.first.time]
            )
        }
        if !canBe(aircraft, at: home, from: low, to: high) {
            return RankingRow(
                .notFromHome(airport: home.code),
                weight: Trigonometry.naturalLogarithm(rules.otherOriginShare)
            )
        }
        // Who may leave yet was not passed over.
        guard grid.slot(high) < grid.heardSlots else { return nil }
        return RankingRow(
            .origin(airport: home.code, heard: nil, probability: probability),
            weight: Trigonometry.naturalLogarithm(1 - 0.9 * probability)
        )
    }

    private func isNear(_ end: HeardEnd, _ home: StopAirport) -> Bool {
        end.isNear(Geodesy.distance(end.disc.centre, home.position))
    }

    /// Whether it can have been at home at a time of the interval.
    private func canBe(_ aircraft: HeardAircraft, at home: StopAirport, from low: Double, to high: Double) -> Bool {
        let speed = rules.reach.highestSpeed(aircraft.limits).metresPerSecond
        let stretches = aircraft.stretches
        for number in 0...stretches.count {
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
            if earliest <= latest, earliest <= high, latest >= low { return true }
        }
        return false
    }

    private func seconds(_ end: HeardEnd, _ home: StopAirport, _ speed: Double) -> Double {
        max(0, Geodesy.distance(end.disc.centre, home.position).rawValue - end.disc.radius.rawValue) / speed
    }

    /// Whether it was heard in flight within an interval.
    private func isHeard(_ aircraft: HeardAircraft, from low: Double, to high: Double) -> Bool {
        aircraft.stretches.contains { stretch in
            let begin = stretch.first.time.seconds(since: grid.start)
            let end = stretch.last.time.seconds(since: grid.start)
            let isFlight = end > begin || stretch.first.heightMetres > 1_500
            return isFlight && begin <= high && end >= low
        }
    }
}
