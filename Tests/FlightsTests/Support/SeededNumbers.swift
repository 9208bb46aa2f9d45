import TestSupport

/// Random numbers of these tests.
struct SeededNumbers {
    private var generator: SeededGenerator
    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }
    mutating func number(_ low: Double, _ high: Double) -> Double { Double.random(in: low..<high, using: &generator) }
    mutating func chance(_ share: Double) -> Bool { number(0, 1) < share }
}
