public import Aero

/// The manifest of a UTC day as everybody may see it: how much was heard, and whether somebody could hear for all of it.
///
/// Receivers are counted, never named.
public struct HistoryDay: Hashable, Sendable {
    /// Why a part of a day is missing or thinner than it was.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The program did not run.
        case processDown = "process-down"
        /// No receiver was there to hear.
        case receiversDown = "receivers-down"
        case importCutOff = "import-cut-off"
        case diskFull = "disk-full"
        /// By a rule of retention: it was heard, and is not kept.
        case removed
        case damaged
        case unknown
    }

    /// A part of the day that is not whole.
    public struct Gap: Hashable, Sendable {
        public var during: Range<Timestamp>
        public var reason: Reason

        public init(during: Range<Timestamp>, reason: Reason) {
            self.during = during
            self.reason = reason
        }
    }

    /// Days since 1970-01-01, UTC.
    public var number: Int64
    public var isComplete: Bool
    /// Rising in time.
    public var gaps: [Gap]
    public var aircraft = 0
    public var positions = 0
    public var otherObservations = 0
    /// How many receivers were up at any time of it.
    public var receivers = 0
    /// When the program was up, rising.
    public var programUp: [Range<Timestamp>] = []
    /// When each receiver was up, by its opaque number; told to the operator alone.
    public var receiversUp: [UInt32: [Range<Timestamp>]] = [:]
    public var damagedChunks = 0
    public var licences: Set<LicenceTag> = []
    /// Who is to be credited.
    public var origins: Set<String> = []
    /// SHA-256 over what is kept, in hexadecimal digits; `nil` for a day without a manifest.
    public var digest: String?

    public init(number: Int64, isComplete: Bool, gaps: [Gap] = []) {
        self.number = number
        self.isComplete = isComplete
        self.gaps = gaps
    }
}
