import Aero
import ModeS

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// A frame of random bits; every third byte or so is `1a`, the byte that Beast doubles.
    mutating func frame(at time: Timestamp = Timestamp(seconds: 1_700_000_000)) -> ReceivedFrame {
        var high = next()
        var low = next()
        for index in 0..<8 {
            if next() % 3 == 0 { high = high & ~(0xFF << UInt64(8 * index)) | 0x1A << UInt64(8 * index) }
            if next() % 3 == 0 { low = low & ~(0xFF << UInt64(8 * index)) | 0x1A << UInt64(8 * index) }
        }
        if next() % 2 == 0 { high |= 1 << 63 }
        let ticks = next() % 5 == 0 ? 0x1A1A_1A1A_1A1A : next() & 0x7FFF_FFFF_FFFF | 1
        return ReceivedFrame(
            frame: Frame(high: high, low: low),
            time: time,
            ticks: ticks,
            level: Float(next() % 30) * -1,
            receiver: nil
        )
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
