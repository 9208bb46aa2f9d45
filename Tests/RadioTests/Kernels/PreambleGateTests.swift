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

    @Test("a preamble is marked within a sample of its start, at every fifth", arguments: 200...215)
    func marked(tick: Int) {
        let envelope = envelope(from: tick)
        var score = [Int16](repeating: 0, count: 82)
        var marks = [Int16](repeating: 0, count: 80)
        PreambleGate.score(envelope, from: 4, into: &score, count: 82)
        PreambleGate.mark(
            score: score,
            envelope: envelope,
            from: 5,
            threshold: 600,
            quietFloor: 60,
            into: &marks,
            count: 80
        )
        let places = marks.indices.filter { marks[$0] >= 0 }.map { $0 + 5 }
        #expect(places.contains { abs($0 - tick / 5) <= 1 })
        #expect(places.count <= 2)
    }

    @Test("64 places are looked at together")
    func anyMarked() {
        for place in 0..<64 {
            var marks = [Int16](repeating: -5, count: 128)
            marks[64 + place] = 0
            #expect(!PreambleGate.anyMarked(marks, from: 0))
            #expect(PreambleGate.anyMarked(marks, from: 64))
        }
    }
}
