import Aero
import Flights

/// Judges one aircraft after the other against an itinerary; what it needs in between is kept for the next.
struct AircraftJudge {
    enum Verdict {
        case candidate(Candidate)
        case excluded(ExcludedAircraft.Reason)
    }

    private let grid: VisitGrid
    private let weigher: StopWeigher
    private let home: HomeWeigher
    private let watch: RouteWatch
    private var chain: ChainSum
    /// The same for who comes along, and may leave stops out.
    private var companions: ChainSum
    private var sheet: WeightSheet

    init(grid: VisitGrid, archive: ArchiveKnowledge, watch: RouteWatch) {
        self.grid = grid
        self.watch = watch
        weigher = StopWeigher(grid: grid)
        home = HomeWeigher(grid: grid, archive: archive)
        chain = ChainSum(grid: grid, missedShare: grid.rules.missedStopShare)
        companions = ChainSum(grid: grid, missedShare: grid.rules.companionMissedShare)
        sheet = WeightSheet(grid: grid)
    }

    /// - Parameter number: of the aircraft, as the watch of routes was given them.
    mutating func judge(_ aircraft: HeardAircraft, number: Int, prior: RankingRow) -> Verdict {
        sheet.clear()
        var evidence: [StopEvidence] = []
        for stop in grid.stops.indices {
            let isOnRoute = watch.heard[number][stop] != nil
            weigher.weigh(aircraft, stop: stop, isOnRoute: isOnRoute, on: &sheet)
            evidence.append(sheet.evidence)
        }
        let lost = evidence.indices.filter { !evidence[$0].isReachable }
        // One stop may be announced and not made; two may not.
        if lost.count == evidence.count || lost.count > 1 {
            let needs = lost.compactMap { evidence[$0].need }
            let worst = needs.max { ($0.speed ?? .infinite) < ($1.speed ?? .infinite) }
            return .excluded(.outOfReach(lost.map { grid.stops[$0].number }, worst))
        }
        let onWay = routeRows(aircraft, number, evidence)
        let total = chain.total(sheet.weights)
        guard total > 1e-30 else { return .excluded(.outOfOrder) }
        let made = chain.marginals(sheet.weights, total: total)
        var rows = [prior] + stopRows(aircraft, evidence) + onWay
        let order = Trigonometry.naturalLogarithm(total) - rows.dropFirst().reduce(0) { $0 + $1.weight }
        if evidence.count > 1 { rows.append(RankingRow(.order(isKept: order > -1.5), weight: order)) }
        let homeRows = home.rows(aircraft, made)
        rows += homeRows
        return .candidate(
            Candidate(
                identity: aircraft.identity,
                role: aircraft.role,
                evidence: evidence,
                arrivals: made.map { $0.made < 0.5 ? nil : grid.time($0.slot) },
                rows: rows,
                supportedStops: supported(
                    number,
                    evidence,
                    made,
                    hasLeft: homeRows.contains(where: AircraftJudge.isDeparture)
                ),
                evidenceWeight: rows.dropFirst().reduce(0) { $0 + $1.weight },
                priorWeight: prior.weight,
                companionWeight: aircraft.role == .subjectFleet ? companionWeight(aircraft) : 0
            )
        )
    }

    /// Lifts the times of arrival that agree with having been heard on the way, so that they count in their order.
    private mutating func routeRows(
        _ aircraft: HeardAircraft,
        _ number: Int,
        _ evidence: [StopEvidence]
    ) -> [RankingRow] {
        var rows: [RankingRow] = []
        var wasComing = home.hasLeft(aircraft, for: grid.stops[0].support)
        for stop in grid.stops.indices {
            let isSeen = evidence[stop].isSeen
            // Who was at the stop before, or on the way there, flies on from there whatever for.
            let isExpected = isSeen || wasComing
            wasComing = isSeen || watch.heard[number][stop] != nil
            guard let way = watch.heard[number][stop] else { continue }
            var ratio = watch.ratio(number, aircraft.role, stop: stop, isSeen: isExpected)
            // A life of its own comes at any time of the window; where a landing was heard, that has been counted.
            if !isSeen { ratio /= max(0.02, grid.stops[stop].arrival.share(in: way.arrivals)) }
            let growth = sheet.scale(stop: stop, spans: way.arrivals, by: max(1, ratio))
            guard growth > 1.05 else { continue }
            rows.append(
                RankingRow(
                    .onRoute(toStop: grid.stops[stop].number),
                    weight: Trigonometry.naturalLogarithm(growth),
                    observations: [way.end.time]
                )
            )
        }
        return rows
    }

    private static func isDeparture(_ row: RankingRow) -> Bool {
        if case .origin(_, .some, _) = row.term { return true }
        return false
    }

    /// Being heard on the way speaks for a stop where it fits the likeliest way to make all of them.
    private func supported(_ number: Int, _ evidence: [StopEvidence], _ made: [MadeStop], hasLeft: Bool) -> Int {
        let onWay = grid.stops.indices.map { stop in
            let arrivals = watch.heard[number][stop]?.arrivals ?? []
            return made[stop].made * made[stop].share(in: arrivals) >= 0.5 || (stop == 0 && hasLeft)
        }
        // Of a single stop, the landing and the way there are two.
        if evidence.count == 1 { return (evidence[0].isSeen ? 1 : 0) + (onWay[0] ? 1 : 0) }
        return evidence.indices.count { evidence[$0].isSeen || onWay[$0] }
    }

    /// Who only leaves home about then does not come along for that.
    private static func along(_ row: RankingRow) -> Double {
        if case .origin = row.term { return min(0.7, row.weight) }
        return row.weight
    }

    private mutating func companionWeight(_ aircraft: HeardAircraft) -> Double {
        let total = companions.total(sheet.weights)
        let made = companions.marginals(sheet.weights, total: total)
        return home.rows(aircraft, made).reduce(Trigonometry.naturalLogarithm(total)) {
            $0 + AircraftJudge.along($1)
        }
    }

    private func stopRows(_ aircraft: HeardAircraft, _ evidence: [StopEvidence]) -> [RankingRow] {
        evidence.enumerated().map { number, one in
            let stop = grid.stops[number].number
            // Left out, it costs what leaving out costs.
            let missed = grid.rules.missedStopShare
            let weight = Trigonometry.naturalLogarithm(max(one.mass, missed))
            if let seen = one.seen, one.isSeen {
                return RankingRow(.seenAtStop(stop: stop, seen), weight: weight, observations: [seen.time])
            }
            if let fit = one.fit {
                return RankingRow(
                    .stopInSilence(stop: stop, fit),
                    weight: weight,
                    observations: silence(aircraft, fit)
                )
            }
            return RankingRow(.unreachable(stop: stop, one.need), weight: weight)
        }
    }

    /// When it was heard before and after a silence.
    private func silence(_ aircraft: HeardAircraft, _ fit: StopEvidence.Fit) -> [Timestamp] {
        let before = aircraft.stretches.last { $0.last.time <= fit.earliest }?.last.time
        let after = aircraft.stretches.first { $0.first.time >= fit.latest }?.first.time
        return [before, after].compactMap(\.self)
    }
}

extension KilometresPerHour {
    fileprivate static let infinite = KilometresPerHour(Double.infinity)
}
