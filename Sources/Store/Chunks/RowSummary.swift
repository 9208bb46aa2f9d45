import ModeS
import Tracking

/// What a chunk or block says of its rows beside them.
struct RowSummary: Hashable {
    private(set) var count = 0
    private(set) var first: Int64 = .max
    private(set) var last: Int64 = .min
    private(set) var box = PathBox()
    /// 25 ft, barometric or else geometric; `lowest` is above `highest` where no row has one.
    private(set) var lowest: Int16 = .max
    private(set) var highest: Int16 = .min
    /// Bit n is set where `SourceClass` n is there.
    private(set) var sources: UInt32 = 0

    init() {}

    init(_ rows: some Sequence<Observation>) {
        for row in rows { add(row) }
    }

    mutating func add(_ row: Observation) {
        count += 1
        first = min(first, row.milliseconds)
        last = max(last, row.milliseconds)
        box.add(row)
        let altitude = row.barometricSteps == .min ? row.geometricSteps : row.barometricSteps
        if altitude != .min {
            lowest = min(lowest, altitude)
            highest = max(highest, altitude)
        }
        sources |= 1 << UInt32(row.sourceClass.rawValue)
    }
}
