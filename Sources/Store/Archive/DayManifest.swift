/// What is known of one day when it is over, as one JSON document: what is kept, who was up, what is missing and why.
public struct DayManifest: Codable, Hashable, Sendable {
    /// A stretch of the day, ms since 1970-01-01, UTC, the end not in it.
    public struct Interval: Codable, Hashable, Sendable {
        public var from: Int64
        public var to: Int64
    }

    /// When a receiver was up, by its opaque number.
    public struct Receiver: Codable, Hashable, Sendable {
        public var id: UInt32
        public var up: [Interval]
    }

    /// Why the day is not complete.
    public struct Gap: Codable, Hashable, Sendable {
        public var from: Int64
        public var to: Int64
        public var reason: String
    }

    /// Days since 1970-01-01.
    public var day: Int64
    public var isComplete: Bool
    public var gaps: [Gap]
    public var chunks: Int
    public var rows: Int
    /// Over the key and the check sum of each chunk, in the order of the keys.
    public var contents: String
    public var processUp: [Interval]
    public var receivers: [Receiver]
    /// What was deleted, by which rule.
    public var removed: [String]
    /// The digest of the manifest of the day before; empty when there is none.
    public var previous: String
    public var version: Int
}
