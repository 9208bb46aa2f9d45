/// The sum over all ways to make the stops of an itinerary in order, and when each was likeliest made.
///
/// A stop may be left out at a cost; two that are made lie apart by the fastest leg at least.
struct ChainSum {
    private let grid: VisitGrid
    private var forward: [Double]
    private var sums: [Double]
    private var backward: [Double]
    private var suffixes: [Double]
    private let missed: [Double]

    init(grid: VisitGrid) {
        self.grid = grid
        let size = grid.stops.count * grid.slots
        forward = Array(repeating: 0, count: size)
        backward = forward
        // One more a stop: sums before the first, and after the last.
        sums = Array(repeating: 0, count: grid.stops.count * (grid.slots + 1))
        suffixes = sums
        var missed = [1.0]
        for _ in grid.stops { missed.append((missed.last ?? 1) * grid.rules.missedStopShare) }
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

    /// For each stop the probability that it was made and the slot in which it was likeliest; after `total(_:)` of the same weights.
    mutating func marginals(_ weights: [Double], total: Double) -> [(made: Double, slot: Int)] {
        let (count, slots) = (grid.stops.count, grid.slots)
        var result = Array(repeating: (made: 0.0, slot: 0), count: count)
        for stop in (0..<count).reversed() {
            var best = 0.0
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
                let joint = forward[stop * slots + slot] * ways
                result[stop].made += joint / total
                if joint > best {
                    best = joint
                    result[stop].slot = slot
                }
            }
        }
        return result
    }
}
