import Aero
import Tracking

/// Everything in an area and a time as a page replays it: paths by aircraft, thinned to what its speed can show.
struct ReplayWindow {
    /// One aircraft's path.
    struct Path {
        let aircraft: ArchivedAircraft
        var rows: [Observation] = []
        var names = PastNames()
        /// What it called itself, from when on.
        var changes: [IdentityChange] = []
    }

    /// Least seconds between two points of a path; points on both sides of a silence are always kept.
    let spacing: Double
    /// Points at most.
    let bound: Int
    private(set) var paths: [Path] = []
    private(set) var points = 0
    private var places: [ArchivedAircraft: Int] = [:]

    init(spacing: Double, bound: Int) {
        self.spacing = spacing
        self.bound = bound
    }

    /// Adds what came later than all before.
    ///
    /// - Returns: false, and nothing is added, when there would be too many points.
    mutating func add(_ traces: [Trace], isForced: Bool) -> Bool {
        let kept = traces.map { trace in
            thinned(trace.observations, after: places[trace.aircraft].flatMap { paths[$0].rows.last })
        }
        let count = kept.reduce(0) { $0 + $1.count }
        guard isForced || points + count <= bound else { return false }
        points += count
        for (trace, rows) in zip(traces, kept) {
            let place = places[trace.aircraft] ?? paths.count
            if place == paths.count {
                places[trace.aircraft] = place
                paths.append(Path(aircraft: trace.aircraft))
            }
            paths[place].rows.append(contentsOf: rows)
            paths[place].names.note(trace.names)
            let known = paths[place].changes.last?.milliseconds ?? .min
            paths[place].changes.append(contentsOf: trace.names.filter { $0.milliseconds > known })
        }
        return true
    }

    /// Which rows are kept; where silence lay before one it is marked now, because afterwards distance in time says nothing any more.
    private func thinned(_ rows: [Observation], after earlier: Observation?) -> [Observation] {
        var (heard, last) = (earlier, earlier)
        var kept: [Observation] = []
        let placed = rows.filter(\.hasPosition)
        for (index, original) in placed.enumerated() {
            var row = original
            if row.isAfterGap(heard) { row.flags.insert(.afterGap) }
            heard = row
            let isLast = index + 1 == placed.count || placed[index + 1].isAfterGap(row)
            let elapsed = last.map { Double(row.milliseconds - $0.milliseconds) / 1000 } ?? .infinity
            guard elapsed >= spacing || isLast || row.flags.contains(.afterGap) else { continue }
            kept.append(row)
            last = row
        }
        return kept
    }
}
