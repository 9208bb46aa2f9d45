import Aero
import Tracking

/// Rows that could not be kept: how many, and of which time.
struct LostRows: Equatable, Sendable {
    private(set) var count = 0
    /// ms since 1970-01-01.
    private var first = Int64.max
    private var last = Int64.min

    mutating func note(_ batch: ObservationBatch) {
        count += batch.rows.count
        for row in batch.rows {
            first = min(first, row.observation.milliseconds)
            last = max(last, row.observation.milliseconds)
        }
    }

    mutating func note(_ other: LostRows) {
        count += other.count
        first = min(first, other.first)
        last = max(last, other.last)
    }

    /// `nil` when nothing was lost.
    var during: Range<Timestamp>? {
        guard first <= last else { return nil }
        let start = Timestamp(nanoseconds: first.multipliedReportingOverflow(by: 1_000_000).partialValue)
        return start..<start.advanced(bySeconds: Double(last - first + 1) / 1000)
    }
}
