public import Aero
public import ModeS

/// Samples in, Mode S frames out.
///
/// Takes chunks of any size, cut at any byte; the result does not depend on the cuts. Bounded: about half a megabyte, and the addresses heard, however long the
/// stream. Time comes from counting samples, never from a clock.
public struct Demodulator: Sendable {
    /// Samples a second that can be read. 2,400,000 is read as it is, all others are converted to it.
    public static let sampleRates = RateConverter.rates

    /// What was seen and done so far.
    public internal(set) var statistics = DemodulatorStatistics()

    private let format: SampleFormat
    let start: Timestamp
    private let phaseReach: Int
    /// Whether the samples hold less than ±1.2 MHz: equal bits, pulses of 1 MHz, then hardly move the envelope, and how weak bits are
    /// says little.
    private let isNarrow: Bool
    var frontEnd: FrontEnd
    private var gate: FrameGate
    private var unheard = UnheardReplies()
    /// Replies that have become certain by what was heard in this tile.
    private var late: [ReceivedFrame] = []
    private var converter: RateConverter?
    /// The converter as it is at the beginning of a stream.
    private let fresh: RateConverter?

    var row: SampleRow
    /// Bytes of a sample that is not whole yet.
    private var partial: [UInt8] = []
    /// Start of the last accepted frame in ticks of the stream.
    private var lastStart = Int.min / 2
    /// Where the last accepted frame ends, in ticks of the stream, and the score a preamble must have to be another's before that:
    /// the frame's own bits make four times their mean strength. Ours: an eighth more.
    private var coveredEnd = Int.min / 2
    private var coveringScore = 0
    /// The same for the gate, in samples of the stream and its own score.
    private var gateCoveredEnd = Int.min / 2
    private var gateCoveringScore = 0
    /// Whether frames are taken out of the samples to see what is beneath them.
    private let isCancelling: Bool
    /// Where the frames of this tile began, in ticks of the stream, and how many were taken out.
    private var given: [Int] = []
    private var cancelled = 0
    /// So many of one tile at most: each has a part of it looked at again.
    private static let mostCancelled = 64
    /// Looks for replies of Mode A and C, where that is asked.
    var modeAC: ModeACDetector?
    /// Where frames stood lately, of which no reply is made; only where replies are looked for.
    var spans: [FrameSpan] = []
    /// Replies that nobody took yet.
    var replies: [ReceivedModeAC] = []
    /// Ours: a preamble so near to that of a frame that was given out is it, or what is left of it.
    private static let remnantTicks = 6

    /// A demodulator at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - format: how the samples stand in the bytes.
    ///   - sampleRate: samples a second, one of `sampleRates`.
    ///   - repair: how far frames that fail their parity may be repaired.
    ///   - effort: work spent on weak signals.
    ///   - findsModeAC: whether replies of Mode A and C are looked for, for `takeModeAC`.
    ///   - start: time of the first sample, UTC.
    /// - Throws: `DemodulatorError.unsupportedSampleRate`.
    public init(
        format: SampleFormat,
        sampleRate: Int,
        repair: BitRepair = .soft,
        effort: Effort = .normal,
        findsModeAC: Bool = false,
        start: Timestamp
    ) throws(DemodulatorError) {
        guard Self.sampleRates.contains(sampleRate) else { throw .unsupportedSampleRate(sampleRate) }
        self.format = format
        self.start = start
        let isDirect = sampleRate == 2_400_000
        isNarrow = sampleRate < 2_400_000
        phaseReach = effort == .high || isNarrow ? 2 : 1
        isCancelling = effort != .low
        gate = FrameGate(repair: repair)
        converter = isDirect ? nil : RateConverter(rate: sampleRate)
        fresh = converter
        row = SampleRow(format: format, isConverted: !isDirect)
        frontEnd = FrontEnd(isBytes: row.isBytes, isNarrow: isNarrow, effort: effort)
        if findsModeAC { modeAC = ModeACDetector() }
    }

    /// Takes the next bytes of the stream and appends the frames that have become certain, in order of time but for the replies whose sender was
    /// heard only after them, by up to ten seconds: those follow where it was heard, with the time they were received.
    public mutating func scan(_ bytes: Span<UInt8>, into frames: inout [ReceivedFrame]) {
        let size = format.bytesPerSample
        var next = 0
        if !partial.isEmpty {
            while partial.count < size, next < bytes.count {
                partial.append(bytes[next])
                next += 1
            }
            guard partial.count == size else { return }
            let sample = partial
            partial.removeAll(keepingCapacity: true)
            take(sample.span, into: &frames)
        }
        let whole = (bytes.count - next) / size * size
        take(bytes.extracting(next..<next + whole), into: &frames)
        for index in next + whole..<bytes.count { partial.append(bytes[index]) }
    }

    /// Ends the stream: appends the frames still inside and starts anew at the next sample, without forgetting addresses.
    public mutating func finish(into frames: inout [ReceivedFrame]) {
        statistics.strayBytes += partial.count
        partial.removeAll()
        if converter != nil {
            converter?.flush()
            takeConverted(into: &frames)
            converter = fresh
        }
        let next = row.firstSample + row.filled - FrontEnd.history
        while row.isPending {
            row.pad()
            examine(into: &frames)
            row.advance()
        }
        row.restart(at: next)
    }

    /// Takes whole samples.
    private mutating func take(_ bytes: Span<UInt8>, into frames: inout [ReceivedFrame]) {
        let size = format.bytesPerSample
        let count = bytes.count / size
        statistics.samples += count
        var done = 0
        while done < count {
            let now = min(count - done, converter == nil ? row.room : FrontEnd.tile)
            let part = bytes.extracting(done * size..<(done + now) * size)
            done += now
            if converter == nil {
                row.fill(part, format: format, count: now)
                if row.room == 0 {
                    examine(into: &frames)
                    row.advance()
                }
            } else {
                statistics.clippedSamples += converter?.take(part, format: format, count: now) ?? 0
                takeConverted(into: &frames)
            }
        }
    }

    /// Takes all samples that the converter has.
    private mutating func takeConverted(into frames: inout [ReceivedFrame]) {
        row.fill(from: &converter)
        while row.room == 0 {
            examine(into: &frames)
            row.advance()
            row.fill(from: &converter)
        }
    }

    /// Looks through one tile.
    private mutating func examine(into frames: inout [ReceivedFrame]) {
        frontEnd.run(row)
        statistics.noiseLevel = frontEnd.noiseLevel
        if converter == nil { statistics.clippedSamples += frontEnd.clippedSamples(row) }
        let before = frames.count
        given.removeAll(keepingCapacity: true)
        cancelled = 0
        var place = 0
        while let candidate = frontEnd.nextCandidate(from: place) {
            place = candidate + 1
            guard inspect(place: candidate, into: &frames), isCancelling else { continue }
            given.append(lastStart)
            if let again = cancelLast(frames.last?.frame) { place = again }
        }
        // What was found beneath others comes after them.
        if cancelled > 0 { frames[before...].sort { $0.time < $1.time } }
        frames += late
        late.removeAll(keepingCapacity: true)
        findModeAC()
    }

    /// Takes the frame that was given out last out of the samples; says from which place on to look again.
    private mutating func cancelLast(_ frame: Frame?) -> Int? {
        guard let frame, cancelled < Self.mostCancelled else { return nil }
        let tick = lastStart - SoftBits.phases * (row.firstSample - FrontEnd.origin)
        guard let again = frontEnd.cancel(frame, at: tick, of: row) else { return nil }
        statistics.cancelledFrames += 1
        cancelled += 1
        // It covers nothing any more.
        (lastStart, coveredEnd, gateCoveredEnd) = (Int.min / 2, Int.min / 2, Int.min / 2)
        return again
    }

    /// Examines one candidate; says whether a frame was given out.
    private mutating func inspect(place: Int, into frames: inout [ReceivedFrame]) -> Bool {
        let sample = FrontEnd.origin + place
        // Most of what looks like a preamble within a frame is its own bits: not worth soft bits.
        if row.firstSample + place < gateCoveredEnd, frontEnd.gateScore(at: place) < gateCoveringScore {
            statistics.suppressed += 1
            return false
        }
        frontEnd.prepare(sample - 2..<sample + 14, of: row)
        let (best, score) = PreambleFit.best(frontEnd.soft, stride: FrontEnd.stride, around: sample)
        guard score > frontEnd.preambleThreshold else { return false }
        // Ticks of the stream = ticks of the row + this.
        let shift = SoftBits.phases * (row.firstSample - FrontEnd.origin)
        if best + shift - lastStart < 100 || (best + shift < coveredEnd && score < coveringScore) {
            statistics.suppressed += 1
            return false
        }
        // Where a part of the tile is looked at again, frames are met again.
        if given.contains(where: { abs($0 - best - shift) <= Self.remnantTicks }) {
            statistics.suppressed += 1
            return false
        }
        statistics.candidates += 1
        frontEnd.prepare(sample - 2..<sample + 34, of: row)
        // Pulses with nothing behind them are the end of another frame. Ours: three eighths of what the preamble promises.
        guard isNarrow || BitSlicer.strengthOfFormat(frontEnd.soft, at: best) * 32 >= score * 15 else { return false }
        var failed = Failures()
        for step in 0..<2 * phaseReach + 1 {
            // 0, +1, -1, +2, -2
            let tick = best + (step & 1 == 1 ? (step + 1) / 2 : -step / 2)
            if isNoise(at: tick) {
                failed.any = true
                // No other phase turns it into a frame.
                if step == 0 { break }
                continue
            }
            guard let bits = frameBits(at: tick) else { continue }
            let sliced = BitSlicer.bits(frontEnd.soft, at: tick, count: bits)
            let frame = sliced.frame
            switch gate.judge(
                frame,
                remainder: frame.remainder,
                at: time(ofStart: tick + shift),
                strengths: sliced.settled
            )
            {
            case .accepted(let accepted, let repairedBits):
                statistics.attempts += 1
                give(accepted, sliced.settled(), repairedBits: repairedBits, tick: tick, shift: shift, into: &frames)
                return true
            case .doubtfulCode:
                statistics.doubtfulInterrogatorCodes += 1
                return false
            case .unheard: failed.note(tick, ofReply: frame)
            case .refused: failed.note(tick, frame: frame)
            }
        }
        guard failed.any else { return false }
        statistics.attempts += 1
        if mend(failed, shift: shift, into: &frames) { return true }
        keepReplies(failed, shift: shift)
        statistics.parityFailures += 1
        return false
    }

    /// Whether the first 56 bits are noise, of which hardly anything becomes a frame: before the rest is computed, and other phases are tried.
    ///
    /// Ours: nearly half of them weak. Of the formats from 24 on more than six: of all their bits no more may be.
    private mutating func isNoise(at tick: Int) -> Bool {
        guard !isNarrow else { return false }
        let format = BitSlicer.format(frontEnd.soft, at: tick)
        guard FrameGate.knownFormats >> UInt32(format) & 1 == 1, isWhole(tick, bits: 56) else { return false }
        let weak = BitSlicer.bits(frontEnd.soft, at: tick, count: 56).settled().weakBits
        return weak > (format < 24 ? 26 : 6)
    }

    /// Whether the first bits of what begins at a tick of the row are there; their soft bits then are.
    private mutating func isWhole(_ tick: Int, bits: Int) -> Bool {
        let lastSample = (tick + BitSlicer.dataStart + bits * BitSlicer.bitTicks) / SoftBits.phases + 1
        guard lastSample + FrontEnd.history - FrontEnd.origin < row.filled else { return false }
        frontEnd.prepare(tick / SoftBits.phases..<lastSample + 1, of: row)
        return true
    }

    /// 56 or 112 if what begins at a tick of the row has a format that exists and is whole; its soft bits are then there.
    private mutating func frameBits(at tick: Int) -> Int? {
        let format = BitSlicer.format(frontEnd.soft, at: tick)
        guard FrameGate.knownFormats >> UInt32(format) & 1 == 1 else { return nil }
        let bits = format >= 16 ? 112 : 56
        return isWhole(tick, bits: bits) ? bits : nil
    }

    /// Tries repair, the best phase first; says whether a frame came of it.
    private mutating func mend(_ failed: Failures, shift: Int, into frames: inout [ReceivedFrame]) -> Bool {
        for index in 0..<failed.count {
            let tick = failed.mendable[index]
            guard let bits = frameBits(at: tick) else { continue }
            let strengths = BitSlicer.bits(frontEnd.soft, at: tick, count: bits).settled()
            let frame = strengths.frame
            let time = time(ofStart: tick + shift)
            let verdict = gate.mend(frame, remainder: frame.remainder, at: time, strengths: strengths)
            if case .accepted(let mended, let repairedBits) = verdict {
                give(mended, strengths, repairedBits: repairedBits, tick: tick, shift: shift, into: &frames)
                return true
            }
        }
        return false
    }

    /// Keeps the replies among what was refused, unless they are noise.
    private mutating func keepReplies(_ failed: Failures, shift: Int) {
        for index in 0..<failed.unheardCount {
            let tick = failed.unheard[index]
            guard let bits = frameBits(at: tick) else { continue }
            let strengths = BitSlicer.bits(frontEnd.soft, at: tick, count: bits).settled()
            guard strengths.weakBits * Self.keptWeakShare <= bits else { continue }
            let frame = strengths.frame
            let reply = UnheardReplies.Reply(
                frame: frame,
                start: tick + shift,
                power: frontEnd.power(of: frame, at: tick),
                weakParityBits: strengths.weakParityBits
            )
            unheard.keep(reply, address: frame.remainder)
            statistics.keptReplies += 1
        }
    }

    /// Ours: a reply with more than a sixth of its bits weak is not kept; nearly none of those is right in all bits.
    private static let keptWeakShare = 6

    /// Gives out the replies kept of an address that has become known.
    private mutating func release(_ address: UInt32, at start: Int) {
        for reply in unheard.take(address, at: start) {
            given.append(reply.start)
            statistics.lateFrames += 1
            let received = received(reply.frame, start: reply.start, power: reply.power, weak: reply.weakParityBits)
            statistics.count(received, format: Int(reply.frame.high >> 59), power: reply.power)
            late.append(received)
        }
    }

    private mutating func give(
        _ frame: Frame,
        _ strengths: BitStrengths,
        repairedBits: UInt8,
        tick: Int,
        shift: Int,
        into frames: inout [ReceivedFrame]
    ) {
        let stream = tick + shift
        let time = time(ofStart: stream)
        lastStart = stream
        if repairedBits == 0, let address = gate.learn(frame, at: time) { release(address, at: stream) }
        let power = frontEnd.power(of: frame, at: tick)
        coveredEnd = stream + BitSlicer.dataStart + BitSlicer.bitTicks * (frame.bitCount - 2)
        coveringScore = strengths.mean * 9 / 2
        if modeAC != nil { spans.append(FrameSpan(ticks: stream..<stream + Self.length(of: frame), power: power)) }
        gateCoveredEnd = (coveredEnd - 5) / SoftBits.phases
        // Ours: at the gate a preamble makes 3.6 to 4 times its amplitude, so that what would pass the score above is not lost here.
        gateCoveringScore = Int(power.squareRoot() * frontEnd.currentScale * 3.4)
        // Only where the parity names the sender does it matter how sure its bits are.
        let hasAddressParity = DownlinkFormat(of: frame)?.hasAddressParity ?? false
        var received = received(
            repairedBits == 0 ? frame : strengths.frame,
            start: stream,
            power: power,
            weak: hasAddressParity ? strengths.weakParityBits : nil
        )
        if repairedBits > 0 { received.repair(to: frame, bits: repairedBits) }
        statistics.count(received, format: Int(frame.high >> 59), power: power)
        frames.append(received)
    }
}
