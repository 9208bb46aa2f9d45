/// The sum over all ways to make the stops of an itinerary in order, and when each was likeliest made.
///
/// A stop may be left out at a cost; two that are made lie apart by the fastest leg at least.
struct ChainSum {
    private let grid: VisitGrid
    private var forward: [Double]
    private var sums: [Double]
    private var joint: [Double]
    private var suffixes: [Double]
    private let missed: [Double]

    /// - Parameter missedShare: what leaving a stop out costs.
    init(grid: VisitGrid, missedShare: Double) {
        self.grid = grid
        let size = grid.stops.count * grid.slots
        forward = Array(repeating: 0, count: size)
        joint = forward
        // One more a stop: sums before the first, and after the last.
        sums = Array(repeating: 0, count: grid.stops.count * (grid.slots + 1))
        suffixes = sums
        var missed = [1.0]
        for _ in grid.stops { missed.append((missed.last ?? 1) * missedShare) }
        self.missed = missed
    }

    /// - Parameter weights: of all stops one after the other, slot by slot.
    mutating func total(_ weights: [Double]) -> Double {
        let (count, slots) = (grid.stops.count, grid.slots)
        var total = 0.0
        for stop in 0..<count {
            var sum = 0.0
            sums[stop * (slots + 1)] = 0
            for slot in 0..<slots {
                let weight = weights[stop * slots + slot]
                var ways = missed[stop]
                if weight > 0 {
                    for before in 0..<stop {
                        let end = slot - grid.leastSlots[before][stop]
                        if end >= 0 { ways += missed[stop - before - 1] * sums[before * (slots + 1) + end + 1] }
                    }
                }
                let value = weight * ways
                forward[stop * slots + slot] = value
                sum += value
                sums[stop * (slots + 1) + slot + 1] = sum
            }
            total += missed[count - 1 - stop] * sum
        }
        return total
    }

    /// For each stop whether and when it was made; after `total(_:)` of the same weights.
    mutating func marginals(_ weights: [Double], total: Double) -> [MadeStop] {
        let (count, slots) = (grid.stops.count, grid.slots)
        for stop in (0..<count).reversed() {
            suffixes[stop * (slots + 1) + slots] = 0
            for slot in (0..<slots).reversed() {
                let weight = weights[stop * slots + slot]
                var ways = missed[count - 1 - stop]
                if weight > 0 {
                    for after in (stop + 1)..<max(stop + 1, count) {
                        let begin = slot + grid.leastSlots[stop][after]
                        if begin < slots { ways += missed[after - stop - 1] * suffixes[after * (slots + 1) + begin] }
                    }
                }
                suffixes[stop * (slots + 1) + slot] = suffixes[stop * (slots + 1) + slot + 1] + weight * ways
                joint[stop * slots + slot] = forward[stop * slots + slot] * ways / total
            }
        }
        return (0..<count).map { MadeStop(joint: joint[($0 * slots)..<(($0 + 1) * slots)]) }
    }
}
