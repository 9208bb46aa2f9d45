import Aero
import ModeS
import Testing

@testable import Radio

struct FrameCancellerTests {
    private static let frame = TestSignal.frame(format: 17, address: 0x40_6B90, content: 0x1234_5678_9ABC)

    /// Samples within ±255 of frames of a level at a time each, and where the first starts.
    private func samples(_ sent: [(Frame, Double, Float)], noise: Float?) throws -> (i: [Int16], q: [Int16]) {
        let received = sent.map {
            ReceivedFrame(frame: $0.0, time: TestSignal.start.advanced(bySeconds: $0.1 + 64e-6), level: $0.2)
        }
        let bytes = try TestSignal.modulate(received, seconds: 2e-3, format: .sc16, noise: noise)
        var (first, second) = ([Int16](), [Int16]())
        for place in stride(from: 0, to: bytes.count, by: 4) {
            first.append(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8) / 128)
            second.append(Int16(bitPattern: UInt16(bytes[place + 2]) | UInt16(bytes[place + 3]) << 8) / 128)
        }
        return (first, second)
    }

    private func power(_ first: [Int16], _ second: [Int16], _ range: Range<Int>) -> Double {
        range.reduce(0) { $0 + Double(first[$1]) * Double(first[$1]) + Double(second[$1]) * Double(second[$1]) }
            / Double(range.count)
    }

    @Test("a frame that is taken out is gone but for a three-hundredth", arguments: 0..<10)
    func gone(step: Int) throws {
        // Tenths of a sample, so that half of them lie between two ticks.
        let begin = 1e-3 + Double(step) / 24e6
        var (first, second) = try samples([(Self.frame, begin, -6)], noise: nil)
        let tick = Int((begin * 12e6).rounded())
        var canceller = FrameCanceller()
        let fitted = canceller.fit(Self.frame, at: tick / 5, phase: tick % 5, to: first, second)
        let rest = try #require(fitted)
        let before = power(first, second, rest.samples)
        canceller.apply(rest, to: &first, &second)
        let after = power(first, second, rest.samples)
        #expect(after * 300 < before, "\(before / after)")
        #expect(Double(rest.loudest) < before / 100)
    }

    @Test("what lies beneath stays, and is loud enough to be seen")
    func beneath() throws {
        let weaker = TestSignal.frame(format: 17, address: 0x40_1234, content: 0xFEDC_BA98_7654)
        let both = try samples([(Self.frame, 1e-3, -6), (weaker, 1.03e-3, -18)], noise: -44)
        let alone = try samples([(weaker, 1.03e-3, -18)], noise: nil)
        var (first, second) = both
        let tick = 12_000
        var canceller = FrameCanceller()
        let fitted = canceller.fit(Self.frame, at: tick / 5, phase: tick % 5, to: first, second)
        let rest = try #require(fitted)
        canceller.apply(rest, to: &first, &second)
        let share = power(first, second, rest.samples) / power(alone.i, alone.q, rest.samples)
        #expect((0.8...1.3).contains(share), "\(share)")
    }

    @Test("another frame, noise and silence do not fit")
    func refuses() throws {
        let other = TestSignal.frame(format: 17, address: 0x7C_55AA, content: 0x0F0F_3C3C_55AA)
        var canceller = FrameCanceller()
        let wrong = try samples([(other, 1e-3, -6)], noise: -44)
        #expect(canceller.fit(Self.frame, at: 2400, phase: 0, to: wrong.i, wrong.q) == nil)
        let noise = try samples([], noise: -30)
        #expect(canceller.fit(Self.frame, at: 2400, phase: 0, to: noise.i, noise.q) == nil)
        let silence = [Int16](repeating: 0, count: 5000)
        #expect(canceller.fit(Self.frame, at: 2400, phase: 0, to: silence, silence) == nil)
    }

    @Test("frames that do not lie within the samples are left alone", arguments: [0, 3, 4720, 5000, 1 << 40])
    func outside(sample: Int) {
        let full = [Int16](repeating: 300, count: 5000)
        var canceller = FrameCanceller()
        #expect(canceller.fit(Self.frame, at: sample, phase: 4, to: full, full) == nil)
    }

    @Test("random samples of full scale never trap")
    func random() {
        var random = Numbers(state: 77)
        var canceller = FrameCanceller()
        for _ in 0..<200 {
            var first = (0..<400).map { _ in Int16.random(in: -300...300, using: &random) }
            var second = first
            let frame = Frame(high: random.next(), low: random.next())
            let sample = Int.random(in: 0..<300, using: &random)
            let phase = Int.random(in: 0..<5, using: &random)
            if let rest = canceller.fit(frame, at: sample, phase: phase, to: first, second) {
                canceller.apply(rest, to: &first, &second)
            }
            #expect(first.allSatisfy { (-300...300).contains($0) })
        }
    }
}
