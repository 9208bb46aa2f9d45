public import Aero
public import ModeS

/// Samples in, Mode S frames out.
///
/// Takes chunks of any size, cut at any byte; the result does not depend on the cuts. Bounded: about 0.3 MB, and the addresses heard, however long the
/// stream. Time comes from counting samples, never from a clock.
public struct Demodulator: Sendable {
    /// What was seen and done so far.
    public private(set) var statistics = DemodulatorStatistics()

    private let format: SampleFormat
    private let start: Timestamp
    private let phaseReach: Int
    private let slicer = BitSlicer()
    private var frontEnd: FrontEnd
    private var gate: FrameGate
    private var converter: RateConverter?

    private var row: SampleRow
    /// Bytes of a sample that is not whole yet.
    private var partial: [UInt8] = []
    /// Start of the last accepted frame in ticks of the stream.
    private var lastStart = Int.min / 2

    /// A demodulator at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - format: how the samples stand in the bytes.
    ///   - sampleRate: samples a second, 2,000,000 or 2,400,000.
    ///   - repair: how far frames that fail their parity may be repaired.
    ///   - effort: work spent on weak signals.
    ///   - start: time of the first sample, UTC.
    /// - Throws: `DemodulatorError.unsupportedSampleRate`.
    public init(
        format: SampleFormat,
        sampleRate: Int,
        repair: BitRepair = .soft,
        effort: Effort = .normal,
        start: Timestamp
    ) throws(DemodulatorError) {
        guard sampleRate == 2_000_000 || sampleRate == 2_400_000 else { throw .unsupportedSampleRate(sampleRate) }
        self.format = format
        self.start = start
        phaseReach = effort == .high ? 2 : 1
        frontEnd = FrontEnd(format: format, effort: effort)
        gate = FrameGate(repair: repair)
        converter = sampleRate == 2_000_000 ? RateConverter() : nil
        row = SampleRow(withMiddles: sampleRate == 2_000_000)
    }

    /// Takes the next bytes of the stream and appends the frames that have become certain, in order of time.
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
        if var rates = converter {
            var tail = RateConverter.Output()
            rates.flush(into: &tail)
            converter = RateConverter()
            fill(tail, into: &frames)
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
                var inPhase = [Int16](repeating: 0, count: now)
                var quadrature = inPhase
                SampleConversion.convert(part, format: format, count: now, into: &inPhase, &quadrature, from: 0)
                var output = RateConverter.Output()
                converter?.convert(inPhase, quadrature, into: &output)
                fill(output, into: &frames)
            }
        }
    }

    private mutating func fill(_ samples: RateConverter.Output, into frames: inout [ReceivedFrame]) {
        var done = 0
        while done < samples.inPhase.count {
            done += row.fill(samples, from: done)
            if row.room == 0 {
                examine(into: &frames)
                row.advance()
            }
        }
    }

    /// Looks through one tile.
    private mutating func examine(into frames: inout [ReceivedFrame]) {
        frontEnd.run(row)
        statistics.noiseLevel = frontEnd.noiseLevel
        var place = 0
        while place < FrontEnd.tile {
            if place & 31 == 0, !PreambleSearch.anyMarked(frontEnd.marks, from: place) {
                place += 32
                continue
            }
            if frontEnd.marks[place] != 0 { inspect(place: place, into: &frames) }
            place += 1
        }
    }

    /// Examines one candidate.
    private mutating func inspect(place: Int, into frames: inout [ReceivedFrame]) {
        let base = SoftBits.phases * (FrontEnd.origin + place)
        var best = base
        var bestScore = Int.min
        for tick in base..<base + SoftBits.phases {
            let score = slicer.preamble(frontEnd.soft, at: tick)
            if score > bestScore { (best, bestScore) = (tick, score) }
        }
        // Ticks of the stream = ticks of the row + this.
        let shift = SoftBits.phases * (row.firstSample - FrontEnd.origin)
        guard best + shift - lastStart >= 100 else {
            statistics.suppressed += 1
            return
        }
        statistics.candidates += 1
        var attempted = false
        var failed: [3 of Int] = [-1, -1, -1]
        var failures = 0
        for step in 0..<2 * phaseReach + 1 {
            // 0, +1, -1, +2, -2
            let tick = best + (step & 1 == 1 ? (step + 1) / 2 : -step / 2)
            let format = slicer.format(frontEnd.soft, at: tick)
            guard FrameGate.knownFormats >> UInt32(format) & 1 == 1 else { continue }
            let bits = format >= 16 ? 112 : 56
            let lastSample = (tick + BitSlicer.dataStart + bits * BitSlicer.bitTicks) / SoftBits.phases + 1
            guard lastSample + FrontEnd.history - FrontEnd.origin < row.filled else { continue }
            attempted = true
            let frame = slicer.frame(frontEnd.soft, at: tick, isLong: bits == 112)
            let time = self.time(ofStart: tick + shift)
            let verdict = gate.judge(frame, remainder: frame.remainder, at: time) {
                slicer.strengths(frontEnd.soft, at: tick, bits: bits)
            }
            switch verdict {
            case .accepted(let accepted, let repairedBits):
                statistics.attempts += 1
                give(accepted, from: frame, repairedBits: repairedBits, tick: tick, shift: shift, into: &frames)
                return
            case .doubtfulCode:
                statistics.doubtfulInterrogatorCodes += 1
                return
            case .refused:
                if failures < 3, format == 11 || format == 17 || format == 18 {
                    failed[failures] = tick
                    failures += 1
                }
            }
        }
        guard attempted else { return }
        statistics.attempts += 1
        for index in 0..<failures {
            let tick = failed[index]
            let frame = slicer.frame(frontEnd.soft, at: tick, isLong: slicer.format(frontEnd.soft, at: tick) >= 16)
            let verdict = gate.mend(
                frame,
                remainder: frame.remainder,
                at: time(ofStart: tick + shift),
                strengths: slicer.strengths(frontEnd.soft, at: tick, bits: frame.bitCount)
            )
            if case .accepted(let mended, let repairedBits) = verdict {
                give(mended, from: frame, repairedBits: repairedBits, tick: tick, shift: shift, into: &frames)
                return
            }
        }
        statistics.parityFailures += 1
    }

    private mutating func give(
        _ frame: Frame,
        from sliced: Frame,
        repairedBits: UInt8,
        tick: Int,
        shift: Int,
        into frames: inout [ReceivedFrame]
    ) {
        let stream = tick + shift
        let time = time(ofStart: stream)
        lastStart = stream
        if repairedBits == 0 { gate.learn(frame, at: time) }
        let power = frontEnd.power(of: frame, at: tick)
        // Only where the parity names the sender does it matter how sure its bits are.
        let hasAddressParity = DownlinkFormat(of: frame)?.hasAddressParity ?? false
        let strengths = hasAddressParity ? slicer.strengths(frontEnd.soft, at: tick, bits: frame.bitCount) : nil
        var received = ReceivedFrame(
            frame: repairedBits == 0 ? frame : sliced,
            time: time,
            ticks: UInt64(truncatingIfNeeded: stream + Self.stampTicks) & 0xFFFF_FFFF_FFFF,
            level: min(-0.01, Float(10 * Trigonometry.log10(Double(power)))),
            weakParityBits: strengths?.weakParityBits
        )
        if repairedBits > 0 { received.repair(to: frame, bits: repairedBits) }
        statistics.count(received, format: Int(frame.high >> 59), power: power)
        frames.append(received)
    }

    /// From the start of the preamble to the end of bit 56, where a frame is stamped.
    private static let stampTicks = 768

    private func time(ofStart stream: Int) -> Timestamp {
        // One tick of 12 MHz is 250/3 ns.
        let offset = Int64(stream + Self.stampTicks) &* 250 / 3
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(offset)
        return overflow ? start : Timestamp(nanoseconds: sum)
    }
}
