import Tracking

/// The order in which rows are kept: by time; for one time those with a position first, and else in the order in which they came.
enum RowOrder {
    /// Sorts, and leaves out rows that are the same in everything: the same fact twice is one fact.
    ///
    /// - Parameter rows: `heardBy` of all of them points into one list of different sets.
    static func settle(_ rows: inout [Observation]) {
        guard rows.count > 1 else { return }
        var isRising = true
        var hasTwins = false
        for index in 1..<rows.count {
            if rows[index].milliseconds > rows[index - 1].milliseconds { continue }
            if rank(rows[index]) < rank(rows[index - 1]) {
                isRising = false
                break
            }
            hasTwins = true
        }
        if !isRising {
            let order = rows.indices.sorted { left, right in
                let (first, second) = (rank(rows[left]), rank(rows[right]))
                return first == second ? left < right : first < second
            }
            rows = order.map { rows[$0] }
            hasTwins = true
        }
        if hasTwins { leaveOutTwins(&rows) }
    }

    private static func rank(_ row: Observation) -> (Int64, Int) { (row.milliseconds, row.hasPosition ? 0 : 1) }

    private static func leaveOutTwins(_ rows: inout [Observation]) {
        var kept: [Observation] = []
        kept.reserveCapacity(rows.count)
        var moment: Set<Observation> = []
        for row in rows {
            if let last = kept.last, last.milliseconds == row.milliseconds {
                if moment.isEmpty { moment.insert(last) }
                guard moment.insert(row).inserted else { continue }
            } else if !moment.isEmpty {
                moment.removeAll(keepingCapacity: true)
            }
            kept.append(row)
        }
        rows = kept
    }
}
