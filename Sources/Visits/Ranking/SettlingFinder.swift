import Aero
import Flights

/// Finds the observation that would change the ranking most.
///
/// Hearing at a stop tells apart who was there unseen: each candidate whose landing there was not heard is one answer, everybody else
/// together another. The expected information is the entropy of the answer.
struct SettlingFinder {
    let grid: VisitGrid

    /// Less than this would change nothing that is told.
    private static let leastBits = 0.05

    func observations(_ candidates: [Candidate]) -> [SettlingObservation] {
        var found: [SettlingObservation] = []
        for (number, stop) in grid.stops.enumerated() {
            var shares: [Double] = []
            var times: [(time: Timestamp, share: Double)] = []
            for candidate in candidates where candidate.probability > 1e-4 && !candidate.evidence[number].isSeen {
                guard candidate.evidence[number].fit != nil, let time = candidate.arrivals[number] else { continue }
                shares.append(candidate.probability)
                times.append((time, candidate.probability))
            }
            guard let first = times.max(by: { $0.share < $1.share }) else { continue }
            let rest = max(0, 1 - shares.reduce(0, +))
            let bits = (shares + [rest]).reduce(0) { sum, share in
                share > 0 ? sum - share * Trigonometry.naturalLogarithm(share) / Trigonometry.naturalLogarithm(2) : sum
            }
            guard bits >= Self.leastBits else { continue }
            // An hour around the likeliest arrivals that hold most.
            let near = times.filter { $0.share > first.share / 4 }.map(\.time)
            guard let low = near.min(), let high = near.max(),
                let span = Span(earliest: low.advanced(bySeconds: -1_800), latest: high.advanced(bySeconds: 1_800))
            else { continue }
            let airport = stop.airports.max { $0.weight < $1.weight } ?? stop.airports[0]
            found.append(SettlingObservation(stop: stop.number, airport: airport.code, span: span, bits: bits))
        }
        return found.sorted { ($1.bits, $0.stop) < ($0.bits, $1.stop) }
    }
}
