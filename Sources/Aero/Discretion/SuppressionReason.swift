/// Why an aircraft stands on a list.
public enum SuppressionReason: String, Hashable, Sendable, CaseIterable {
    /// Limiting Aircraft Data Displayed: its owner asked the FAA.
    case ladd
    /// The address is one of the Privacy ICAO Address programme.
    case pia
    /// Somebody asked this site, and a person decided so.
    case takedown
    /// What was shown of it was wrong.
    case correction
    /// The operator's own choice of when a visit is shown.
    case visit
}
