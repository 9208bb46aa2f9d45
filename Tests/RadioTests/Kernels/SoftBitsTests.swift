import Testing

@testable import Radio

struct SoftBitsTests {
    /// On the envelope at and between the samples, a value each half sample.
    private static let taps = [
        [-1, 8, 1, -3, -6, 1, 0, 0], [-2, 8, 6, -2, -8, -2, 0, 0], [0, 2, 8, 2, -6, -8, 2, 0],
        [0, -1, 6, 3, -1, -8, 1, 0], [0, -1, 3, 8, 0, -8, -3, 1],
    ]

    @Test("each row is its filter over the envelope, and nothing else is touched", arguments: [0, 1, 7, 8, 9, 16, 150])
    func rows(count: Int) {
        var random = Numbers(state: 11)
        let stride = 200
        let even = (0..<220).map { _ in Int16.random(in: 0...825, using: &random) }
        let odd = (0..<220).map { _ in Int16.random(in: 0...724, using: &random) }
        var rows = [Int16](repeating: 9, count: 5 * stride)
        SoftBits.fill(even: even, odd: odd, rows: &rows, stride: stride, from: 30, count: count)
        for row in 0..<5 {
            for place in 0..<stride {
                guard (30..<30 + count).contains(place) else {
                    #expect(rows[row * stride + place] == 9)
                    continue
                }
                let sum = (0..<8).reduce(0) { sum, half in
                    sum + Self.taps[row][half] * Int(half % 2 == 0 ? even[place + half / 2] : odd[place + half / 2])
                }
                #expect(Int(rows[row * stride + place]) == sum >> 2)
            }
        }
    }

    @Test("the filters see no constant, and a bit as what it is", arguments: 0..<5)
    func response(row: Int) {
        #expect(Self.taps[row].reduce(0, +) == 0)
        // A pulse in the early half, then in the late half, of a bit that starts `row` fifths behind the sample.
        for (start, isOne) in [(row, true), (row + 6, false)] {
            let points = (0..<8).map { half in
                // A point stands 2.5 fifths behind the one before; a pulse is 6 fifths long.
                (Double(start) - 0.6...Double(start) + 5.9).contains(Double(half) * 2.5) ? 400 : 0
            }
            let sum = zip(Self.taps[row], points).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(isOne == (sum > 0))
        }
    }
}
