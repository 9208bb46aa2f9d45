/// What `check` found.
public struct ArchiveCheck: Hashable, Sendable {
    /// A chunk that does not read as it was written.
    public struct Damage: Hashable, Sendable {
        public let chunk: Int64
        /// The address as text, and the day since 1970-01-01.
        public let aircraft: String
        public let day: Int64
        public let reason: String
    }

    public var chunks = 0
    public var rows = 0
    public var damaged: [Damage] = []
    /// Chunks put aside earlier, as they are: a hundred at most.
    public var isolated: [Damage] = []
    /// How many of these there are.
    public var isolatedCount = 0
    /// What the database says of itself; empty when all is well.
    public var databaseProblems: [String] = []

    /// Rows of the newest quarter of an hour that are in logs yet, and what cannot be read there.
    public var openRows = 0
    public var damagedLogs: [String] = []
    /// Logs that were put aside earlier because something in them could not be read, by their paths.
    public var logsAside: [String] = []

    public var isWhole: Bool { damaged.isEmpty && databaseProblems.isEmpty && damagedLogs.isEmpty }

    public init() {}
}
