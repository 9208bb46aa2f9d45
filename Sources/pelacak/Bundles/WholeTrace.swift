import Aero
import Store
import Tracking

/// The rows of one aircraft in a time, asked for piece by piece, whole.
struct WholeTrace {
    let aircraft: ArchivedAircraft
    private(set) var rows: [Observation] = []
    private(set) var names: [IdentityChange] = []
    private(set) var evidence = ArchiveEvidence()

    init(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        withoutPositions: Bool = false,
        in archive: any TrackArchive
    ) async throws(ArchiveError) {
        self.aircraft = aircraft
        var start = range.lowerBound
        while start < range.upperBound {
            let trace = try await archive.trace(
                of: aircraft,
                during: start..<range.upperBound,
                withoutPositions: withoutPositions
            )
            take(trace)
            guard trace.evidence.isCut, let next = trace.observations.last?.time, next > start else { break }
            start = next
        }
    }

    /// A piece begins with the moment at which the one before ended.
    private mutating func take(_ trace: Trace) {
        let last = rows.last?.milliseconds ?? .min
        let seen = Set(rows.reversed().prefix { $0.milliseconds == last })
        rows += trace.observations.filter { $0.milliseconds > last || !seen.contains($0) }
        // Each piece begins with what held before it.
        let named = names.last?.milliseconds ?? .min
        names += trace.names.filter { $0.milliseconds > named || !names.contains($0) }
        evidence.licences.formUnion(trace.evidence.licences)
        evidence.origins.formUnion(trace.evidence.origins)
        evidence.incompleteDays.formUnion(trace.evidence.incompleteDays)
        evidence.damagedChunks += trace.evidence.damagedChunks
    }
}
