/// What polled sources could be asked about a visit, within what their providers allow.
public struct VisitPlan: Hashable, Sendable {
    public struct Query: Hashable, Sendable {
        /// As pages name it.
        public let provider: String
        public let kind: Kind
        /// The value the question is written with: `39.2241,125.6701,100`, `RA-96016,RA-96017`.
        public let what: String
        /// The stop of a circle, by its number.
        public let stop: Int?
        public let perHour: Double

        public init(provider: String, kind: Kind, what: String, stop: Int? = nil, perHour: Double) {
            self.provider = provider
            self.kind = kind
            self.what = what
            self.stop = stop
            self.perHour = perHour
        }
    }

    public enum Kind: String, CaseIterable, Sendable {
        /// All within a distance of an airport.
        case circle
        /// The state's fleet, by address.
        case fleet
        /// Aircraft whose address differs from one of the fleet by a bit.
        case sisters
    }

    /// What is not asked.
    public enum Gap: Hashable, Sendable {
        /// A stop without an airport.
        case noAirport(stop: Int)
        /// Farther out than the provider's largest circle.
        case beyondCircle(stop: Int, provider: String, kilometres: Int)
        /// Nobody can be asked often enough for one more circle.
        case noRoom(stop: Int)
        /// Which aircraft the fleet has is not known.
        case noFleet
        /// Between the stops.
        case ways
        /// More names than can be asked in the time.
        case moreNames(provider: String, left: Int)
    }

    /// Empty where no polled source is configured.
    public let queries: [Query]
    public let gaps: [Gap]
    /// What could be asked if the sources that run were paused; empty where they leave room for all of it.
    public let ifPaused: [Query]
    /// Whether a polled source is configured that may run.
    public let isConfigured: Bool

    public init(queries: [Query], gaps: [Gap], ifPaused: [Query] = [], isConfigured: Bool) {
        self.queries = queries
        self.gaps = gaps
        self.ifPaused = ifPaused
        self.isConfigured = isConfigured
    }

    public static let none = VisitPlan(queries: [], gaps: [], isConfigured: false)
}
