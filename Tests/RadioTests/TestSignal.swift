import Aero
import ModeS
import Radio

/// Frames with right parity, and the way from frames to samples and back.
enum TestSignal {
    static let start = Timestamp(seconds: 1_700_000_000)

    /// A frame of a format from an aircraft; `content` fills what is neither format, address nor parity.
    static func frame(format: UInt64, address: UInt32, content: UInt64) -> Frame {
        let namesItself = format == 11 || format == 17 || format == 18
        let isLong = format >= 16
        var high = format << 59
        if namesItself {
            high |= (format == 18 ? 0 : 5) << 56 | UInt64(address) << 32
            if isLong { high |= content >> 24 & 0xFFFF_FFFF }
        } else if format == 24 {
            high = 0b11 << 62 | content >> 2
        } else {
            high |= content >> 8 & 0x07FF_FFFF << 32
            if isLong { high |= content & 0xFFFF_FFFF }
        }
        if !isLong { high &= ~0xFFFF_FFFF }
        let low = isLong ? (content & 0xFF_FFFF) << 40 : 0
        let parity = UInt64(Frame(high: high, low: low).remainder ^ (namesItself ? 0 : address))
        return isLong ? Frame(high: high, low: low | parity << 16) : Frame(high: high | parity << 8, low: 0)
    }

    /// All formats that a demodulator gives out and a transponder sends.
    static let formats: [UInt64] = [0, 4, 5, 11, 16, 17, 18, 20, 21, 24]

    static func modulate(
        _ frames: [ReceivedFrame],
        seconds: Double,
        format: SampleFormat = .uc8,
        rate: Int = 2_400_000,
        seed: UInt64 = 1,
        noise: Float? = -40
    ) throws -> [UInt8] {
        var modulator = try Modulator(format: format, sampleRate: rate, start: start, seed: seed, noiseLevel: noise)
        var bytes: [UInt8] = []
        modulator.render(frames, until: start.advanced(bySeconds: seconds), into: &bytes)
        return bytes
    }

    static func demodulate(
        _ bytes: [UInt8],
        format: SampleFormat = .uc8,
        rate: Int = 2_400_000,
        repair: BitRepair = .none,
        effort: Effort = .normal,
        cuts: [Int] = []
    ) throws -> (frames: [ReceivedFrame], statistics: DemodulatorStatistics) {
        var demodulator = try Demodulator(
            format: format,
            sampleRate: rate,
            repair: repair,
            effort: effort,
            start: start
        )
        var frames: [ReceivedFrame] = []
        var from = 0
        for cut in cuts + [bytes.count] {
            let part = Array(bytes[from..<max(from, min(cut, bytes.count))])
            demodulator.scan(part.span, into: &frames)
            from += part.count
        }
        demodulator.finish(into: &frames)
        return (frames, demodulator.statistics)
    }

    /// Traffic of a few aircraft: every one is heard clean first, then frames of all formats, evenly spread over sample phases.
    static func traffic(aircraft: Int = 4, perFormat: Int = 20, level: Float = -14, seed: UInt64 = 7) -> [ReceivedFrame]
    {
        var random = Numbers(state: seed)
        var frames: [ReceivedFrame] = []
        var microseconds = 500.0
        func add(_ frame: Frame) {
            frames.append(
                ReceivedFrame(frame: frame, time: start.advanced(bySeconds: microseconds / 1e6), level: level)
            )
            // The step is no whole number of samples at either rate, so that all phases occur.
            microseconds += 300.0237
        }
        let addresses = (0..<aircraft).map { 0x40_0000 + UInt32($0) * 0x01_1357 }
        for address in addresses {
            for _ in 0..<2 { add(frame(format: 17, address: address, content: random.next())) }
        }
        for _ in 0..<perFormat {
            for format in formats {
                let address = addresses[Int(random.next() % UInt64(aircraft))]
                add(frame(format: format, address: address, content: random.next()))
            }
        }
        return frames
    }
}

/// Seeded random numbers (SplitMix64), so that a failing test fails again.
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
