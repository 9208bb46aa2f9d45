import ModeS

/// Finds replies of Mode A and C in the envelope.
///
/// A reply has no parity: all that tells it from anything else is its shape. So all of it is asked: two framing pulses 20.3 µs apart and alike in
/// height, silence between all places of pulses, no pulse where none may be, and no place of which it is hard to say whether it has one.
/// - Source: ICAO Annex 10 Vol IV, 3.1.1.6.
struct ModeACDetector: Sendable {
    /// A reply as it stands in the envelope.
    struct Found: Hashable, Sendable {
        let reply: ModeACReply
        /// Where the first framing pulse begins, in samples of the envelope.
        let start: Float
        /// Root of the mean square of the pulses, in units of the envelope.
        let amplitude: Float
    }

    /// Samples from one place of a pulse to the next, of a pulse, and from the first framing pulse to the last.
    static let slot: Float = 1.45 * 2.4
    static let pulse: Float = 0.45 * 2.4
    static let frame: Float = 20.3 * 2.4
    /// Samples of a reply with its identification pulse.
    static let longest: Float = 17 * slot + pulse
    /// What each place means, as receivers hand replies on: F1 C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4 F2.
    static let bits: [UInt16] = [
        0, 0x0010, 0x1000, 0x0020, 0x2000, 0x0040, 0x4000, 0, 0x0100, 0x0001, 0x0200, 0x0002, 0x0400, 0x0004, 0,
    ]
    static let identification: UInt16 = 0x0080
    /// Places of the reply, the one of the identification pulse and the two before it included.
    private static let places = 18
    /// Ours: both framing pulses above so many times the mean of the noise; a pulse between two samples shows two thirds of itself.
    private static let least: Float = 3.6
    private static let shown: Float = 0.66
    /// Ours: what lies so near to half of the height, in heights, may be a pulse or none.
    private static let doubt: Float = 0.08

    private var marks = [UInt8](repeating: 0, count: FrontEnd.tile + 8)
    /// Up to where the last reply reaches, in samples of the envelope: what looks like framing within it is its own pulses.
    private var coveredEnd: Float = 0

    /// Looks through the places of one tile.
    ///
    /// - Parameters:
    ///   - envelope: place 0 stands at `FrontEnd.origin`.
    ///   - peaks: the highest value of each block of `Envelope.block` places.
    ///   - noise: the mean of the envelope where there is noise alone.
    mutating func scan(_ envelope: [Int16], peaks: [Int16], noise: Float, into found: inout [Found]) {
        coveredEnd -= Float(FrontEnd.tile)
        let threshold = max(2, min(16_000, noise * Self.least * Self.shown))
        var block = 0
        let blocks = FrontEnd.tile / Envelope.block
        while block < blocks {
            guard Float(peaks[block]) >= threshold else {
                block += 1
                continue
            }
            let first = block
            while block < blocks, Float(peaks[block]) >= threshold { block += 1 }
            let places = first * Envelope.block..<block * Envelope.block
            ModeACGate.mark(
                envelope,
                from: FrontEnd.origin + places.lowerBound,
                threshold: Int16(threshold),
                floor: Int16(min(8000, noise)),
                into: &marks,
                at: places.lowerBound,
                count: places.count
            )
            var place = places.lowerBound
            while let mark = PreambleGate.firstMark(marks, in: place..<places.upperBound) {
                place = mark + 1
                guard Float(FrontEnd.origin + mark) > coveredEnd else { continue }
                guard let reply = Self.read(envelope.span, around: FrontEnd.origin + mark, noise: noise) else {
                    continue
                }
                coveredEnd = reply.start + Self.longest
                found.append(reply)
            }
        }
    }

    /// Reads the reply whose first framing pulse is highest at a sample; `nil` if there is none.
    private static func read(_ envelope: Span<Int16>, around sample: Int, noise: Float) -> Found? {
        // Where the framing pulses are, each by itself, must agree.
        let first = middle(envelope, around: sample)
        let expected = Int((first + frame).rounded())
        let last = middle(envelope, around: expected) - frame
        // Ours: a third of a microsecond; transmitters keep a tenth, noise and the raster take the rest.
        guard abs(last - first) < 0.8 else { return nil }
        let origin = (first + last) / 2
        let (f1, f2) = (height(envelope, at: origin), height(envelope, at: origin + frame))
        let (low, high) = (min(f1, f2), max(f1, f2))
        guard low >= least * noise, low * 2 >= high else { return nil }
        let mean = (f1 + f2) / 2
        // Half of a pulse, and what noise adds to nothing.
        let half = mean / 2 + noise * 0.4
        guard isSilent(envelope, from: origin, below: mean / 2 + noise * 0.8) else { return nil }
        var code: UInt16 = 0
        var (energy, pulses) = (f1 * f1 + f2 * f2, Float(2))
        for place in 1..<places where place < 14 || place == 17 {
            let value = height(envelope, at: origin + slot * Float(place))
            let isPulse = value > half
            if abs(value - half) < mean * doubt { return nil }
            guard isPulse else { continue }
            guard place != 7 else { return nil }
            code |= place == 17 ? identification : bits[place]
            energy += value * value
            pulses += 1
        }
        return Found(
            reply: ModeACReply(rawValue: code),
            start: origin - pulse / 2,
            amplitude: (energy / pulses).squareRoot()
        )
    }

    /// Where the middle of a pulse lies whose highest sample is near one.
    private static func middle(_ envelope: Span<Int16>, around sample: Int) -> Float {
        var top = sample
        if envelope[sample + 1] > envelope[top] { top = sample + 1 }
        if envelope[sample - 1] > envelope[top] { top = sample - 1 }
        let (before, here, after) = (Float(envelope[top - 1]), Float(envelope[top]), Float(envelope[top + 1]))
        // The centre of the squares.
        let sum = before * before + here * here + after * after
        return Float(top) + (after * after - before * before) / max(1, sum)
    }

    /// How high a pulse stands whose middle is at a place: the two samples beside it, weighed by what they show of it.
    private static func height(_ envelope: Span<Int16>, at place: Float) -> Float {
        let early = Int(place)
        let fraction = place - Float(early)
        let (first, second) = (share(fraction), share(1 - fraction))
        let sum = Float(envelope[early]) * first + Float(envelope[early + 1]) * second
        return sum / (first * first + second * second)
    }

    /// What a sample shows of a pulse of 1.08 samples whose middle is so far away, within one sample.
    private static func share(_ distance: Float) -> Float {
        let square = distance * distance
        return 1 - 1.1 * square + 0.3 * square * square
    }

    /// Whether nothing stands half way between the places of pulses, before the first framing pulse and behind the second.
    private static func isSilent(_ envelope: Span<Int16>, from origin: Float, below limit: Float) -> Bool {
        for gap in 0...15 {
            // Rounded: half a slot before the first is 1.74 samples, less the half.
            let place = Int(origin + slot * Float(gap) - 1.24)
            if Float(envelope[place]) > limit { return false }
        }
        return true
    }
}
