/// How much of a bundle is computed again: more is no visit, and would cost whoever was given it memory and hours.
///
/// Ours: several times what the largest archives and itineraries of the scenarios have.
enum VisitLimits {
    static let stops = 50
    static let airportsOfAStop = 20
    /// Of all stops together.
    static let airports = 200
    static let readings = 50
    static let claims = 200
    static let typesOfAClaim = 200
    static let aircraft = 100_000
    /// Aircraft times stops times stops: what comparing takes time by.
    static let comparisons = 20_000_000
    /// Places at which landings were counted, airports, and silences of one.
    static let landings = 200_000
    static let detections = 20_000
    static let silences = 4_000
    static let conclusions = 500_000
    /// Aircraft whose rows lie beside their points, and rows of one.
    static let histories = 200
    static let rows = 2_000_000
}
