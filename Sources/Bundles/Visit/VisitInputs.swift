public import Aero
public import Visits

/// All that the ranking of a visit rests on: given the same, the same program gives the same conclusions.
public struct VisitInputs: Sendable {
    public let itinerary: [ItineraryStop]
    public let watched: ClosedRange<Timestamp>
    /// Everybody compared, in the order of addresses.
    public let aircraft: [SkyAircraft]
    /// What the days before say of traffic and of hearing.
    public let archive: ArchiveKnowledge
    public let claims: [CarrierClaim]
    public let rules: RankingRules

    public init(
        itinerary: [ItineraryStop],
        watched: ClosedRange<Timestamp>,
        aircraft: [SkyAircraft],
        archive: ArchiveKnowledge,
        claims: [CarrierClaim],
        rules: RankingRules
    ) {
        self.itinerary = itinerary
        self.watched = watched
        self.aircraft = aircraft.sorted { $0.identity.address < $1.identity.address }
        self.archive = archive
        self.claims = claims
        self.rules = rules
    }

    /// The ranking, by these rules or others.
    ///
    /// - Returns: `nil` where no stop can be used.
    public func ranking(by rules: RankingRules) -> VisitRanking? {
        VisitRanker(rules: rules).ranking(
            of: aircraft.map(\.heard),
            itinerary: itinerary,
            watched: watched,
            archive: archive,
            claims: claims
        )
    }
}
