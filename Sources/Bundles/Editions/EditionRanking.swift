public import Visits

/// What an edition tells of a ranking.
public struct EditionRanking: Sendable {
    public let ranking: VisitRanking
    public let words: RankingWords
    /// What was heard, beside each claim of the visit.
    public let verdicts: [HeardVerdict]
    /// Real visits that were compared again and scored against what became known of them.
    public let checkedVisits: Int

    public init(_ ranking: VisitRanking, words: RankingWords, verdicts: [HeardVerdict], checkedVisits: Int) {
        self.ranking = ranking
        self.words = words
        self.verdicts = verdicts
        self.checkedVisits = checkedVisits
    }
}
