import Aero

/// Makes probabilities of weights: who carried, who flew with the visit, and how much is left for nobody here.
///
/// Aircraft of the subject's fleet may come along whoever carries, so that one of them at the stops speaks for the visit more than for
/// itself: beside any carrier, each counts as a companion with its share, or as leading its own life.
struct CarrierShares {
    /// P(carried), by candidate.
    private(set) var carried: [Double]
    /// P(came along | another carried), by candidate; 0 for who is not of the fleet.
    private(set) var accompanied: [Double]
    /// Nobody travelled; and somebody did, with an aircraft that is not among the candidates.
    let nobody: Double
    let unseen: Double
    /// By candidate, what being a possible companion takes from it as the one that was used, or gives it: between the sum of its reasons and
    /// its place in the order stands nothing else. `nil` for who is not of the fleet.
    let rows: [RankingRow?]

    /// - Parameter silent: aircraft of the fleet that were never heard, as if they were candidates.
    init(_ candidates: [Candidate], silent: [Candidate], rules: RankingRules) {
        let share = rules.companionShare
        let unseenPrior = Trigonometry.naturalLogarithm(max(1e-6, rules.nonePrior))
        let nobodyPrior = Trigonometry.naturalLogarithm(max(1e-6, rules.nobodyPrior))
        var along: [Double] = []
        var all = 0.0
        accompanied = []
        for candidate in candidates {
            guard candidate.role == .subjectFleet else {
                along.append(0)
                accompanied.append(0)
                continue
            }
            let ratio = Trigonometry.exponential(min(60, candidate.companionWeight / rules.temperature))
            let either = 1 - share + share * ratio
            along.append(Trigonometry.naturalLogarithm(either))
            accompanied.append(share * ratio / either)
            all += along.last ?? 0
        }
        let scores = candidates.indices.map { place in
            candidates[place].priorWeight + candidates[place].evidenceWeight / rules.temperature + all - along[place]
        }
        let others = silent.map { $0.priorWeight + $0.evidenceWeight / rules.temperature + all }
        let top = ([nobodyPrior, unseenPrior + all] + scores + others).max() ?? 0
        let parts = scores.map { Trigonometry.exponential($0 - top) }
        let nobodyPart = Trigonometry.exponential(nobodyPrior - top)
        let unseenPart =
            Trigonometry.exponential(unseenPrior + all - top)
            + others.reduce(0) { $0 + Trigonometry.exponential($1 - top) }
        let sum = parts.reduce(0, +) + nobodyPart + unseenPart
        carried = parts.map { $0 / sum }
        nobody = nobodyPart / sum
        unseen = unseenPart / sum
        rows = candidates.indices.map { place in
            guard candidates[place].role == .subjectFleet else { return nil }
            return RankingRow(.mayAccompany, weight: -along[place] * rules.temperature)
        }
    }
}
