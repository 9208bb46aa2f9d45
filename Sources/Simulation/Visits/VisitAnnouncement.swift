public import Aero

/// What was announced of a journey.
public struct VisitAnnouncement: Hashable, Sendable {
    /// One way to read a time.
    public struct Reading: Hashable, Sendable {
        public let start: Timestamp
        public let end: Timestamp
        public let weight: Double
    }

    public struct Stop: Hashable, Sendable {
        /// Its place in `VisitScenario.airports`.
        public let airport: Int
        /// None where it is known by its order alone.
        public let readings: [Reading]
    }

    /// Two letters of the state whose head travels.
    public let state: String
    /// From where; assumed.
    public let home: Int
    public let stops: [Stop]
}
