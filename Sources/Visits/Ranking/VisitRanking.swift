/// All aircraft compared with an announced visit.
public struct VisitRanking: Sendable {
    /// What a young archive lacks.
    public enum Missing: String, CaseIterable, Sendable {
        case landingRates = "landing_rates"
        case detectionAtStops = "detection_at_stops"
        case coverageOfRoutes = "coverage_of_routes"
    }

    /// Likeliest first.
    public let candidates: [Candidate]
    /// Likeliest first; every candidate is in one.
    public let convoys: [Convoy]
    /// None of these, or on no tracker; never 0.
    public let none: Double
    /// The part of it in which nobody travelled.
    public let nobody: Double
    public let excluded: [ExcludedAircraft]
    /// Whether order and reasons may be told, and no percentages.
    public let isYoung: Bool
    public let missing: [Missing]
    /// Most telling first.
    public let settling: [SettlingObservation]
    /// Places in the itinerary of the stops that were used: those with an airport and a time.
    public let usedStops: [Int]
}
