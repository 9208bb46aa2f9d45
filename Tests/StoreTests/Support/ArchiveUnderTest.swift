import Store
import Testing
import Tracking

/// An implementation of the archive that the tests of imports and exports, and those of the protocol, are run with.
struct ArchiveUnderTest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () async throws -> any TrackArchive

    /// Every implementation there is.
    static let all = [
        ArchiveUnderTest(testDescription: "in memory") { MemoryArchive() },
        ArchiveUnderTest(testDescription: "on disk") { try HistoryInFolder() },
    ]
}
