import Aero
import Tracking

extension HistoryReader {
    /// Seconds that are asked for at once: archives cut their own pieces so.
    static let slice: Int64 = 900
    /// Seconds of which an answer holds everything, however much it is.
    static let leastSlice: Int64 = 15
    /// Aircraft that are asked for at once.
    static let aircraftAtOnce = 100_000
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
        var (time, looked, seconds) = (range.lowerBound, 0, Self.slice)
        while time < range.upperBound {
            let slice = time..<Self.end(of: time, slice: seconds, in: range)
            let traces = try await ask { () async throws(ArchiveError) in
                try await archive.traces(in: area, during: slice, limit: Self.aircraftAtOnce)
            }
            // An answer that is cut may lack whole aircraft: less at once, until it is whole.
            if seconds > 1, traces.contains(where: \.evidence.isCut) {
                seconds = max(1, seconds / 4)
                continue
            }
            looked += traces.reduce(0) { $0 + $1.observations.count }
            var (given, pieceBasis) = ([Trace](), basis)
            for trace in traces {
                let isEmpty = trace.observations.isEmpty
                let isGiven = mayGive(trace.evidence)
                // What could not be read is told of, whoever it was.
                pieceBasis.note(trace.evidence, isGiven: isGiven && !isEmpty)
                guard !isEmpty else { continue }
                if isGiven {
                    given.append(trace)
                } else {
                    pieceBasis.withhold(trace.observations.count, of: trace.aircraft)
                }
            }
            let isFirst = time == range.lowerBound
            guard take(given, isFirst && seconds <= Self.leastSlice) else {
                if isFirst {
                    seconds = max(1, seconds / 4)
                    continue
                }
                basis.next = time
                return
            }
            // What is asked again in smaller pieces is not counted twice.
            basis = pieceBasis
            time = slice.upperBound
            seconds = min(Self.slice, seconds * 2)
            if looked > Self.mostRows, time < range.upperBound {
                basis.next = time
                return
            }
        }
    }
}
