/// What of a damaged archive could be read, and what could not.
public struct RebuildReport: Hashable, Sendable {
    /// A table of the database.
    public struct Table: Hashable, Sendable {
        public let name: String
        /// Rows that are in the new file.
        public let saved: Int
        /// Rows that are not; `nil` where nobody knows how many.
        public let lost: Int?
        /// Of them those of which an index knows.
        public let knownLost: Int
        /// Pages of it that could not be read.
        public let damagedPages: Int
    }

    /// A day of which something could not be read.
    public struct Day: Hashable, Sendable {
        /// Since 1970-01-01.
        public let day: Int64
        public var savedChunks = 0
        public var savedRows = 0
        /// Chunks put aside, and observations in them that are gone.
        public var lostChunks = 0
        public var lostRows = 0
    }

    public var tables: [Table] = []
    /// Rising; only days of which something is known to be missing.
    public var days: [Day] = []
    /// Whether these are all such days. Where they may not be, every day of the archive says that it may lack something.
    public var isLossKnown = true
    /// Pages to which nothing led any more, and that were found all the same.
    public var pagesFoundAgain = 0
    /// What the damaged file is called now.
    public var keptAs = ""
}
