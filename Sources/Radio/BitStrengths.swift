import ModeS

/// The soft bits of one frame: what they say, and how sure each is.
struct BitStrengths {
    /// More weak bits than this are not listed.
    static let listed = 20
    /// 56 or 112.
    let bits: Int
    /// Above 0 for a "1".
    private var values = [112 of Int16](repeating: 0)
    /// Mean strength over the frame, once settled.
    private(set) var mean = 0
    /// How many bits are weak, of less than half of the mean strength; once settled.
    private(set) var weakBits = 0

    init(bits: Int) { self.bits = bits }

    /// The soft bits of a frame that stand in rows.
    ///
    /// - Parameters:
    ///   - soft: `SoftBits.phases` rows of `FrontEnd.stride` values.
    ///   - tick: where the first bit begins.
    @inline(__always)
    init(_ soft: [Int16], from tick: Int, bits: Int) {
        self.bits = bits
        BitGather.gather(soft, stride: FrontEnd.stride, from: tick, bits: bits, into: &values)
    }

    mutating func set(_ index: Int, _ value: Int16) { values[index] = value }

    /// What the signs say.
    var frame: Frame {
        let (high, low) = BitGather.signs(values, bits: bits)
        return Frame(high: high, low: low)
    }

    /// Computes what depends on all bits.
    mutating func settle() {
        // Values behind the end of a short frame are 0 and add nothing. Two of them do not leave 16 bits.
        let values = values.span
        var strengths = [112 of Int16](repeating: 0)
        var whole = strengths.mutableSpan
        for index in 0..<112 { whole[index] = max(values[index], 0 &- values[index]) }
        var sum: Int32 = 0
        for index in 0..<56 { sum = sum &+ Int32(whole[index] &+ whole[index + 56]) }
        mean = Int(sum) / bits
        // Twice a value is below the mean, if the value is below half of it, rounded up.
        let limit = Int16(truncatingIfNeeded: (mean + 1) / 2)
        var count: Int16 = 0
        for index in 0..<112 { count = count &- ((whole[index] &- limit) &>> 15) }
        weakBits = Int(count) - (limit > 0 ? 112 - bits : 0)
    }

    /// The same, settled.
    func settled() -> BitStrengths {
        var result = self
        result.settle()
        return result
    }

    /// The first of the weak bits (from 1) that lie behind the format, ascending; `count` of them, at most `listed`.
    func listWeak() -> (bits: [20 of UInt8], count: Int) {
        var list = [20 of UInt8](repeating: 0)
        var count = 0
        for bit in 6...bits where count < Self.listed && isWeak(bit) {
            list[count] = UInt8(bit)
            count += 1
        }
        return (list, count)
    }

    /// The strength of a bit, counted from 1.
    subscript(bit: Int) -> Int { abs(Int(values[bit - 1])) }

    /// Whether a bit (from 1) has less than half of the mean strength.
    func isWeak(_ bit: Int) -> Bool { 2 * self[bit] < mean }

    /// Which of the last 24 bits are weak, the last bit lowest.
    var weakParityBits: UInt32 {
        var mask: UInt32 = 0
        for bit in bits - 23...bits { mask = mask << 1 | (isWeak(bit) ? 1 : 0) }
        return mask
    }

    /// How many bits are weaker than one (from 1).
    func weaker(than bit: Int) -> Int {
        let limit = self[bit]
        var count = 0
        for other in 1...bits where self[other] < limit { count += 1 }
        return count
    }
}
