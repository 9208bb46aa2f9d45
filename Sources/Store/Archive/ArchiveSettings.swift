import GRDB
public import Tracking

/// How a store keeps house.
public struct ArchiveSettings: Sendable {
    /// Seal when the rows come to another quarter of an hour. Imports, whose times jump, seal by count alone.
    public var sealsByTime = true
    /// Rows in one open log at which it is sealed, whatever their times.
    public var rowsPerLog = 4_000_000
    /// Rows not sealed at which no more are taken: something keeps them from being sealed, and memory ends.
    public var unsealedRowsLimit = 30_000_000
    /// Rows of one answer at which it is cut.
    public var rowsPerAnswer = 2_000_000
    /// Of zstd.
    public var compressionLevel: Int32 = 3
    /// What tests let fail.
    var faults: OpenLogFile.Faults?
    /// Pages that the database may have, for tests of a full disk.
    var largestPageCount: Int?
    /// The steps of the schema; other ones for tests of older and later programs.
    var migrator = ArchiveSchema.migrator

    /// What is usual for a live receiver.
    public init() {}

    /// What is usual for a world: imports come aircraft by aircraft, each over a whole day, and are sealed by count.
    public init(for realm: ArchiveRealm) {
        guard realm == .imported else { return }
        sealsByTime = false
        rowsPerLog = 1_000_000
    }
}
