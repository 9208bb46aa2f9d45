public import Aero
public import Tracking
public import Visits

/// A ranking with all that is told beside it.
public struct RankedVisit: Sendable {
    /// A list on which an aircraft stands.
    public struct Listing: Hashable, Sendable {
        /// Name of the source, and of the list.
        public let source: String
        public let list: String
        /// Version or date, as the source calls it; empty if it does not.
        public let date: String

        public init(source: String, list: String, date: String) {
            self.source = source
            self.list = list
            self.date = date
        }
    }

    public let ranking: VisitRanking
    /// What was compared with; the numbers of stops in `ranking` are places in it.
    public let itinerary: [ItineraryStop]
    /// Numbers of the visit's stops by place in `itinerary`; `nil` for a beginning that is assumed.
    public let stops: [Int?]
    /// Numbers of the visit's claims by place in the list of claims that the ranking was given.
    public let claims: [Int]
    /// Of candidates and of those who are excluded, as the audience may be told.
    public let aircraft: [AircraftAddress: RegisteredAircraft]
    public let listings: [AircraftAddress: [Listing]]
    public let realm: ArchiveRealm
    public let isWithLaterClaims: Bool
    public let watched: ClosedRange<Timestamp>
    public let computed: Timestamp
    /// Times of the watched ones of which nothing is kept of any aircraft.
    public let unkept: [ClosedRange<Timestamp>]
    /// Days before the watched time that were learned from.
    public let archiveDays: Double
    /// Aircraft compared.
    public let compared: Int
    /// What it is made of.
    public let evidence: ArchiveEvidence

    public init(
        ranking: VisitRanking,
        itinerary: [ItineraryStop],
        stops: [Int?],
        claims: [Int],
        aircraft: [AircraftAddress: RegisteredAircraft],
        listings: [AircraftAddress: [Listing]],
        realm: ArchiveRealm,
        isWithLaterClaims: Bool,
        watched: ClosedRange<Timestamp>,
        unkept: [ClosedRange<Timestamp>] = [],
        computed: Timestamp,
        archiveDays: Double,
        compared: Int,
        evidence: ArchiveEvidence
    ) {
        self.ranking = ranking
        self.itinerary = itinerary
        self.stops = stops
        self.claims = claims
        self.aircraft = aircraft
        self.listings = listings
        self.realm = realm
        self.isWithLaterClaims = isWithLaterClaims
        self.watched = watched
        self.unkept = unkept
        self.computed = computed
        self.archiveDays = archiveDays
        self.compared = compared
        self.evidence = evidence
    }
}
