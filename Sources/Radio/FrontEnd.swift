import Aero
import ModeS

/// From a tile of samples to soft bits and marks.
///
/// All samples go through the envelope, stretches in which something stands out through the gate of preambles. Soft bits are computed only where
/// somebody asks for them, by `prepare`.
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
    /// Mean envelope of the quiet parts.
    private(set) var noise: Float = 0
    /// How often the signal was doubled to make use of the 16 bits; 0 for 8-bit formats.
    private(set) var doublings = 0
    /// What a preamble must reach on the soft bits.
    private(set) var preambleThreshold = 0

    /// Constant and imbalance of the receiver; for small rows to be taken out where they are filled.
    private(set) var balance = SignalBalance()

    /// What the samples of this tile were corrected by.
    private var tileOffset: (Int16, Int16) = (0, 0)
    private var tileCorrection: (gain: Int16, cross: Int16) = (0, 0)
    /// Whether the envelope was taken from bytes at once, so that the scaled parts are there only where somebody asked.
    private var isDirect = false
    private var nextDoublings = 0
    /// The doublings that `noise` was measured with.
    private var noiseDoublings = 0
    /// The centre that it was measured with last.
    private var noiseOffset: (Int16, Int16) = (0, 0)
    /// Whether the envelope is known at the samples alone.
    let coarse: Bool
    private let isNarrow: Bool
    /// How much of its score what looks like a preamble may have behind it, in eighths.
    private let quietEighths: Int16
    private let mayDouble: Bool
    private let gateFactor: Float
    private let thresholdFactor: Float
    /// In noise one block of ten has a sample above 3.1 times the mean; of the four pulses of a preamble of 10 dB one has with near certainty.
    private let peakFactor: Float
    private var isFirst = true
    /// Highest values of the envelope, one a block from the first place on, and of the one behind the tile.
    private var peaks: [Int16]
    /// The peak without which a block holds no preamble.
    private var peakThreshold: Int16 = 0
    private var scoreThreshold: Int16 = 0
    private var quietFloor: Int16 = 0
    /// The first block that was not searched yet.
    private var nextBlock = 0
    /// Places whose marks are up to date and were not asked for yet.
    private var marked = 0..<0
    private var marks: [UInt8]
    /// The means of the blocks of `quietLevel`, and the lower quartile of them: what lies below is noise.
    private var means = [32 of Int32](repeating: 0)
    private var quartile: Int32 = 0
    private var quietBlocks = 0
    private var scaledI: [Int16]
    private var scaledQ: [Int16]
    private var middleI: [Int16] = []
    private var middleQ: [Int16] = []
    /// Envelope half way between the samples; valid where `prepare` was asked.
    private(set) var odd: [Int16]
    /// What the gate sees at each place, one further on; between stretches that were searched it is 0.
    private var score: [Int16]
    /// Up to where soft bits are computed.
    private var preparedEnd = 0
    private var canceller = FrameCanceller()
    /// Samples whose scaled parts stay as they are.
    private var held = 0..<0
    /// Ours: ten microseconds, whose mean is half as high again as that of the noise.
    private static let besideCount = 24
    private static let besideFactor: Float = 1.5
    /// Ours: how much of the noise's power the loudest quarter of a rest has if a frame of 7 dB is in it.
    private static let restWorthLook: Float = 2
    /// Samples of a long frame.
    private static let longestFrame = 288

    /// - Parameters:
    ///   - isBytes: whether the rows are of bytes.
    ///   - isNarrow: whether the samples were taken at less than 2.4 MS/s, and so have middles; they are never coarse.
    init(isBytes: Bool, isNarrow: Bool, effort: Effort) {
        self.isNarrow = isNarrow
        quietEighths = effort == .high || isNarrow ? 8 : 5
        coarse = effort == .low && !isNarrow
        mayDouble = !isBytes
        // Pulses that a narrow band has made lower stand out less.
        (gateFactor, thresholdFactor, peakFactor) =
            switch effort {
            case .low: isNarrow ? (5.5, 12, 3.1) : (6.5, 22, 3.3)
            case .normal: isNarrow ? (4.2, 10, 0) : (5.5, 12, 3.1)
            case .high: isNarrow ? (4.2, 10, 0) : (5, 11, 2.8)
            }
        let empty = [Int16](repeating: 0, count: Self.row)
        (even, odd, score, scaledI, scaledQ) = (empty, empty, empty, empty, empty)
        soft = [Int16](repeating: 0, count: SoftBits.phases * Self.stride)
        marks = [UInt8](repeating: 0, count: Self.tile + 8)
        peaks = [Int16](repeating: 0, count: Self.tile / Envelope.block + 1)
    }

    /// Where in `even` and in the rows of soft bits the first place stands.
    static let origin = history - back

    /// Takes one full row of samples; afterwards `even`, `nextCandidate` and `noise` speak of it.
    mutating func run(_ row: SampleRow) {
        doublings = nextDoublings
        repeat { makeEnvelope(row) } while follow(realSamples: row.filled)
        isFirst = false
        noiseDoublings = doublings
        preparedEnd = 0
        held = 0..<0
        balanceOut(row)
        beginSearch()
    }

    private mutating func makeEnvelope(_ row: SampleRow) {
        let count = Self.row - 7
        let offset = balance.offset
        let (gain, cross) = balance.correction
        (tileOffset, tileCorrection) = (offset, (gain, cross))
        isDirect = row.isBytes && gain == 0 && cross == 0
        if isDirect {
            Envelope.magnitude(
                of: row.bytes,
                turn: row.turn,
                centre: offset,
                from: Self.back,
                into: &even,
                count: count
            )
            return
        }
        if row.isBytes {
            takeParts(of: row, from: 0, count: Self.row)
        } else {
            scale(row, centre: offset)
        }
        if gain != 0 || cross != 0 {
            SampleConversion.balance(scaledI, &scaledQ, gain: gain, cross: cross, from: 0, count: Self.row)
        }
        Envelope.magnitude(scaledI, scaledQ, from: Self.back, into: &even, count: count)
        if !middleI.isEmpty, gain != 0 || cross != 0 {
            SampleConversion.balance(middleI, &middleQ, gain: gain, cross: cross, from: 0, count: Self.row)
        }
    }

    /// Brings rows of full scale into the range of the filters.
    private mutating func scale(_ row: SampleRow, centre: (Int16, Int16)) {
        let shift = 7 - doublings
        SampleConversion.scale(row.inPhase, shift: shift, centre: centre.0, into: &scaledI, count: Self.row)
        SampleConversion.scale(row.quadrature, shift: shift, centre: centre.1, into: &scaledQ, count: Self.row)
        guard !coarse, !row.middleInPhase.isEmpty else { return }
        if middleI.isEmpty { (middleI, middleQ) = (scaledI, scaledQ) }
        SampleConversion.scale(row.middleInPhase, shift: shift, centre: centre.0, into: &middleI, count: Self.row)
        SampleConversion.scale(row.middleQuadrature, shift: shift, centre: centre.1, into: &middleQ, count: Self.row)
    }

    private mutating func takeParts(of row: SampleRow, from start: Int, count: Int) {
        SampleConversion.parts(
            of: row.bytes,
            turn: row.turn,
            centre: tileOffset,
            into: &scaledI,
            &scaledQ,
            from: start,
            count: count
        )
    }

    /// Learns the receiver's constant and imbalance from the quiet blocks of the tile: the mean of all such blocks so far, later of the
    /// last 256.
    private mutating func balanceOut(_ row: SampleRow) {
        // One a tile is enough, once it is known roughly.
        let wanted = balance.blocks < 64 ? 8 : 1
        var starts: [Int] = []
        for number in 0..<quietBlocks where means[number] <= quartile && starts.count < wanted {
            let start = Self.history + 256 * number
            guard row.filled >= start + 128 else { break }
            starts.append(start)
            if isDirect { takeParts(of: row, from: start, count: 128) }
        }
        var learnt = balance
        learnt.follow(
            scaledI.span,
            scaledQ.span,
            at: starts,
            correctedBy: tileOffset,
            tileCorrection
        )
        balance = learnt
    }

    /// Samples of the tile's own places that are clipped; for rows that were not converted.
    func clippedSamples(_ row: SampleRow) -> Int {
        guard row.isBytes else {
            return SampleConversion.clipped(row.inPhase, row.quadrature, from: Self.history, count: Self.tile)
        }
        // What is at the end of its range has twice that length, less what was taken for the centre: only then is it worth counting.
        var peak: Int16 = 0
        for index in peaks.indices { peak = max(peak, peaks[index]) }
        guard peak >= 510 - 2 * max(abs(tileOffset.0), abs(tileOffset.1)) || !isDirect else { return 0 }
        return SampleConversion.clipped(row.bytes, turn: row.turn, from: Self.history, count: Self.tile)
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
        let count = min(Self.stride - NarrowSoftBits.behind - start, (places.upperBound - start + 15) & ~15)
        guard count > 0 else { return }
        preparedEnd = start + count
        if isNarrow { return prepareNarrow(from: start, count: count) }
        if coarse {
            SoftBits.fillCoarse(even: even, rows: &soft, stride: Self.stride, from: start, count: count)
            return
        }
        let points = min(count + 3, Self.row - 7 - start)
        if !middleI.isEmpty {
            Envelope.magnitude(middleI, middleQ, from: Self.back + start, into: &odd, at: start, count: points)
        } else {
            let first = max(start, held.upperBound)
            if isDirect, first < start + points + 7 {
                takeParts(of: row, from: first, count: start + points + 7 - first)
            }
            Envelope.between(scaledI, scaledQ, from: start, into: &odd, count: points)
        }
        SoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, from: start, count: count)
    }

    /// The same for samples of less than 2.4 MS/s, whose middles the converter knows.
    private mutating func prepareNarrow(from start: Int, count: Int) {
        let first = start - NarrowSoftBits.before
        let points = count + NarrowSoftBits.before + NarrowSoftBits.behind
        Envelope.magnitude(middleI, middleQ, from: Self.back + first, into: &odd, at: first, count: points)
        NarrowSoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, from: start, count: count)
    }

    /// Follows the noise; says whether the tile has to be done again with another doubling (only the first is).
    private mutating func follow(realSamples: Int) -> Bool {
        let quiet = quietLevel(blocks: max(1, min(32, (realSamples - Self.history) / 256)))
        let step = mayDouble && quiet < 5 && doublings < 6 ? 1 : mayDouble && quiet > 24 && doublings > 0 ? -1 : 0
        nextDoublings = doublings + step
        if isFirst {
            noise = quiet
            noiseOffset = tileOffset
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
        // What was measured with quite another centre was no noise.
        let moved = max(abs(noiseOffset.0 - tileOffset.0), abs(noiseOffset.1 - tileOffset.1))
        noise += (quiet - noise) / (moved < 2 ? 8 : 1)
        noiseOffset = tileOffset
        return false
    }

    /// Lower quartile of the means of at most 32 blocks of 128 samples, every second of the tile.
    private mutating func quietLevel(blocks: Int) -> Float {
        for block in 0..<blocks {
            let start = Self.origin + 256 * block
            means[block] = Envelope.sum(of: even.span.extracting(start..<start + 128))
        }
        quietBlocks = blocks
        var sorted = means
        // By insertion: 32 numbers at most.
        for index in 1..<max(1, blocks) {
            let value = sorted[index]
            var place = index
            while place > 0, sorted[place - 1] > value {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = value
        }
        quartile = sorted[blocks / 4]
        return Float(quartile) / 128
    }

    /// Mean noise power in dB of full scale.
    var noiseLevel: Float {
        // The mean of a Rayleigh envelope is sqrt(pi / 4) of its root mean square.
        let scaled = max(noise, 0.01) / (Self.fullScale * Float(1 << doublings))
        return Float(20 * Trigonometry.log10(Double(scaled))) + 1.05
    }

    /// What full scale is in the envelope of this tile.
    var currentScale: Float { Self.fullScale * Float(1 << doublings) }

    private mutating func beginSearch() {
        preambleThreshold = Int(min(8000, max(24, noise * thresholdFactor)))
        scoreThreshold = Int16(min(2500, max(8, noise * gateFactor)))
        quietFloor = Int16(min(4000, noise * 6))
        peakThreshold = Int16(min(2500, noise * peakFactor))
        Envelope.peaks(even, from: Self.origin, into: &peaks, blocks: Self.tile / Envelope.block + 1)
        (nextBlock, marked) = (0, 0..<0)
    }

    /// The first place at or behind one where a preamble may start. Calls must come with ascending places within one tile.
    mutating func nextCandidate(from first: Int) -> Int? {
        var place = first
        while true {
            if place < marked.upperBound {
                let found = PreambleGate.firstMark(marks, in: max(place, marked.lowerBound)..<marked.upperBound)
                if let found { return found }
            }
            guard searchNext() else { return nil }
            place = max(first, marked.lowerBound)
        }
    }

    /// Searches the next blocks in which, or in whose next, something stands out; says whether there were any.
    private mutating func searchNext() -> Bool {
        let blocks = Self.tile / Envelope.block
        while nextBlock < blocks, !isActive(nextBlock) { nextBlock += 1 }
        guard nextBlock < blocks else { return false }
        let start = nextBlock
        while nextBlock < blocks, isActive(nextBlock) { nextBlock += 1 }
        marked = start * Envelope.block..<nextBlock * Envelope.block
        // The places beside the stretch have no peak within reach.
        score[marked.lowerBound] = 0
        score[marked.upperBound + 1] = 0
        mark(marked)
        return true
    }

    /// Computes scores and marks of some places.
    private mutating func mark(_ places: Range<Int>) {
        PreambleGate.score(
            even,
            from: Self.origin + places.lowerBound,
            into: &score,
            at: places.lowerBound + 1,
            count: places.count
        )
        PreambleGate.mark(
            score: score,
            envelope: even,
            from: Self.origin + places.lowerBound,
            threshold: scoreThreshold,
            quietFloor: quietFloor,
            quietEighths: quietEighths,
            into: &marks,
            at: places.lowerBound,
            count: places.count
        )
    }

    /// Takes a frame out of the tile, if it fits and something else is left where it was.
    ///
    /// - Parameters:
    ///   - tick: start of the preamble in ticks of the row.
    ///   - row: the one that `run` was given.
    /// - Returns: from which place on candidates are to be asked for again; `nil` if nothing was changed.
    mutating func cancel(_ frame: Frame, at tick: Int, of row: SampleRow) -> Int? {
        // Where middles are known they are not interpolated, and would have to be computed too.
        guard middleI.isEmpty else { return nil }
        let place = tick / SoftBits.phases
        let sample = place + Self.back
        guard isBesideAnother(frame, at: place) else { return nil }
        hold(from: sample - Self.longestFrame - 16, to: sample + Self.longestFrame + 16, of: row)
        guard let rest = canceller.fit(frame, at: sample, phase: tick % SoftBits.phases, to: scaledI, scaledQ) else {
            return nil
        }
        // The mean square of noise is 4 / pi times the square of its mean; the envelope is twice as long as the vector.
        let noisePower = noise * noise / Float.pi
        guard rest.loudest > Self.restWorthLook * noisePower else { return nil }
        canceller.apply(rest, to: &scaledI, &scaledQ)
        let start = rest.samples.lowerBound - Self.back
        Envelope.magnitude(
            scaledI,
            scaledQ,
            from: rest.samples.lowerBound,
            into: &even,
            at: start,
            count: rest.samples.count
        )
        let first = max(marked.lowerBound, start - Self.origin - PreambleGate.reach)
        let end = min(marked.upperBound, start - Self.origin + rest.samples.count)
        if first < end { mark(first..<end) }
        // What began before and was spoilt by this frame is looked at again too.
        let again = max(marked.lowerBound, place - Self.origin - Self.longestFrame)
        preparedEnd = Self.origin + again - 2
        return again
    }

    /// Whether something stands out shortly before a frame or shortly behind it, as it does where another begins or ends later.
    private func isBesideAnother(_ frame: Frame, at place: Int) -> Bool {
        let end = place + (BitSlicer.dataStart + BitSlicer.bitTicks * frame.bitCount) / SoftBits.phases
        let limit = Int(noise * Float(Self.besideCount) * Self.besideFactor)
        return [place - 3 - Self.besideCount, end + 4].contains { first in
            guard first >= 0, first + Self.besideCount <= Self.row - 7 else { return false }
            var sum = 0
            for index in first..<first + Self.besideCount { sum += Int(even[index]) }
            return sum > limit
        }
    }

    /// Makes the scaled parts of some samples valid, and keeps them from being taken from the row again: something may be cancelled there.
    private mutating func hold(from start: Int, to end: Int, of row: SampleRow) {
        guard isDirect else { return }
        let first = max(0, start)
        let last = min(Self.row, end)
        let missing = max(first, held.upperBound)
        if missing < last { takeParts(of: row, from: missing, count: last - missing) }
        held = (first > held.upperBound ? first : held.lowerBound)..<max(last, held.upperBound)
    }

    /// Whether a preamble that starts in a block has a pulse that stands out: its pulses lie within 13 samples.
    private func isActive(_ block: Int) -> Bool { max(peaks[block], peaks[block + 1]) >= peakThreshold }

    /// What the gate saw at a candidate.
    func gateScore(at place: Int) -> Int { Int(score[place + 1]) }
}
