import Aero

/// Adds what was said of the aircraft, each claim a row.
struct ClaimWeigher {
    let claims: [CarrierClaim]

    func apply(to candidates: inout [Candidate], _ heard: [AircraftAddress: HeardAircraft]) {
        for (number, claim) in claims.enumerated() {
            var all = 0.0
            var fitting = 0.0
            for candidate in candidates {
                guard let aircraft = heard[candidate.address] else { continue }
                let share = Trigonometry.exponential(candidate.priorWeight)
                all += share
                if claim.fits(aircraft) { fitting += share }
            }
            guard all > 0 else { continue }
            for place in candidates.indices {
                guard let aircraft = heard[candidates[place].address] else { continue }
                let ratio = claim.ratio(aircraft, share: fitting / all)
                let row = RankingRow(.claim(number), weight: Trigonometry.naturalLogarithm(ratio))
                candidates[place].add(row)
            }
        }
    }
}
