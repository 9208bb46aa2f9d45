public import Aero
public import Tracking
public import Visits

/// Compares every aircraft heard with an announced visit, in one world at a time.
public protocol VisitCandidates: Sendable {
    /// - Parameters:
    ///   - withLaterClaims: with the windows as later claims narrowed them, or as they were announced.
    ///   - audience: what is hidden from it appears nowhere in the ranking.
    /// - Throws: `VisitCandidatesError`.
    func ranking(
        of visit: Visit,
        realm: ArchiveRealm,
        withLaterClaims: Bool,
        for audience: Audience
    ) async throws(VisitCandidatesError) -> RankedVisit
}

/// Why a visit is not compared with what was heard.
public enum VisitCandidatesError: Error, Hashable, Sendable {
    /// No stop is confirmed that has an airport and a time.
    case noUsableStop
    /// Nothing is kept of that world.
    case noArchive
    case failed(String)
}
