public import Visits

/// What an edition tells of a ranking.
public struct EditionRanking: Sendable {
    public let ranking: VisitRanking
    public let words: RankingWords
    /// What was heard, beside each claim of the visit.
    public let verdicts: [HeardVerdict]
    /// Numbers of the visit's stops by place in the itinerary that was compared with; `nil` for a beginning that is assumed.
    public let stops: [Int?]
    /// Numbers of the visit's claims by place in the list that the ranking was given.
    public let claims: [Int]
    /// Real visits that were compared again and scored against what became known of them.
    public let checkedVisits: Int

    /// - Parameters:
    ///   - stops: without them anchors go by places, which move when a stop is put before another.
    ///   - claims: likewise.
    public init(
        _ ranking: VisitRanking,
        words: RankingWords,
        verdicts: [HeardVerdict],
        stops: [Int?] = [],
        claims: [Int] = [],
        checkedVisits: Int
    ) {
        self.ranking = ranking
        self.words = words
        self.verdicts = verdicts
        self.stops = stops
        self.claims = claims
        self.checkedVisits = checkedVisits
    }

    /// What an anchor says of a stop that was compared: its own number.
    func name(ofStop place: Int) -> String {
        guard stops.indices.contains(place) else { return "\(place)" }
        return stops[place].map { "\($0)" } ?? "start"
    }

    /// What an anchor says of a reason beside its name: of which stop, claim or aircraft it is.
    func name(_ term: RankingTerm) -> String {
        switch term {
        case .claim(let place): claims.indices.contains(place) ? "-\(claims[place])" : ""
        case .sister(_, let other): "-" + EditionMaker.name(other)
        default: term.stop.map { "-" + name(ofStop: $0) } ?? ""
        }
    }
}
