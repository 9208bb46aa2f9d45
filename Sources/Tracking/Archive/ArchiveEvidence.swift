public import Aero

/// What an answer rests on: chunks, terms, and how complete the days are.
public struct ArchiveEvidence: Hashable, Sendable {
    public var chunks: [Int64] = []
    public var licences: Set<LicenceTag> = []
    /// Who is to be credited.
    public var origins: Set<String> = []
    /// Chunks that could not be read: named, left out, the rest stands.
    public var damagedChunks: [Int64] = []
    /// Days (since 1970-01-01) of the answer that are not complete.
    public var incompleteDays: Set<Int64> = []
    /// Rows left out, by aircraft, because they came under terms that were not asked for.
    public var withheld: [ArchivedAircraft: Int] = [:]
    /// There is more; ask again from the last time on.
    public var isCut = false

    public init() {}
}
