public import Aero
public import Tracking
public import Visits

/// What compares every aircraft heard with an announced visit.
///
/// What is kept from whom is kept by the archive, the sky and the book that come with the question, as for flights: an aircraft that is
/// hidden from an audience is in none of them.
public protocol VisitCandidates: Sendable {
    /// - Throws: `VisitCandidatesError`; `CancellationError` never: who is cancelled is answered `.cancelled`.
    func ranking(for question: CandidatesQuestion) async throws(VisitCandidatesError) -> RankedVisit
}

/// Which visit, in which world, for whom.
public struct CandidatesQuestion: Sendable {
    public let visit: Visit
    /// The visit's name in its store; with the number of its changes it tells what is asked.
    public let id: String
    public let realm: ArchiveRealm
    /// Whether what became known later may narrow windows and weigh aircraft.
    public let withLaterClaims: Bool
    public let audience: Audience
    /// As the audience may see it.
    public let archive: any TrackArchive
    /// Who is who, as the audience may be told.
    public let book: any AddressBook
    /// On which lists an aircraft stands, as the audience may be told; `nil` where there are none.
    public let identities: (any IdentityDesk)?
    /// Whether it is for what others are handed: the book holds nothing then that may not be handed on.
    public let isHandedOn: Bool
    /// Whether it may be told who hears what; without, nothing learned of receivers is used.
    public let tellsReception: Bool
    /// The latest moment of that world.
    public let now: Timestamp

    public init(
        visit: Visit,
        id: String,
        realm: ArchiveRealm,
        withLaterClaims: Bool,
        audience: Audience,
        archive: any TrackArchive,
        book: any AddressBook,
        identities: (any IdentityDesk)? = nil,
        isHandedOn: Bool = false,
        tellsReception: Bool,
        now: Timestamp
    ) {
        self.visit = visit
        self.id = id
        self.realm = realm
        self.withLaterClaims = withLaterClaims
        self.audience = audience
        self.archive = archive
        self.book = book
        self.identities = identities
        self.isHandedOn = isHandedOn
        self.tellsReception = tellsReception
        self.now = now
    }
}

/// Why there is no ranking.
public enum VisitCandidatesError: Error, Hashable, Sendable {
    /// No stop is confirmed, or none of them has an airport and a time.
    case nothingToCompare
    /// The watched time has not begun, or lies where nothing is kept.
    case nothingHeard
    /// The history cannot be read.
    case unreadable(ArchiveError)
    case cancelled
}
