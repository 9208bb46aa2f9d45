import Aero
import Tracking

extension HistoryReader {
    /// Who was heard in a time and never with a position in it, each as one line; where they were nobody knows.
    ///
    /// - Parameter limit: aircraft at most.
    /// - Returns: whether there were more.
    func silent(
        during range: Range<Timestamp>,
        limit: Int,
        into summary: inout AreaSummary,
        _ basis: inout AnswerBasis
    ) async throws(APIError) {
        guard !range.isEmpty else { return }
        let found = try await ask { () async throws(ArchiveError) in
            try await archive.aircraft(heardOnlySilently: range, after: nil, limit: limit + 1)
        }
        summary.isSilentCut = found.count > limit
        for aircraft in found.prefix(limit) {
            let trace = try await ask { () async throws(ArchiveError) in
                try await archive.trace(of: aircraft, during: range, withoutPositions: true)
            }
            let isGiven = mayGive(trace.evidence)
            basis.note(trace.evidence, isGiven: isGiven && !trace.observations.isEmpty)
            guard !trace.observations.isEmpty else { continue }
            if isGiven {
                summary.addSilent(trace)
            } else {
                basis.withhold(trace.observations.count, of: aircraft)
            }
        }
    }
}
