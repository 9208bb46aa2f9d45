/// How sure the bits of one frame are.
struct BitStrengths {
    /// More weak bits than this are not listed.
    static let listed = 20
    /// 56 or 112.
    let bits: Int
    private var values = [112 of Int16](repeating: 0)
    /// Mean over the frame.
    private(set) var mean = 0
    /// How many bits are weak: of less than half of the mean strength.
    private(set) var weakBits = 0
    /// The first of the weak bits (from 1) that lie behind the format, ascending; `weakListed` of them.
    private(set) var weakList = [20 of UInt8](repeating: 0)
    private(set) var weakListed = 0

    init(bits: Int) { self.bits = bits }

    mutating func set(_ index: Int, _ value: Int16) { values[index] = value }

    /// Computes what depends on all bits.
    mutating func settle() {
        var sum = 0
        for index in 0..<bits { sum = sum &+ Int(values[index]) }
        mean = sum / bits
        // Twice a value is below the mean, if the value is below half of it, rounded up.
        let limit = Int16(truncatingIfNeeded: (mean + 1) / 2)
        for index in 0..<bits where values[index] < limit {
            weakBits += 1
            if index >= 5, weakListed < Self.listed {
                weakList[weakListed] = UInt8(index + 1)
                weakListed += 1
            }
        }
    }

    /// The strength of a bit, counted from 1.
    subscript(bit: Int) -> Int { Int(values[bit - 1]) }

    /// Whether a bit (from 1) has less than half of the mean strength.
    func isWeak(_ bit: Int) -> Bool { 2 * Int(values[bit - 1]) < mean }

    /// Which of the last 24 bits are weak, the last bit lowest.
    var weakParityBits: UInt32 {
        var mask: UInt32 = 0
        for index in bits - 24..<bits { mask = mask << 1 | (2 * Int(values[index]) < mean ? 1 : 0) }
        return mask
    }

    /// How many bits are weaker than one (from 1).
    func weaker(than bit: Int) -> Int {
        let limit = values[bit - 1]
        var count = 0
        for index in 0..<bits where values[index] < limit { count += 1 }
        return count
    }
}
