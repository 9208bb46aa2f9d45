import ModeS

/// Reads bits from the rows of soft bits. Places are ticks of a fifth of a sample within the row: 5 x sample + phase.
enum BitSlicer {
    /// Ticks from the start of the preamble to the first bit.
    static let dataStart = 96
    /// Ticks of one bit.
    static let bitTicks = 12
    /// Where the soft bit of a tick stands, counted from that of tick 0.
    @inline(__always)
    private static func place(_ tick: Int) -> Int {
        tick % SoftBits.phases * FrontEnd.stride + tick / SoftBits.phases
    }

    /// The first five bits of a frame whose preamble starts at a tick.
    @inline(__always)
    static func format(_ soft: [Int16], at tick: Int) -> Int {
        var bits = 0
        for bit in 0..<5 {
            bits = bits << 1 | (soft[place(tick + dataStart + bit * bitTicks)] >= 0 ? 1 : 0)
        }
        return bits
    }

    /// How sure those five bits are together.
    @inline(__always)
    static func strengthOfFormat(_ soft: [Int16], at tick: Int) -> Int {
        var sum = 0
        for bit in 0..<5 { sum += abs(Int(soft[place(tick + dataStart + bit * bitTicks)])) }
        return sum
    }

    /// The soft bits of the frame whose preamble starts at a tick, not settled yet.
    @inline(__always)
    static func bits(_ soft: [Int16], at tick: Int, count: Int) -> BitStrengths {
        BitStrengths(soft, from: tick + dataStart, bits: count)
    }
}
