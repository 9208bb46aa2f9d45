public import Aero
public import ModeS

/// Frames in, samples out: the test signal, and what `pelacak simulate` writes as samples.
///
/// Same frames, same seed, same bytes, however the calls are cut. Each aircraft has a carrier offset of its own, each frame a
/// random phase; overlapping frames add up; what exceeds full scale is clipped.
public struct Modulator: Sendable {
    /// A frame may be handed over until the samples up to this many seconds before its time are written: its preamble lies
    /// 64 µs before its time stamp.
    private static let lag = 80e-6
    /// Level of a frame that does not tell its own, in dBFS.
    private static let usualLevel: Float = -12

    private let format: SampleFormat
    private let sampleRate: Int
    private let start: Timestamp
    private let seed: UInt64
    private let noiseAmplitude: Double?
    private let carrierSpread: Double
    private let pulse: PulseShape
    private let fruit: Fruit?
    private let fruitPulse: PulseShape
    private let faults: ReceiverFaults
    /// Samples that the receiver takes in a second of the air.
    private let trueRate: Double
    private var noise: RandomSource
    private var phases: RandomSource
    private var fruits: RandomSource
    /// Seconds from the start to the next reply of Mode A or C.
    private var nextFruit = Double.infinity
    /// The replies of Mode A and C that the last call of `render` began, in order of time, each stamped where its second framing pulse begins.
    public private(set) var replies: [ReceivedModeAC] = []
    /// Samples written so far.
    public private(set) var samples = 0
    private var waiting: [ReceivedFrame] = []
    /// What frames already begun add to the samples from `samples` on.
    private var sumI: [Float] = []
    private var sumQ: [Float] = []

    /// A modulator at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - format: how the samples are written.
    ///   - sampleRate: samples a second, one of `Demodulator.sampleRates`.
    ///   - start: time of the first sample.
    ///   - seed: decides noise, phases and carrier offsets.
    ///   - noiseLevel: power of the noise in dBFS; `nil` for none.
    ///   - carrierSpread: carriers lie within plus or minus so many hertz of 1090 MHz.
    ///   - fruit: replies of Mode A and C between the frames; `nil` for none.
    ///   - faults: what the receiver does to the samples.
    /// - Throws: `DemodulatorError.unsupportedSampleRate`.
    public init(
        format: SampleFormat,
        sampleRate: Int,
        start: Timestamp,
        seed: UInt64,
        noiseLevel: Float? = -36,
        carrierSpread: Double = 120_000,
        fruit: Fruit? = nil,
        faults: ReceiverFaults = ReceiverFaults()
    ) throws(DemodulatorError) {
        guard Demodulator.sampleRates.contains(sampleRate) else { throw .unsupportedSampleRate(sampleRate) }
        self.format = format
        self.sampleRate = sampleRate
        self.start = start
        self.seed = seed
        // Half of the power stands in each of the two components.
        noiseAmplitude = noiseLevel.map { Self.amplitude(decibels: Double($0)) * 0.5.squareRoot() }
        self.carrierSpread = carrierSpread
        pulse = PulseShape(sampleRate: sampleRate)
        noise = RandomSource(seed: seed)
        phases = RandomSource(seed: seed &+ 1)
        self.fruit = fruit
        fruitPulse = PulseShape(sampleRate: sampleRate, width: Fruit.pulse)
        self.faults = faults
        trueRate = Double(sampleRate) * (1 + faults.clockError / 1e6)
        fruits = RandomSource(seed: seed &+ 2)
        if let fruit { nextFruit = fruit.pause(&fruits) }
    }

    /// Takes further frames and appends the bytes of all samples before `end`, less 80 µs.
    ///
    /// The time of a frame is that of the end of its bit 56, as everywhere.
    /// - Parameters:
    ///   - frames: in any order among themselves, none of a time before the `end` of the last call, else its beginning may be cut.
    ///   - end: no frame of a later call is of a time before this.
    ///   - bytes: takes the samples.
    public mutating func render(_ frames: [ReceivedFrame], until end: Timestamp, into bytes: inout [UInt8]) {
        waiting += frames
        replies = []
        let target = Int(max(0, ((end.seconds(since: start) - Self.lag) * trueRate).rounded(.down)))
        guard target > samples else { return }
        // A block at a time, so that the sums stay small.
        while samples < target { write(min(65_536, target - samples), into: &bytes) }
    }

    private mutating func write(_ count: Int, into bytes: inout [UInt8]) {
        let needed = count + 512
        if sumI.count < needed {
            sumI += [Float](repeating: 0, count: needed - sumI.count)
            sumQ += [Float](repeating: 0, count: needed - sumQ.count)
        }
        let edge = Double(samples + count + PulseShape.reach + 1)
        var later: [ReceivedFrame] = []
        var now: [(start: Double, received: ReceivedFrame)] = []
        for received in waiting {
            let place = (received.time.seconds(since: start) - 64e-6) * trueRate
            if place < edge { now.append((place, received)) } else { later.append(received) }
        }
        waiting = later
        // Phases are drawn in the order of time, so that the cut of the calls does not matter.
        now.sort {
            ($0.start, $0.received.frame.high, $0.received.frame.low) < (
                $1.start, $1.received.frame.high, $1.received.frame.low
            )
        }
        for one in now { add(one.received, at: one.start - Double(samples)) }
        while let fruit, nextFruit * trueRate < edge {
            let reply = fruit.draw(&fruits)
            add(reply, at: nextFruit * trueRate - Double(samples))
            let time = start.advanced(bySeconds: nextFruit + 20.3e-6)
            replies.append(ReceivedModeAC(reply: reply.reply, time: time, level: reply.level))
            nextFruit += fruit.pause(&fruits)
        }
        bytes.reserveCapacity(bytes.count + count * format.bytesPerSample)
        for index in 0..<count {
            var i = Double(sumI[index])
            var q = Double(sumQ[index])
            if let noiseAmplitude {
                i += noiseAmplitude * noise.normal()
                q += noiseAmplitude * noise.normal()
            }
            (i, q) = faults.applied(to: (i, q))
            append(i, to: &bytes)
            append(q, to: &bytes)
        }
        sumI.removeFirst(count)
        sumQ.removeFirst(count)
        samples += count
    }

    /// Adds one frame whose preamble starts at a place counted in samples from the next to be written.
    private mutating func add(_ received: ReceivedFrame, at place: Double) {
        let frame = received.frame
        let phase = 2 * Double.pi * phases.unit()
        guard place > -400 else { return }
        var offsets = [0, 1, 3.5, 4.5]
        for bit in 1...frame.bitCount {
            let isOne = bit <= 64 ? frame.high >> UInt64(64 - bit) & 1 == 1 : frame.low >> UInt64(128 - bit) & 1 == 1
            offsets.append(8 + Double(bit - 1) + (isOne ? 0 : 0.5))
        }
        let level = received.level ?? Self.usualLevel
        add(pulse, at: offsets, from: place, level: level, phase: phase, carrier: carrier(of: frame))
    }

    private mutating func add(_ reply: Fruit.Reply, at place: Double) {
        add(
            fruitPulse,
            at: reply.offsets,
            from: place,
            level: reply.level,
            phase: reply.phase,
            carrier: reply.carrier * carrierSpread
        )
    }

    /// Adds pulses of one transmission.
    ///
    /// - Parameters:
    ///   - offsets: microseconds, ascending.
    ///   - place: of offset 0, in samples from the next to be written.
    private mutating func add(
        _ pulse: PulseShape,
        at offsets: [Double],
        from place: Double,
        level: Float,
        phase: Double,
        carrier: Double
    ) {
        let first = Int(place.rounded(.down)) - PulseShape.reach - 1
        let perMicrosecond = trueRate / 1e6
        let last = Int((offsets.last ?? 0) * perMicrosecond)
        var envelope = [Float](repeating: 0, count: last + sampleRate / 1_000_000 + 2 * PulseShape.reach + 8)
        let inside = place - Double(first)
        for offset in offsets { pulse.add(at: inside + offset * perMicrosecond, to: &envelope) }
        let amplitude = Self.amplitude(decibels: Double(level))
        // A fast clock makes the receiver tune too high.
        let step = 2 * Double.pi * (carrier - 1090 * faults.clockError) / Double(sampleRate)
        let (turnI, turnQ) = (Trigonometry.cosine(step), Trigonometry.sine(step))
        var i = amplitude * Trigonometry.cosine(phase)
        var q = amplitude * Trigonometry.sine(phase)
        let needed = first + envelope.count
        if needed > sumI.count {
            sumI += [Float](repeating: 0, count: needed - sumI.count)
            sumQ += [Float](repeating: 0, count: needed - sumQ.count)
        }
        for index in envelope.indices {
            let target = first + index
            if target >= 0 {
                sumI[target] += envelope[index] * Float(i)
                sumQ[target] += envelope[index] * Float(q)
            }
            (i, q) = (i * turnI - q * turnQ, i * turnQ + q * turnI)
        }
    }

    /// The carrier of an aircraft in hertz from 1090 MHz, the same for all its frames.
    private func carrier(of frame: Frame) -> Double {
        let namesItself = [11, 17, 18].contains(frame.high >> 59)
        let address = namesItself ? frame.bits(9, 32) : frame.remainder
        var source = RandomSource(seed: seed ^ UInt64(address) << 24)
        return (2 * source.unit() - 1) * carrierSpread
    }

    private func append(_ value: Double, to bytes: inout [UInt8]) {
        switch format {
        case .uc8: bytes.append(UInt8(max(0, min(255, (value * 127.5 + 127.5).rounded()))))
        case .sc8: bytes.append(UInt8(bitPattern: Int8(max(-128, min(127, (value * 128).rounded())))))
        case .sc16: append(Int16(max(-32_768, min(32_767, (value * 32_768).rounded()))), to: &bytes)
        case .sc16q11: append(Int16(max(-2048, min(2047, (value * 2048).rounded()))), to: &bytes)
        }
    }

    private func append(_ word: Int16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: word))
        bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    }

    private static func amplitude(decibels: Double) -> Double {
        Trigonometry.exponential(decibels / 20 * Trigonometry.naturalLogarithm(10))
    }
}
