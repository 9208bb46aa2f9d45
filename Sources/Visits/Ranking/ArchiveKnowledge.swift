/// What the days before say of traffic and of hearing it.
public struct ArchiveKnowledge: Sendable {
    /// How many days were learned from.
    public let days: Double
    public let landings: LandingRates
    public let detection: DetectionRates
    public let air: AirCoverage

    /// A site that has just begun.
    public static let none = ArchiveKnowledge(days: 0, landings: .none, detection: .none, air: .none)

    public init(days: Double, landings: LandingRates, detection: DetectionRates, air: AirCoverage) {
        self.days = days
        self.landings = landings
        self.detection = detection
        self.air = air
    }
}
