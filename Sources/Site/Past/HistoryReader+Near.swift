import Aero
import Tracking

extension HistoryReader {
    /// Who was near a place at a time, nearest first, each with what it called itself.
    func near(
        _ place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> [NearDocument.Found] {
        let nearby = try await ask { () async throws(ArchiveError) in
            try await archive.aircraft(near: place, within: radius, at: time, limit: limit)
        }
        let evidence = try await ask { () async throws(ArchiveError) in
            try await archive.evidence(near: place, within: radius, at: time)
        }
        basis.note(evidence, isGiven: false)
        var found: [NearDocument.Found] = []
        for one in nearby {
            // The terms and the name of what was found stand with its trace.
            let moment = one.observation.time..<one.observation.time.advanced(bySeconds: 1e-3)
            let trace = try await ask { () async throws(ArchiveError) in
                try await archive.trace(of: one.aircraft, during: moment, withoutPositions: false)
            }
            let isGiven = mayGive(trace.evidence)
            var own = trace.evidence
            // What was left out there is counted already.
            own.withheld = [:]
            basis.note(own, isGiven: isGiven)
            if isGiven {
                found.append(
                    .init(nearby: one, names: PastNames(trace.names), isTold: trace.evidence.isTold(in: realm))
                )
            } else {
                basis.withhold(1, of: one.aircraft)
            }
        }
        return found
    }
}
