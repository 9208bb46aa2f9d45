/// How sure the bits of one frame are.
struct BitStrengths {
    /// 56 or 112.
    let bits: Int
    private var values = [112 of Int](repeating: 0)
    /// Mean over the frame.
    private(set) var mean = 0
    /// How many bits are weak.
    private(set) var weakBits = 0

    init(bits: Int) { self.bits = bits }

    mutating func set(_ index: Int, _ value: Int) { values[index] = value }

    /// Computes what depends on all bits.
    mutating func settle() {
        var sum = 0
        for index in 0..<bits { sum += values[index] }
        mean = sum / bits
        var weak = 0
        for index in 0..<bits where 2 * values[index] < mean { weak += 1 }
        weakBits = weak
    }

    /// The strength of a bit, counted from 1.
    subscript(bit: Int) -> Int { values[bit - 1] }

    /// Whether a bit (from 1) has less than half of the mean strength.
    func isWeak(_ bit: Int) -> Bool { 2 * values[bit - 1] < mean }

    /// How many bits are weaker than one (from 1).
    func weaker(than bit: Int) -> Int {
        let limit = values[bit - 1]
        var count = 0
        for index in 0..<bits where values[index] < limit { count += 1 }
        return count
    }

    /// The weakest bits (from 1), weakest first; never one of the first five.
    func weakest(_ count: Int) -> [Int] {
        var chosen: [Int] = []
        chosen.reserveCapacity(count + 1)
        for bit in 6...bits {
            let value = values[bit - 1]
            if chosen.count == count, let last = chosen.last, values[last - 1] <= value { continue }
            var place = chosen.count
            while place > 0, values[chosen[place - 1] - 1] > value { place -= 1 }
            chosen.insert(bit, at: place)
            if chosen.count > count { chosen.removeLast() }
        }
        return chosen
    }
}
