import Aero
import ModeS

/// From a tile of samples to soft bits and marks: everything that is done for each sample, whatever is in it.
///
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
    /// Rows of soft bits, `stride` values each, on the places of `even`.
    private(set) var soft: [Int16]
    /// Soft bits of one row.
    static let stride = row - 8
    /// -1 at the candidates, from the first place on.
    private(set) var marks: [Int16]
    /// Mean envelope of the quiet parts.
    private(set) var noise: Float = 0
    /// How often the signal was doubled to make use of the 16 bits; 0 for 8-bit formats.
    private(set) var doublings = 0

    private var nextDoublings = 0
    /// The doublings that `noise` was measured with.
    private var noiseDoublings = 0
    private let coarse: Bool
    private let mayDouble: Bool
    private let thresholdFactor: Float
    private var isFirst = true
    private var scaledI: [Int16]
    private var scaledQ: [Int16]
    private var middleI: [Int16]
    private var middleQ: [Int16]
    private var odd: [Int16]
    private var score: [Int16]

    init(format: SampleFormat, effort: Effort) {
        coarse = effort == .low
        mayDouble = format.bytesPerSample == 4
        thresholdFactor =
            switch effort {
            case .low: 22
            case .normal: 12
            case .high: 10
            }
        let empty = [Int16](repeating: 0, count: Self.row)
        (even, odd, scaledI, scaledQ, middleI, middleQ, score) = (empty, empty, empty, empty, empty, empty, empty)
        soft = [Int16](repeating: 0, count: SoftBits.phases * Self.stride)
        marks = [Int16](repeating: 0, count: Self.tile)
    }

    /// Where in `even` and in the rows of soft bits the first place stands.
    static let origin = history - back

    /// Takes one full row of samples; afterwards `even`, `soft`, `marks` and `noise` speak of it.
    mutating func run(_ row: SampleRow) {
        doublings = nextDoublings
        repeat { makeEnvelope(row) } while follow(realSamples: row.filled)
        isFirst = false
        noiseDoublings = doublings
        if coarse {
            SoftBits.fillCoarse(even: even, rows: &soft, stride: Self.stride, count: Self.stride - 3)
        } else {
            SoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, count: Self.stride - 3)
        }
        search()
    }

    private mutating func makeEnvelope(_ row: SampleRow) {
        let count = Self.row - 7
        let shift = 7 - doublings
        SampleConversion.scale(row.inPhase, shift: shift, into: &scaledI, count: Self.row)
        SampleConversion.scale(row.quadrature, shift: shift, into: &scaledQ, count: Self.row)
        Envelope.magnitude(scaledI, scaledQ, from: Self.back, doubling: 1, into: &even, count: count)
        if coarse { return }
        if row.middleInPhase.isEmpty {
            Envelope.interpolate(scaledI, into: &middleI, count: count)
            Envelope.interpolate(scaledQ, into: &middleQ, count: count)
            Envelope.magnitude(middleI, middleQ, from: 0, doubling: 0, into: &odd, count: count)
        } else {
            SampleConversion.scale(row.middleInPhase, shift: shift, into: &middleI, count: Self.row)
            SampleConversion.scale(row.middleQuadrature, shift: shift, into: &middleQ, count: Self.row)
            Envelope.magnitude(middleI, middleQ, from: Self.back, doubling: 1, into: &odd, count: count)
        }
    }

    /// Follows the noise; says whether the tile has to be done again with another doubling (only the first is).
    private mutating func follow(realSamples: Int) -> Bool {
        let quiet = quietLevel(blocks: max(1, min(64, (realSamples - Self.history) / 128)))
        let step = mayDouble && quiet < 5 && doublings < 6 ? 1 : mayDouble && quiet > 24 && doublings > 0 ? -1 : 0
        nextDoublings = doublings + step
        if isFirst {
            noise = quiet
            if step > 0 { doublings = nextDoublings }
            return step > 0
        }
        // Each doubling since the last tile has doubled what is measured.
        if doublings != noiseDoublings { noise *= doublings > noiseDoublings ? 2 : 0.5 }
        noiseDoublings = doublings
        noise += (quiet - noise) / 8
        return false
    }

    /// Lower quartile of the means of at most 64 blocks of 128 samples.
    private func quietLevel(blocks: Int) -> Float {
        let envelope = even.span
        var means = [64 of Int32](repeating: 0)
        for block in 0..<blocks {
            let part = envelope.extracting(Self.origin + 128 * block..<Self.origin + 128 * block + 128)
            var sum: Int32 = 0
            for index in 0..<128 { sum = sum &+ Int32(part[index]) }
            means[block] = sum
        }
        // By insertion: 64 numbers at most.
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
        var sum: Float = 0
        for bit in 0..<frame.bitCount {
            let isOne = bit < 64 ? frame.high >> UInt64(63 - bit) & 1 == 1 : frame.low >> UInt64(127 - bit) & 1 == 1
            // The middle of the pulse lies 3 ticks behind the start of its half.
            let middle = tick + BitSlicer.dataStart + bit * BitSlicer.bitTicks + (isOne ? 3 : 9)
            // The nearest of the samples and, where there are any, of the points half way.
            let half = coarse ? (middle + 2) / SoftBits.phases * 2 : (2 * middle + 2) / SoftBits.phases
            let value = Float(half & 1 == 0 ? even[half / 2] : odd[half / 2])
            sum += value * value
        }
        let scale = Self.fullScale * Float(1 << doublings)
        return max(1e-9, sum / (Float(frame.bitCount) * scale * scale))
    }

    private mutating func search() {
        PreambleSearch.score(
            rows: soft,
            stride: Self.stride,
            from: Self.origin - 1,
            into: &score,
            count: Self.tile + 2
        )
        let threshold = min(8000, max(24, noise * thresholdFactor))
        let floor = min(4000, noise * 6)
        PreambleSearch.mark(
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
