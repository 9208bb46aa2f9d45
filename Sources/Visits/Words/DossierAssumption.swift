/// What a dossier takes for granted. Each is listed with it, in words (`DossierWords.text(of:)`).
public enum DossierAssumption: String, CaseIterable, Sendable {
    /// Where the journey begins.
    case home
    /// How a time without a zone is read.
    case zoneReadings = "zone_readings"
    /// Which airports a place stands for, and their shares.
    case airports
    /// How long a leg of a distance takes.
    case legTimes = "leg_times"
    /// Arrivals come late more often than early.
    case lateTail = "late_tail"
    /// What a text does not say, the rules do not add.
    case drafting
    /// What is known of each provider and its limits.
    case providers
}
