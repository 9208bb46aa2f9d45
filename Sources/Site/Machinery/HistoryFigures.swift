/// How the history of a running program fares, in counts since its start.
public struct HistoryFigures: Hashable, Sendable {
    /// Of one world.
    public struct Archive: Hashable, Sendable {
        /// `real`, `imported`, `simulated`.
        public var realm: String
        /// Rows that are safe.
        public var rows: Int
        /// Rows that could not be kept and were given up.
        public var lost: Int
        /// Rows that are safe in a log and not in the database yet.
        public var unsealed: Int
        /// Nothing can be kept at present.
        public var isStopped: Bool
        /// Pieces that could not be read and were put aside.
        public var damaged: Int

        public init(realm: String, rows: Int, lost: Int, unsealed: Int, isStopped: Bool, damaged: Int) {
            self.realm = realm
            self.rows = rows
            self.lost = lost
            self.unsealed = unsealed
            self.isStopped = isStopped
            self.damaged = damaged
        }
    }

    public var archives: [Archive]
    /// Bytes of the ring of raw messages.
    public var rawBytes: Int
    /// Raw messages that could not be kept and were given up.
    public var rawLost: Int
    /// Raw messages cannot be kept at present.
    public var rawIsStopped: Bool

    public init(archives: [Archive], rawBytes: Int, rawLost: Int, rawIsStopped: Bool) {
        self.archives = archives
        self.rawBytes = rawBytes
        self.rawLost = rawLost
        self.rawIsStopped = rawIsStopped
    }
}
