/// Random numbers that are the same for the same seed on every machine (SplitMix64).
///
/// - Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A generator of its own for a numbered thing, so that the order in which things are asked does not matter.
    package init(seed: UInt64, stream: UInt64) {
        var root = SeededGenerator(seed: seed &+ stream &* 0xD134_2543_DE82_EF95)
        state = root.next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// A number in 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// A number between two bounds.
    package mutating func number(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// A whole number in 0 ..< bound.
    package mutating func index(below bound: Int) -> Int { Int(unit() * Double(bound)) }

    /// True with the given probability.
    package mutating func chance(_ probability: Double) -> Bool { unit() < probability }
}
