import Aero
import ModeS

/// From a tile of samples to soft bits and marks.
///
/// All samples go through the envelope and the gate of preambles. Soft bits are computed only where somebody asks for them, by `prepare`.
/// A tile has `tile` places for candidates. It stands in rows of `history + tile + lookahead` samples, so that a frame which
/// begins at the last place is whole. Storage is allocated once.
struct FrontEnd: Sendable {
    /// Places for candidates.
    static let tile = 8192
    /// Samples kept before the first place: the filters look back four, the local maximum one.
    static let history = 8
    /// Samples behind the last place: a long frame (288), its filters, and the phases around it.
    static let lookahead = 312
    /// Samples of one row.
    static let row = history + tile + lookahead
    /// Full scale of the envelope.
    static let fullScale: Float = 510

    /// Taps of the half-way filter that lie before the sample.
    private static let back = 3
    /// Envelope at the samples, from the row's sample `back` on.
    private(set) var even: [Int16]
    /// Rows of soft bits, `stride` values each, on the places of `even`; valid where `prepare` was asked.
    private(set) var soft: [Int16]
    /// Soft bits of one row.
    static let stride = row - 8
    /// 0 or more at the candidates, less than 0 elsewhere, from the first place on.
    private(set) var marks: [Int16]
    /// Mean envelope of the quiet parts.
    private(set) var noise: Float = 0
    /// How often the signal was doubled to make use of the 16 bits; 0 for 8-bit formats.
    private(set) var doublings = 0
    /// What a preamble must reach on the soft bits.
    private(set) var preambleThreshold = 0

    /// Constant and imbalance of the receiver; for small rows to be taken out where they are filled.
    private(set) var balance = SignalBalance()

    private var nextDoublings = 0
    /// The doublings that `noise` was measured with.
    private var noiseDoublings = 0
    private let coarse: Bool
    private let mayDouble: Bool
    private let gateFactor: Float
    private let thresholdFactor: Float
    private var isFirst = true
    private var balancedTiles = 0
    /// Highest value of the envelope in a small row.
    private var peak: Int16 = 0
    /// Where the quietest block of the tile begins, counted from its first place.
    private var quietest = 0
    private var scaledI: [Int16] = []
    private var scaledQ: [Int16] = []
    private var middleI: [Int16] = []
    private var middleQ: [Int16] = []
    private var odd: [Int16]
    private var score: [Int16]
    /// Up to where soft bits are computed.
    private var preparedEnd = 0

    /// - Parameter isSmall: whether rows come within ±255, as 8-bit samples of 2.4 MS/s do.
    init(isSmall: Bool, effort: Effort) {
        coarse = effort == .low
        mayDouble = !isSmall
        (gateFactor, thresholdFactor) =
            switch effort {
            case .low: (6.5, 22)
            case .normal: (5.5, 12)
            case .high: (4.2, 10)
            }
        let empty = [Int16](repeating: 0, count: Self.row)
        (even, odd, score) = (empty, empty, empty)
        soft = [Int16](repeating: 0, count: SoftBits.phases * Self.stride)
        marks = [Int16](repeating: 0, count: Self.tile)
    }

    /// Where in `even` and in the rows of soft bits the first place stands.
    static let origin = history - back

    /// Takes one full row of samples; afterwards `even`, `marks` and `noise` speak of it.
    mutating func run(_ row: SampleRow) {
        doublings = nextDoublings
        repeat { makeEnvelope(row) } while follow(realSamples: row.filled)
        isFirst = false
        noiseDoublings = doublings
        preparedEnd = 0
        balanceOut(row)
        search()
    }

    private mutating func makeEnvelope(_ row: SampleRow) {
        let count = Self.row - 7
        if row.isSmall {
            peak = Envelope.magnitude(row.inPhase, row.quadrature, from: Self.back, into: &even, count: count)
            return
        }
        let shift = 7 - doublings
        let offset = balance.offset
        let (gain, cross) = balance.correction
        if scaledI.isEmpty {
            let empty = [Int16](repeating: 0, count: Self.row)
            (scaledI, scaledQ) = (empty, empty)
            if !row.middleInPhase.isEmpty { (middleI, middleQ) = (empty, empty) }
        }
        SampleConversion.scale(row.inPhase, shift: shift, centre: offset.0, into: &scaledI, count: Self.row)
        SampleConversion.scale(row.quadrature, shift: shift, centre: offset.1, into: &scaledQ, count: Self.row)
        if gain != 0 || cross != 0 {
            SampleConversion.balance(scaledI, &scaledQ, gain: gain, cross: cross, from: 0, count: Self.row)
        }
        Envelope.magnitude(scaledI, scaledQ, from: Self.back, into: &even, count: count)
        if !coarse, !row.middleInPhase.isEmpty {
            SampleConversion.scale(row.middleInPhase, shift: shift, centre: offset.0, into: &middleI, count: Self.row)
            SampleConversion.scale(
                row.middleQuadrature,
                shift: shift,
                centre: offset.1,
                into: &middleQ,
                count: Self.row
            )
            if gain != 0 || cross != 0 {
                SampleConversion.balance(middleI, &middleQ, gain: gain, cross: cross, from: 0, count: Self.row)
            }
        }
    }

    /// Learns the receiver's constant and imbalance from the quietest block of the tile: the mean of all such blocks so far, later of the
    /// last 32.
    private mutating func balanceOut(_ row: SampleRow) {
        let block = Self.history + quietest..<Self.history + quietest + 128
        guard row.filled >= block.upperBound else { return }
        balancedTiles = min(32, balancedTiles + 1)
        let step = 1 / Float(balancedTiles)
        var learnt = balance
        if row.isSmall {
            learnt.follow(row.inPhase.span.extracting(block), row.quadrature.span.extracting(block), step: step)
        } else {
            learnt.follow(scaledI.span.extracting(block), scaledQ.span.extracting(block), step: step)
        }
        balance = learnt
    }

    /// Samples of the tile's own places that are clipped; for rows that were not converted.
    func clippedSamples(_ row: SampleRow) -> Int {
        if !row.isSmall {
            return SampleConversion.clipped(row.inPhase, row.quadrature, from: Self.history, count: Self.tile)
        }
        // What is at the end of its range has twice that length, less what was taken for the centre: only then is it worth counting.
        let offset = balance.offset
        guard peak >= 510 - 2 * max(abs(offset.0), abs(offset.1)) else { return 0 }
        return SampleConversion.clippedSmall(
            row.inPhase,
            row.quadrature,
            centre: offset,
            from: Self.history,
            count: Self.tile
        )
    }

    /// Makes the soft bits of some places valid. Calls must come with ascending starts within one tile.
    ///
    /// - Parameters:
    ///   - places: in `even`.
    ///   - row: the one that `run` was given.
    mutating func prepare(_ places: Range<Int>, of row: SampleRow) {
        guard places.upperBound > preparedEnd else { return }
        let start = max(preparedEnd, places.lowerBound)
        // In steps, so that those who feel their way forward do not come for each sample.
        let count = min(Self.stride - 3 - start, (places.upperBound - start + 15) & ~15)
        guard count > 0 else { return }
        preparedEnd = start + count
        if coarse {
            SoftBits.fillCoarse(even: even, rows: &soft, stride: Self.stride, from: start, count: count)
            return
        }
        let points = min(count + 3, Self.row - 7 - start)
        if !middleI.isEmpty {
            Envelope.magnitude(middleI, middleQ, from: Self.back + start, into: &odd, at: start, count: points)
        } else if row.isSmall {
            Envelope.between(row.inPhase, row.quadrature, from: start, into: &odd, count: points)
        } else {
            Envelope.between(scaledI, scaledQ, from: start, into: &odd, count: points)
        }
        SoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, from: start, count: count)
    }

    /// Follows the noise; says whether the tile has to be done again with another doubling (only the first is).
    private mutating func follow(realSamples: Int) -> Bool {
        let quiet = quietLevel(blocks: max(1, min(32, (realSamples - Self.history) / 256)))
        let step = mayDouble && quiet < 5 && doublings < 6 ? 1 : mayDouble && quiet > 24 && doublings > 0 ? -1 : 0
        nextDoublings = doublings + step
        if isFirst {
            noise = quiet
            if step > 0 { doublings = nextDoublings }
            return step > 0
        }
        // Each doubling since the last tile has doubled what is measured.
        if doublings != noiseDoublings {
            let factor: Float = doublings > noiseDoublings ? 2 : 0.5
            noise *= factor
            balance.scale(by: factor)
        }
        noiseDoublings = doublings
        noise += (quiet - noise) / 8
        return false
    }

    /// Lower quartile of the means of at most 32 blocks of 128 samples, every second of the tile.
    private mutating func quietLevel(blocks: Int) -> Float {
        var means = [32 of Int32](repeating: 0)
        var least = Int32.max
        for block in 0..<blocks {
            let start = Self.origin + 256 * block
            means[block] = Self.sum(of: even.span.extracting(start..<start + 128))
            if means[block] < least { (least, quietest) = (means[block], 256 * block) }
        }
        // By insertion: 32 numbers at most.
        for index in 1..<max(1, blocks) {
            let value = means[index]
            var place = index
            while place > 0, means[place - 1] > value {
                means[place] = means[place - 1]
                place -= 1
            }
            means[place] = value
        }
        return Float(means[blocks / 4]) / 128
    }

    /// The sum of 128 values of the envelope: four at a time in 16 bits, which they cannot leave.
    @inline(__always)
    private static func sum(of block: Span<Int16>) -> Int32 {
        let a = block.extracting(0..<32)
        let b = block.extracting(32..<64)
        let c = block.extracting(64..<96)
        let d = block.extracting(96..<128)
        var sum: Int32 = 0
        for index in 0..<32 { sum = sum &+ Int32((a[index] &+ b[index]) &+ (c[index] &+ d[index])) }
        return sum
    }

    /// Mean noise power in dB of full scale.
    var noiseLevel: Float {
        // The mean of a Rayleigh envelope is sqrt(pi / 4) of its root mean square.
        let scaled = max(noise, 0.01) / (Self.fullScale * Float(1 << doublings))
        return Float(20 * Trigonometry.log10(Double(scaled))) + 1.05
    }

    /// Mean power of the pulses of a frame, full scale being 1.
    ///
    /// - Parameter tick: start of the preamble in ticks of the row.
    func power(of frame: Frame, at tick: Int) -> Float {
        var sum = 0
        // Every fifth bit stands twelve samples further on.
        for first in 0..<5 {
            // The middle of the pulse lies 3 ticks behind the start of its half.
            let start = tick + BitSlicer.dataStart + BitSlicer.bitTicks * first
            let (one, zero) = (point(nearest: start + 3), point(nearest: start + 9))
            var sample = 0
            var bit = first
            while bit < frame.bitCount {
                let word = bit < 64 ? frame.high &<< UInt64(bit) : frame.low &<< UInt64(bit - 64)
                let value = Int(word &>> 63 == 1 ? envelope(one, sample) : envelope(zero, sample))
                sum &+= value &* value
                sample &+= 12
                bit &+= 5
            }
        }
        let scale = Self.fullScale * Float(1 << doublings)
        return max(1e-9, Float(sum) / (Float(frame.bitCount) * scale * scale))
    }

    /// The nearest point of the envelope to a tick: of the samples and, where there are any, of the points half way.
    private func point(nearest tick: Int) -> (sample: Int, isHalfWay: Bool) {
        if coarse { return ((tick + 2) / SoftBits.phases, false) }
        let half = (2 * tick + 2) / SoftBits.phases
        return (half / 2, half & 1 == 1)
    }

    @inline(__always)
    private func envelope(_ point: (sample: Int, isHalfWay: Bool), _ further: Int) -> Int16 {
        point.isHalfWay ? odd[point.sample + further] : even[point.sample + further]
    }

    private mutating func search() {
        PreambleGate.score(even, from: Self.origin - 1, into: &score, count: Self.tile + 2)
        preambleThreshold = Int(min(8000, max(24, noise * thresholdFactor)))
        let threshold = min(2500, max(8, noise * gateFactor))
        let floor = min(4000, noise * 6)
        PreambleGate.mark(
            score: score,
            envelope: even,
            from: Self.origin,
            threshold: Int16(threshold),
            quietFloor: Int16(floor),
            into: &marks,
            count: Self.tile
        )
    }
}
