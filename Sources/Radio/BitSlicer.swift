import ModeS

/// Reads bits from the rows of soft bits. Places are ticks of a fifth of a sample within the row: 5 x sample + phase.
struct BitSlicer: Sendable {
    /// Ticks from the start of the preamble to the first bit.
    static let dataStart = 96
    /// Ticks of one bit.
    static let bitTicks = 12
    /// Where bit k stands in the rows, for each of the five phases of the first bit.
    private let places: [Int]

    init() {
        var places: [Int] = []
        for phase in 0..<SoftBits.phases {
            for bit in 0..<112 {
                let tick = phase + bit * Self.bitTicks
                places.append(tick % SoftBits.phases * FrontEnd.stride + tick / SoftBits.phases)
            }
        }
        self.places = places
    }

    /// How well the preamble fits a start; the unit is the soft bit's.
    @inline(__always)
    func preamble(_ soft: [Int16], at tick: Int) -> Int {
        value(soft, tick) + value(soft, tick + 12) - value(soft, tick + 36) - value(soft, tick + 48)
    }

    @inline(__always)
    private func value(_ soft: [Int16], _ tick: Int) -> Int {
        Int(soft[tick % SoftBits.phases * FrontEnd.stride + tick / SoftBits.phases])
    }

    /// The first five bits of a frame whose preamble starts at a tick.
    @inline(__always)
    func format(_ soft: [Int16], at tick: Int) -> Int {
        let first = tick + Self.dataStart
        let base = first / SoftBits.phases
        let row = first % SoftBits.phases * 112
        var bits = 0
        for bit in 0..<5 { bits = bits << 1 | (soft[base + places[row + bit]] > 0 ? 1 : 0) }
        return bits
    }

    /// A whole frame, 56 or 112 bits by its first.
    func frame(_ soft: [Int16], at tick: Int, isLong: Bool) -> Frame {
        let first = tick + Self.dataStart
        let base = first / SoftBits.phases
        let row = first % SoftBits.phases * 112
        let soft = soft.span
        let places = places.span.extracting(row..<row + 112)
        var high: UInt64 = 0
        var low: UInt64 = 0
        if isLong {
            for bit in 0..<64 { high = high &<< 1 | Self.bit(soft[base + places[bit]]) }
            for bit in 64..<112 { low = low &<< 1 | Self.bit(soft[base + places[bit]]) }
            return Frame(high: high, low: low &<< 16)
        }
        for bit in 0..<56 { high = high &<< 1 | Self.bit(soft[base + places[bit]]) }
        return Frame(high: high &<< 8, low: 0)
    }

    /// 1 for a value above 0, without a branch: the bits are as good as random, so half the branches would be guessed wrong.
    @inline(__always)
    private static func bit(_ value: Int16) -> UInt64 { UInt64(truncatingIfNeeded: 0 &- Int(value)) &>> 63 }

    /// How sure each bit is, and the mean over the frame.
    func strengths(_ soft: [Int16], at tick: Int, bits: Int) -> BitStrengths {
        let first = tick + Self.dataStart
        let base = first / SoftBits.phases
        let row = first % SoftBits.phases * 112
        var result = BitStrengths(bits: bits)
        for bit in 0..<bits { result.set(bit, abs(soft[base + places[row + bit]])) }
        result.settle()
        return result
    }
}
