/// What came of an import.
public struct ImportReport: Hashable, Sendable {
    /// Why a file was passed over; none of these is an error.
    public enum Skip: String, Hashable, Sendable, CaseIterable {
        case notTrace = "no full trace"
        case notWanted = "not asked for"
        case nothingKept = "no row within the filter"
        case alreadyThere = "imported before"
        case link = "a link; links are not followed"
        case suspicious = "a name that leads elsewhere"
        case tooDeep = "folders too deep in each other"
        case simulated = "simulated; it belongs with no real data"
    }

    /// Something that could not be read; what stands beside it was.
    public struct Damage: Hashable, Sendable {
        /// The file, with the archive it lies in.
        public let name: String
        public let reason: String
    }

    /// Names the import, by what it reads and how: the same again has the same name.
    public var id = ""
    /// Trace files that were taken in.
    public var files = 0
    public var rows = 0
    public var aircraft = 0
    public var skipped: [Skip: Int] = [:]
    public var damaged: [Damage] = []
    /// Of which `damaged` lists the first.
    public var damagedCount = 0
    /// Pieces that damage had taken of earlier imports, and that are whole again.
    public var mended = 0
    /// Rows and values left out of files that were taken in.
    public var badRows = 0
    public var badValues = 0
    /// Days (since 1970-01-01) that rows lie on, and those of them, or beside them, that lack something, with the reason.
    public var days: Set<Int64> = []
    public var incompleteDays: [Int64: String] = [:]
    /// Ended before its end because that was asked for; the same import again goes on.
    public var isCut = false
    public var seconds = 0.0

    public init() {}

    public var rowsPerSecond: Double { seconds > 0 ? Double(rows) / seconds : 0 }
    /// Whether everything there was to be read could be.
    public var isWhole: Bool { damagedCount == 0 && !isCut }
}
