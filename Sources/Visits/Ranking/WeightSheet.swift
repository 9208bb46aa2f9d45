/// The weights of one aircraft at all stops of a grid, slot by slot, and what is known of the stop at hand.
struct WeightSheet {
    /// Of all stops one after the other.
    private(set) var weights: [Double]
    var evidence = StopEvidence()
    private let slots: Int
    private var offset = 0

    init(grid: VisitGrid) {
        slots = grid.slots
        weights = Array(repeating: 0, count: grid.stops.count * grid.slots)
    }

    mutating func clear() { for number in weights.indices { weights[number] = 0 } }

    /// Turns to a stop, by its number among those of the grid.
    mutating func turn(to stop: Int) {
        offset = stop * slots
        evidence = StopEvidence()
    }

    mutating func add(_ weight: Double, at slot: Int) { weights[offset + slot] += weight }

    /// Multiplies the weights of a stop within spans of slots, each slot once.
    ///
    /// - Returns: by how much the sum of its weights grew; 1 where there were none.
    mutating func scale(stop: Int, spans: [ClosedRange<Int>], by factor: Double) -> Double {
        let here = stop * slots
        let before = weights[here..<(here + slots)].reduce(0, +)
        var next = 0
        for span in spans {
            let (low, high) = (max(next, span.lowerBound), min(slots - 1, span.upperBound))
            guard low <= high else { continue }
            for slot in low...high { weights[here + slot] *= factor }
            next = high + 1
        }
        return before > 0 ? weights[here..<(here + slots)].reduce(0, +) / before : 1
    }
}
