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
    static let back = 3
    /// Envelope at the samples, from the row's sample `back` on.
    var even: [Int16]
    /// Rows of soft bits, `stride` values each, on the places of `even`; valid where `prepare` was asked.
    private(set) var soft: [Int16]
    /// Soft bits of one row.
    static let stride = row - 8
    /// Mean envelope of the quiet parts.
    var noise: Float = 0
    /// How often the signal was doubled to make use of the 16 bits; 0 for 8-bit formats.
    var doublings = 0
    /// What a preamble must reach on the soft bits.
    private(set) var preambleThreshold = 0

    /// Constant and imbalance of the receiver; for small rows to be taken out where they are filled.
    var balance = SignalBalance()

    /// What the samples of this tile were corrected by.
    var tileOffset: (Int16, Int16) = (0, 0)
    /// The centre, in halves of a step of eight bits: of bytes `tileOffset`.
    var tileCentre: (Float, Float) = (0, 0)
    var tileCorrection: (gain: Int16, cross: Int16) = (0, 0)
    /// Whether the envelope was taken from bytes at once, so that the scaled parts are there only where somebody asked.
    var isDirect = false
    var nextDoublings = 0
    /// The doublings that `noise` was measured with.
    var noiseDoublings = 0
    /// The centre that it was measured with last.
    var noiseCentre: (Float, Float) = (0, 0)
    /// Whether the envelope is known at the samples alone.
    let coarse: Bool
    private let isNarrow: Bool
    /// How much of its score what looks like a preamble may have behind it, in eighths.
    private let quietEighths: Int16
    let mayDouble: Bool
    private let gateFactor: Float
    private let thresholdFactor: Float
    /// In noise one block of ten has a sample above 3.1 times the mean; of the four pulses of a preamble of 10 dB one has with near certainty.
    private let peakFactor: Float
    var isFirst = true
    /// Highest values of the envelope, one a block from the first place on, and of the one behind the tile.
    private(set) var peaks: [Int16]
    /// The peak without which a block holds no preamble.
    private var peakThreshold: Int16 = 0
    private var scoreThreshold: Int16 = 0
    private var quietFloor: Int16 = 0
    /// The first block that was not searched yet.
    private var nextBlock = 0
    /// Places whose marks are up to date and were not asked for yet.
    var marked = 0..<0
    /// Tiles that were looked at.
    var tiles = 0
    private var marks: [UInt8]
    /// The means of the blocks of `quietLevel`, and the lower quartile of them: what lies below is noise.
    var means = [32 of Int32](repeating: 0)
    var quartile: Int32 = 0
    var quietBlocks = 0
    var scaledI: [Int16]
    var scaledQ: [Int16]
    /// Envelope half way between the samples; valid where `prepare` was asked.
    private(set) var odd: [Int16]
    /// What the gate sees at each place, one further on; between stretches that were searched it is 0.
    private var score: [Int16]
    /// Up to where soft bits are computed.
    var preparedEnd = 0
    var canceller = FrameCanceller()
    /// Samples whose scaled parts stay as they are.
    var held = 0..<0
    /// Ours: ten microseconds before a frame and behind it, and how many times the mean of the noise theirs must be if another is to begin or
    /// end there; with normal effort one whose frame could be read alone.
    static let besideCount = 24
    let besideFactor: Float
    /// Ours: how much of the noise's power the loudest quarter of a rest has if a frame worth another look is in it: of 7 dB, with normal effort
    /// a stronger one.
    let restWorthLook: Float
    /// Samples of a long frame.
    static let longestFrame = 288

    /// - Parameters:
    ///   - isBytes: whether the rows are of bytes.
    ///   - isNarrow: whether the samples were taken at less than 2.4 MS/s; they are never coarse.
    init(isBytes: Bool, isNarrow: Bool, effort: Effort) {
        self.isNarrow = isNarrow
        quietEighths = effort == .high || isNarrow ? 8 : 4
        coarse = effort == .low && !isNarrow
        mayDouble = !isBytes
        // Pulses that a narrow band has made lower stand out less.
        (gateFactor, thresholdFactor, peakFactor) =
            switch effort {
            case .low: isNarrow ? (5.5, 12, 3.1) : (6.5, 22, 3.3)
            case .normal: isNarrow ? (4.2, 10, 0) : (5.7, 12.5, 3.1)
            case .high: isNarrow ? (4.2, 10, 0) : (5, 11, 2.8)
            }
        (besideFactor, restWorthLook) = effort == .high ? (1.5, 2) : (5, 10)
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
        tiles &+= 1
        noiseDoublings = doublings
        preparedEnd = 0
        held = 0..<0
        balanceOut(row)
        beginSearch()
    }

    private mutating func makeEnvelope(_ row: SampleRow) {
        let count = Self.row - 7
        let offset = row.isBytes ? balance.offset : balance.fineOffset
        let (gain, cross) = balance.correction
        (tileOffset, tileCorrection) = (offset, (gain, cross))
        let parts = row.isBytes ? 1 : SignalBalance.fineParts
        tileCentre = (Float(offset.0) / parts, Float(offset.1) / parts)
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
    }

    /// Brings rows of full scale into the range of the filters.
    private mutating func scale(_ row: SampleRow, centre: (Int16, Int16)) {
        let shift = 7 - doublings
        SampleConversion.scale(row.inPhase, shift: shift, centre: centre.0, into: &scaledI, count: Self.row)
        SampleConversion.scale(row.quadrature, shift: shift, centre: centre.1, into: &scaledQ, count: Self.row)
    }

    mutating func takeParts(of row: SampleRow, from start: Int, count: Int) {
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

    /// Samples of the tile's own places that are clipped; for rows that were not converted.
    func clippedSamples(_ row: SampleRow) -> Int {
        guard row.isBytes else {
            return SampleConversion.clipped(row.inPhase, row.quadrature, from: Self.history, count: Self.tile)
        }
        // What is at the end of its range has twice that length, less what was taken for the centre: only then is it worth counting.
        let limit = isDirect ? 510 - 2 * max(abs(tileOffset.0), abs(tileOffset.1)) : 0
        var count = 0
        for block in 0..<Self.tile / Envelope.block where peaks[block] >= limit {
            let first = Self.history + block * Envelope.block
            count += SampleConversion.clipped(row.bytes, turn: row.turn, from: first, count: Envelope.block)
        }
        return count
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
        // Three more than places; eight, so that none is left over where eight are done at a time.
        let points = min(count + 8, Self.row - 7 - start)
        let first = max(start, held.upperBound)
        if isDirect, first < start + points + 7 {
            takeParts(of: row, from: first, count: min(Self.row - first, (start + points + 14 - first) & ~7))
        }
        Envelope.between(scaledI, scaledQ, from: start, into: &odd, count: points)
        SoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, from: start, count: count)
    }

    /// The same for samples taken at less than 2.4 MS/s.
    private mutating func prepareNarrow(from start: Int, count: Int) {
        let first = start - NarrowSoftBits.before
        // At least eight: seven lie around one place.
        let points = count + NarrowSoftBits.before + NarrowSoftBits.behind
        Envelope.betweenNarrow(scaledI, scaledQ, from: first, into: &odd, count: points)
        NarrowSoftBits.fill(even: even, odd: odd, rows: &soft, stride: Self.stride, from: start, count: count)
    }

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
    mutating func mark(_ places: Range<Int>) {
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

    /// Whether a preamble that starts in a block has a pulse that stands out: its pulses lie within 13 samples.
    private func isActive(_ block: Int) -> Bool { max(peaks[block], peaks[block + 1]) >= peakThreshold }

    /// What the gate saw at a candidate.
    func gateScore(at place: Int) -> Int { Int(score[place + 1]) }
}
