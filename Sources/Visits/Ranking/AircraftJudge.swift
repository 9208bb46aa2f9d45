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
    private let onward: OnwardShares
    private var chain: ChainSum
    private var sheet: WeightSheet

    init(grid: VisitGrid, archive: ArchiveKnowledge, watch: RouteWatch, onward: OnwardShares) {
        self.grid = grid
        self.watch = watch
        self.onward = onward
        weigher = StopWeigher(grid: grid)
        home = HomeWeigher(grid: grid, archive: archive)
        chain = ChainSum(grid: grid)
        sheet = WeightSheet(grid: grid)
    }

    /// - Parameter number: of the aircraft, as the watch of routes was given them.
    mutating func judge(_ aircraft: HeardAircraft, number: Int, prior: RankingRow) -> Verdict {
        sheet.clear()
        var evidence: [StopEvidence] = []
        for stop in grid.stops.indices {
            let isOnRoute = watch.heard[number][stop] != nil
            // Taken to have left the stop before within a day: ours.
            let isSeenBefore = stop > 0 && evidence[stop - 1].isSeen
            let comes = isSeenBefore ? onward.share(number, aircraft.role, stop: stop) / 24 : 0
            weigher.weigh(aircraft, stop: stop, isOnRoute: isOnRoute, onwardPerHour: comes, on: &sheet)
            evidence.append(sheet.evidence)
        }
        let lost = evidence.indices.filter { !evidence[$0].isReachable }
        // One stop may be announced and not made; two may not.
        if lost.count == evidence.count || lost.count > 1 {
            let needs = lost.compactMap { evidence[$0].need }
            let worst = needs.max { ($0.speed ?? .infinite) < ($1.speed ?? .infinite) }
            return .excluded(.outOfReach(lost.map { grid.stops[$0].number }, worst))
        }
        let total = chain.total(sheet.weights)
        guard total > 1e-30 else { return .excluded(.outOfOrder) }
        let made = chain.marginals(sheet.weights, total: total)
        var rows = [prior] + stopRows(aircraft, evidence)
        let order = Trigonometry.naturalLogarithm(total) - rows.dropFirst().reduce(0) { $0 + $1.weight }
        if evidence.count > 1 { rows.append(RankingRow(.order(isKept: order > -1.5), weight: order)) }
        let homeRows = home.rows(aircraft, made)
        let hasLeft = homeRows.contains(where: AircraftJudge.isDeparture)
        let ways = homeRows + routeRows(aircraft, number, evidence, hasLeft: hasLeft)
        rows += ways
        return .candidate(
            Candidate(
                identity: aircraft.identity,
                role: aircraft.role,
                evidence: evidence,
                arrivals: made.map { $0.made < 0.5 ? nil : grid.time($0.slot) },
                rows: rows,
                supportedStops: supported(number, evidence, hasLeft: hasLeft),
                evidenceWeight: rows.dropFirst().reduce(0) { $0 + $1.weight },
                priorWeight: prior.weight,
                companionWeight: along(evidence) + ways.reduce(0) { $0 + AircraftJudge.along($1) }
            )
        )
    }

    private func routeRows(
        _ aircraft: HeardAircraft,
        _ number: Int,
        _ evidence: [StopEvidence],
        hasLeft: Bool
    ) -> [RankingRow] {
        grid.stops.indices.compactMap { stop in
            guard let end = watch.heard[number][stop] else { return nil }
            let hasBegun = stop > 0 ? evidence[stop - 1].isSeen : hasLeft
            let seenEnds = (hasBegun ? 1 : 0) + (evidence[stop].isSeen ? 1 : 0)
            let ratio = watch.ratio(number, aircraft.role, stop: stop, seenEnds: seenEnds)
            return RankingRow(
                .onRoute(toStop: grid.stops[stop].number),
                weight: Trigonometry.naturalLogarithm(ratio),
                observations: [end.time]
            )
        }
    }

    private static func isDeparture(_ row: RankingRow) -> Bool {
        if case .origin(_, .some, _) = row.term { return true }
        return false
    }

    private func supported(_ number: Int, _ evidence: [StopEvidence], hasLeft: Bool) -> Int {
        let onWay = grid.stops.indices.map { watch.heard[number][$0] != nil || ($0 == 0 && hasLeft) }
        // Of a single stop, the landing and the way there are two.
        if evidence.count == 1 { return (evidence[0].isSeen ? 1 : 0) + (onWay[0] ? 1 : 0) }
        return evidence.indices.count { evidence[$0].isSeen || onWay[$0] }
    }

    /// Who only leaves home about then does not come along for that.
    private static func along(_ row: RankingRow) -> Double {
        if case .origin = row.term { return min(0.7, row.weight) }
        return row.weight
    }

    private func along(_ evidence: [StopEvidence]) -> Double {
        let missed = grid.rules.companionMissedShare
        return evidence.reduce(0) { $0 + Trigonometry.naturalLogarithm((1 - missed) * $1.mass + missed) }
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
