import Aero

/// Random numbers that are the same for the same seed on every machine: xoshiro256++ by Blackman and Vigna (2019), public domain.
struct RandomSource: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    /// The second of a pair of normal numbers.
    private var spare: Double?

    init(seed: UInt64) {
        // SplitMix64 spreads the seed, as the authors advise.
        var mixed = seed
        func next() -> UInt64 {
            mixed &+= 0x9E37_79B9_7F4A_7C15
            var value = mixed
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
        state = (next(), next(), next(), next())
    }

    mutating func next() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum << 23 | sum >> 41) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    /// Evenly spread in 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Normally spread, mean 0, deviation 1 (polar method of Marsaglia).
    mutating func normal() -> Double {
        if let ready = spare {
            spare = nil
            return ready
        }
        while true {
            let x = 2 * unit() - 1
            let y = 2 * unit() - 1
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            let factor = (-2 * Trigonometry.naturalLogarithm(square) / square).squareRoot()
            spare = y * factor
            return x * factor
        }
    }
}
