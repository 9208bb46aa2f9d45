public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    public nonisolated func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        try await trace(of: aircraft, during: during, withoutPositions: withoutPositions, .all)
    }

    public nonisolated func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? {
        ChosenTerms(store: self, choice: TermsChoice(licences: licences))
    }

    nonisolated func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool,
        _ choice: TermsChoice
    ) async throws(ArchiveError) -> Trace {
        let times = Moments.milliseconds(during)
        let limit = settings.rowsPerAnswer
        let unread = unreadDays
        var trace = try await ask { database, open in
            var gathering = TraceGathering(
                aircraft,
                during: times,
                withoutPositions: withoutPositions,
                limit: limit,
                choice
            )
            try gathering.addChunks(from: database)
            for generation in open { gathering.add(generation) }
            return try gathering.finished(database, open: open)
        }
        let days = Moments.dayNumber(times.lowerBound)...Moments.dayNumber(max(times.lowerBound, times.upperBound &- 1))
        trace.evidence.incompleteDays.formUnion(unread.filter(days.contains))
        return trace
    }

    /// Asks the database and what is not sealed yet, as they are at one moment.
    ///
    /// Memory is looked at first and the database says what of it is sealed by then, so that every row is there once.
    nonisolated func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (Database, [OpenGeneration]) throws -> Answer
    ) async throws(ArchiveError) -> Answer {
        let generations = open.snapshot()
        do {
            return try await database.read { database in
                let sealed = try GenerationSealer.lastSealed(in: database)
                return try question(database, generations.filter { $0.number > sealed })
            }
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }
}
