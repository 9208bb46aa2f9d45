import Aero
public import Visits

/// How a ranking did against what became known.
public struct VisitScore: Hashable, Sendable {
    /// Place of the first candidate that it was, from 1; `nil` where none of them is a candidate.
    public let place: Int?
    /// Whether one of those that it was is in the first group.
    public let isInFirstGroup: Bool
    /// Whether all of those that it was were excluded: the worst that a ranking can do.
    public let isExcluded: Bool
    /// What the ranking gave to what happened; `nil` while the archive was young and nothing was said of it.
    public let probability: Double?
    /// Brier score over "one of those it was", from 0 (sure and right) to 1 (sure and wrong); `nil` while the archive was young.
    public let brier: Double?

    public init(_ ranking: VisitRanking, _ outcome: VisitOutcome) {
        let given: Double
        switch outcome.content {
        case .aircraft(let addresses):
            let first = ranking.candidates.firstIndex { addresses.contains($0.address) }
            place = first.map { $0 + 1 }
            isInFirstGroup = ranking.convoys.first?.members.contains(where: addresses.contains) ?? false
            let excluded = Set(ranking.excluded.map(\.address))
            isExcluded = addresses.isSubset(of: excluded)
            given = ranking.candidates.reduce(0) { $0 + (addresses.contains($1.address) ? $1.probability : 0) }
        case .notHeard:
            (place, isInFirstGroup, isExcluded) = (nil, false, false)
            given = ranking.none - ranking.nobody
        case .nobody:
            (place, isInFirstGroup, isExcluded) = (nil, false, false)
            given = ranking.nobody
        }
        let share = min(1, max(0, given))
        probability = ranking.isYoung ? nil : share
        brier = ranking.isYoung ? nil : (1 - share) * (1 - share)
    }
}
