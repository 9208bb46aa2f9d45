import Aero
import Tracking

extension HistoryReader {
    /// Seconds that are asked for at once: archives cut their own pieces so.
    static let slice: Int64 = 900
    /// Seconds of which an answer holds everything, however much it is.
    static let leastSlice: Int64 = 15
    /// Rows that are asked for at once.
    static let rowsAtOnce = 200_000
    /// Rows that are looked through for one answer.
    static let mostRows = 2_000_000

    /// Everything in an area and a time, in pieces of time that follow each other.
    ///
    /// - Parameter take: gets the traces of a piece, those that may be given, and whether it must take them; returns false when that would
    ///   be too much, and then the piece counts as not taken.
    func window(
        _ area: ArchiveArea,
        during range: Range<Timestamp>,
        _ basis: inout AnswerBasis,
        take: (_ traces: [Trace], _ isForced: Bool) -> Bool
    ) async throws(APIError) {
        var held: Set<ArchivedAircraft> = []
        var (time, looked, seconds) = (range.lowerBound, 0, Self.slice)
        while time < range.upperBound {
            var end = Self.end(of: time, slice: seconds, in: range)
            let slice = time..<end
            var traces = try await ask { () async throws(ArchiveError) in
                try await archive.traces(in: area, during: slice, limit: Self.rowsAtOnce)
            }
            if let edge = Self.edge(traces) {
                guard edge > time || seconds == 1 else {
                    // Nothing of it is whole: less at once.
                    seconds = max(1, seconds / 4)
                    continue
                }
                end = min(end, max(edge, time.advanced(bySeconds: 1)))
                traces = traces.map { $0.before(end) }
            }
            looked += traces.reduce(0) { $0 + $1.observations.count }
            var given: [Trace] = []
            for trace in traces where !trace.observations.isEmpty {
                let isGiven = mayGive(trace.evidence)
                basis.note(trace.evidence, isGiven: isGiven)
                if isGiven { given.append(trace) } else { held.insert(trace.aircraft) }
            }
            basis.withheld = held.count
            let isFirst = time == range.lowerBound
            guard take(given, isFirst && seconds <= Self.leastSlice) else {
                if isFirst {
                    seconds = max(1, seconds / 4)
                    continue
                }
                basis.next = time
                return
            }
            time = end
            if looked > Self.mostRows, time < range.upperBound {
                basis.next = time
                return
            }
        }
    }

    /// Up to where every trace is whole; `nil` when all are.
    private static func edge(_ traces: [Trace]) -> Timestamp? {
        traces.filter(\.evidence.isCut).map { $0.observations.last?.time ?? Timestamp(nanoseconds: .min) }.min()
    }
}

extension Trace {
    fileprivate func before(_ end: Timestamp) -> Trace {
        var trace = self
        trace.observations.removeAll { $0.time >= end }
        return trace
    }
}
