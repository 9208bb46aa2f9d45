import Tracking

/// The positions of a path in pieces: where there was silence, a piece ends.
struct TracePieces {
    struct Gap: Hashable {
        let from: Observation
        let to: Observation
    }

    private(set) var pieces: [[Observation]] = []
    private(set) var gaps: [Gap] = []

    /// - Parameter last: the position before the rows, if there was one.
    init(_ rows: [Observation], after last: Observation?) {
        var last = last
        for row in rows where row.hasPosition {
            if let last, Self.joins(last, row) {
                // The day before ends where this one begins.
                if pieces.isEmpty { pieces.append([last]) }
                pieces[pieces.count - 1].append(row)
            } else {
                if let last { gaps.append(Gap(from: last, to: row)) }
                pieces.append([row])
            }
            last = row
        }
    }

    private static func joins(_ last: Observation, _ row: Observation) -> Bool {
        !row.flags.contains(.afterGap) && row.milliseconds - last.milliseconds <= TraceConvention.gap
    }
}
