import Testing

@testable import Radio

struct PreambleGateTests {
    /// The envelope of a preamble that starts at a tick: 1.2 samples a pulse, each sample as much as the pulse covers of it.
    private func envelope(from tick: Int, height: Double = 400) -> [Int16] {
        var points = [Double](repeating: 10, count: 120)
        for pulse in [0, 12, 42, 54] {
            for fifth in tick + pulse..<tick + pulse + 6 {
                // A sample stands in the middle of its five fifths.
                points[(fifth + 2) / 5] += height / 5
            }
        }
        return points.map { Int16(min($0, height)) }
    }

    @Test("a preamble is marked within a sample of its start, at every fifth", arguments: 200...215, [Int16(5), 8])
    func marked(tick: Int, eighths: Int16) {
        let envelope = envelope(from: tick)
        var score = [Int16](repeating: 0, count: 82)
        var marks = [UInt8](repeating: 0, count: 88)
        PreambleGate.score(envelope, from: 4, into: &score, at: 0, count: 82)
        PreambleGate.mark(
            score: score,
            envelope: envelope,
            from: 5,
            threshold: 600,
            quietFloor: 60,
            quietEighths: eighths,
            into: &marks,
            at: 0,
            count: 80
        )
        let places = (0..<80).filter { marks[$0] & 0x80 != 0 }.map { $0 + 5 }
        #expect(places.contains { abs($0 - tick / 5) <= 1 })
        #expect(places.count <= 4)
    }

    @Test("marks are found from any place on, and none behind the end")
    func firstMark() {
        var random = Numbers(state: 8)
        for _ in 0..<2000 {
            // The lower bits say nothing.
            let marks = (0..<96).map { _ in
                UInt8.random(in: 0...127, using: &random) | (random.next() % 20 == 0 ? 128 : 0)
            }
            let start = Int.random(in: 0...80, using: &random)
            let places = start..<Int.random(in: start...89, using: &random)
            #expect(PreambleGate.firstMark(marks, in: places) == places.first { marks[$0] >= 128 })
        }
    }
}
