import Aero
import Tracking

extension HistoryReader {
    /// What is kept of one aircraft between two times.
    struct Path {
        var rows: [Observation] = []
        /// How many receivers heard each row.
        var receivers: [Int] = []
        /// Whether that is told.
        var tellsReceivers = true
        /// The first of each field may be older than the rows.
        var names: [IdentityChange] = []
    }

    /// A day at a time, so that an answer that is cut costs no more than it holds.
    ///
    /// - Parameter limit: rows at most.
    func path(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        withoutPositions: Bool,
        limit: Int,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Path {
        var path = Path()
        path.tellsReceivers = tellsReceivers
        let isWhole = try await pieces(
            of: aircraft,
            during: range,
            withoutPositions: withoutPositions,
            &basis
        ) { trace in
            path.append(trace)
            return path.rows.count <= limit
        }
        if !isWhole, path.rows.count > limit {
            basis.next = path.rows[limit].time
            path.keep(limit)
        }
        return path
    }

    /// What may be given of one aircraft, a day at a time.
    ///
    /// - Parameter take: gets each piece; returns false when it wants no more. Then the answer goes on where that piece ended.
    /// - Returns: whether everything was taken.
    @discardableResult
    func pieces(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        withoutPositions: Bool,
        _ basis: inout AnswerBasis,
        take: (Trace) -> Bool
    ) async throws(APIError) -> Bool {
        var time = range.lowerBound
        while time < range.upperBound {
            let slice = time..<Self.end(of: time, slice: UTCDay.seconds, in: range)
            let part = try await ask { () async throws(ArchiveError) in
                try await archive.trace(of: aircraft, during: slice, withoutPositions: withoutPositions)
            }
            let isGiven = mayGive(part.evidence)
            basis.note(part.evidence, isGiven: isGiven)
            time = slice.upperBound
            if part.evidence.isCut, let last = part.observations.last?.time.advanced(bySeconds: 1e-3),
                slice.contains(last)
            {
                time = last
            }
            if !isGiven {
                basis.withhold(part.observations.count, of: aircraft)
            } else if !take(part) {
                basis.next = time < range.upperBound ? time : nil
                return false
            }
        }
        return true
    }
}

extension HistoryReader.Path {
    mutating func append(_ trace: Trace) {
        rows.append(contentsOf: trace.observations)
        for row in trace.observations {
            let place = Int(row.heardBy)
            receivers.append(trace.receiverSets.indices.contains(place) ? trace.receiverSets[place].count : 0)
        }
        for name in trace.names where names.last(where: { $0.field == name.field })?.value != name.value {
            names.append(name)
        }
    }

    mutating func keep(_ count: Int) {
        rows.removeSubrange(count...)
        receivers.removeSubrange(count...)
        guard let last = rows.last else { return }
        names.removeAll { $0.milliseconds > last.milliseconds }
    }
}
