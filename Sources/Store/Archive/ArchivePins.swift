public import Aero
import GRDB
public import Tracking

/// Pins of an archive for who does not hold its folder: also while a server does, which follows them at its next round of the house.
public struct ArchivePins {
    private let database: DatabaseQueue
    private let folder: String

    /// - Throws: `newerSchema`, `unreadable`, `failed`.
    public init(folder: String, realm: ArchiveRealm) throws(ArchiveError) {
        self.folder = folder
        database = try ArchiveDatabase.open(beside: folder, realm: realm)
    }

    /// Keeps pins, all or none.
    ///
    /// - Returns: the numbers by which they are taken away again.
    @discardableResult
    public func add(_ pins: [ArchivePin], at now: Timestamp) async throws(ArchiveError) -> [Int64] {
        try await change { database in
            try pins.map { try PinTable.insert($0, made: now.milliseconds, in: database) }
        }
    }

    /// - Returns: whether there was one of that number.
    public func remove(_ number: Int64) async throws(ArchiveError) -> Bool {
        try await change { database in try PinTable.remove(number, from: database) }
    }

    private func change<Answer: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Answer
    ) async throws(ArchiveError) -> Answer {
        do { return try await database.write(change) } catch { throw ArchiveDatabase.wrapped(error, path: folder) }
    }
}
