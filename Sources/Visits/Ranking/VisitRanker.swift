public import Aero
import Flights

/// Compares every aircraft heard with an announced visit.
///
/// Each is weighed as the one that flew the itinerary against a life of its own; the weights are put beside "none of these". The same
/// aircraft give the same ranking in whichever order they come.
public struct VisitRanker: Sendable {
    public let rules: RankingRules

    public init(rules: RankingRules = RankingRules()) { self.rules = rules }

    /// - Parameters:
    ///   - itinerary: as a person confirmed it; stops without airports are left aside.
    ///   - watched: the time of which all that was heard is handed in.
    ///   - claims: what was said of the aircraft; leave them out for the ranking without later claims.
    /// - Returns: `nil` where no stop can be used.
    public func ranking(
        of aircraft: [HeardAircraft],
        itinerary: [ItineraryStop],
        watched: ClosedRange<Timestamp>,
        archive: ArchiveKnowledge,
        claims: [CarrierClaim] = []
    ) -> VisitRanking? {
        guard let grid = VisitGrid(itinerary: itinerary, watched: watched, archive: archive, rules: rules)
        else { return nil }
        let known = aircraft.sorted { $0.address < $1.address }
        let sifted = sift(
            known,
            AircraftJudge(
                grid: grid,
                archive: archive,
                watch: RouteWatch(grid: grid, aircraft: known),
                onward: OnwardShares(grid: grid, aircraft: known)
            )
        )
        var candidates = sifted.candidates
        let byAddress = known.reduce(into: [:]) { $0[$1.address] = $1 }
        ClaimWeigher(claims: claims).apply(to: &candidates, byAddress)
        SisterWeigher().lift(&candidates, fleet: known.filter { $0.role == .subjectFleet })
        let shares = CarrierShares(candidates, silent: sifted.silent, rules: rules)
        var surplus = 0.0
        for place in candidates.indices {
            let bound = candidates[place].isNameable ? 1 : rules.singleSightingBound
            surplus += max(0, shares.carried[place] - bound)
            candidates[place].probability = min(bound, shares.carried[place])
            candidates[place].accompanying = shares.accompanied[place]
            if let row = shares.rows[place] { candidates[place].note(row) }
        }
        let finder = ConvoyFinder(rules: rules, byAddress: byAddress)
        let bonds = finder.bonds(among: candidates)
        SisterWeigher().share(&candidates)
        finder.settle(&candidates, bonds)
        candidates.sort { ($1.probability, $0.address) < ($0.probability, $1.address) }
        return VisitRanking(
            candidates: candidates,
            convoys: finder.convoys(of: candidates, bonds, nobody: shares.nobody),
            none: shares.nobody + shares.unseen + surplus,
            nobody: shares.nobody,
            excluded: sifted.excluded,
            isYoung: archive.days < rules.youngDays,
            missing: missing(archive, grid),
            settling: SettlingFinder(grid: grid).observations(candidates),
            usedStops: grid.stops.map(\.number)
        )
    }

    private func sift(
        _ aircraft: [HeardAircraft],
        _ judge: AircraftJudge
    ) -> (candidates: [Candidate], silent: [Candidate], excluded: [ExcludedAircraft]) {
        var judge = judge
        let priors = ClassPriors(aircraft, rules: rules)
        var candidates: [Candidate] = []
        var silent: [Candidate] = []
        var excluded: [ExcludedAircraft] = []
        for (number, one) in aircraft.enumerated() {
            // Who was never heard is no candidate; of the fleet, it may have flown unheard.
            let isHeard = !one.stretches.isEmpty
            if !isHeard, one.role != .subjectFleet { continue }
            if one.role == .fighter {
                excluded.append(ExcludedAircraft(address: one.address, reason: .escort))
                continue
            }
            switch judge.judge(one, number: number, prior: priors.row(one)) {
            case .candidate(let candidate):
                if isHeard { candidates.append(candidate) } else { silent.append(candidate) }
            case .excluded(let reason):
                excluded.append(ExcludedAircraft(address: one.address, reason: reason))
            }
        }
        return (candidates, silent, excluded)
    }

    private func missing(_ archive: ArchiveKnowledge, _ grid: VisitGrid) -> [VisitRanking.Missing] {
        var missing: [VisitRanking.Missing] = []
        if archive.days < rules.youngDays { missing.append(.landingRates) }
        let isUnknown = grid.stops.contains { stop in
            stop.airports.allSatisfy { archive.detection.trials(at: $0.code) < 10 }
        }
        if isUnknown { missing.append(.detectionAtStops) }
        if grid.covered.allSatisfy({ $0 == 0 }) { missing.append(.coverageOfRoutes) }
        return missing
    }
}
