import GRDB
import Tracking

extension HistoryStore {
    /// A transaction of its own.
    nonisolated func change<Answer: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Answer
    ) async throws(ArchiveError) -> Answer {
        do {
            return try await database.write(change)
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }
}
