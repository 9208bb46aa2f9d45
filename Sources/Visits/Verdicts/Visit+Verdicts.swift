extension Visit {
    /// Every claim of the visit tested: departures against the arrival at the next stop, arrivals against the departure before, the rest not.
    public func verdicts() -> [Int: ClaimVerdict] {
        var verdicts: [Int: ClaimVerdict] = [:]
        for claim in claims {
            guard claim.kind == .departure || claim.kind == .arrival else {
                verdicts[claim.id] = ClaimVerdict(.notTestable, .alone, claims: [claim.id])
                continue
            }
            verdicts[claim.id] =
                claim.time == nil ? ClaimVerdict(.notTestable, .noTime, claims: [claim.id]) : pair(claim)
        }
        return verdicts
    }

    /// A claim beside the one of the other end of its leg; the worst verdict of several, since each contradiction stands.
    private func pair(_ claim: Claim) -> ClaimVerdict {
        var worst: ClaimVerdict?
        for other in claims where other.id != claim.id {
            let (departure, arrival) = claim.kind == .departure ? (claim, other) : (other, claim)
            guard departure.kind == .departure, arrival.kind == .arrival, let left = departure.time,
                let landed = arrival.time,
                let from = departure.places.first?.airports
                    ?? (stopLeft(by: departure) ?? stopBefore(arrival))?.stop.airports,
                let goal = arrival.stops.first ?? goals(departure).first,
                goals(departure).isEmpty || goals(departure).contains(goal),
                let to = stops.first(where: { $0.id == goal })?.stop.airports
            else { continue }
            let verdict = LegJudge.verdict(
                from: from,
                to: to,
                departure: left,
                arrival: landed,
                claims: [departure.id, arrival.id]
            )
            if worst == nil || (verdict.outcome == .contradicted && worst?.outcome != .contradicted) { worst = verdict }
        }
        return worst ?? ClaimVerdict(.notTestable, .alone, claims: [claim.id])
    }

    /// The stop a departure leaves, where it is told of one.
    private func stopLeft(by departure: Claim) -> DraftedStop? {
        stops.first { departure.stops.contains($0.id) && leaves(departure, $0) }
    }

    /// The stops a departure goes to.
    private func goals(_ departure: Claim) -> [Int] { departure.stops.filter { $0 != stopLeft(by: departure)?.id } }

    private func stopBefore(_ arrival: Claim) -> DraftedStop? {
        guard let id = arrival.stops.first, let index = stops.firstIndex(where: { $0.id == id }), index > 0 else {
            return nil
        }
        return stops[index - 1]
    }
}
