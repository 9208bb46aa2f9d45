public import Tracking
public import Visits

/// A ranking with what was compared.
public struct RankedVisit: Sendable {
    public let ranking: VisitRanking
    public let realm: ArchiveRealm

    public init(ranking: VisitRanking, realm: ArchiveRealm) {
        self.ranking = ranking
        self.realm = realm
    }
}
