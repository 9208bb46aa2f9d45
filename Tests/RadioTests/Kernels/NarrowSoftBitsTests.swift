import Testing

@testable import Radio

struct NarrowSoftBitsTests {
    private static let taps = [
        [1, 0, 2, -3, 1, 7, 4, -5, -9, 4, -1, 0, 0, -3, 2, 0],
        [0, 2, 0, 1, -5, 8, 5, -2, -7, -3, 4, -3, 2, -3, 0, 1],
        [-1, 3, -2, 3, -4, 3, 7, 2, -6, -8, 5, -2, 2, -2, -2, 2],
        [-2, 3, 0, 0, 0, -4, 9, 4, -3, -8, 1, 2, -2, 1, -3, 2],
        [-2, 2, 2, -2, 3, -5, 6, 7, -1, -6, -6, 5, -3, 2, -3, 1],
    ]

    @Test(
        "each row is its filter over the envelope, rounded, and nothing else is touched",
        arguments: [0, 1, 7, 8, 9, 16, 150]
    )
    func rows(count: Int) {
        var random = Numbers(state: 13)
        let stride = 200
        let even = (0..<220).map { _ in Int16.random(in: 0...825, using: &random) }
        let odd = (0..<220).map { _ in Int16.random(in: 0...825, using: &random) }
        var rows = [Int16](repeating: 9, count: 5 * stride)
        NarrowSoftBits.fill(even: even, odd: odd, rows: &rows, stride: stride, from: 30, count: count)
        for row in 0..<5 {
            for place in 0..<stride {
                guard (30..<30 + count).contains(place) else {
                    #expect(rows[row * stride + place] == 9)
                    continue
                }
                let sum = (0..<16).reduce(4) { sum, half in
                    let point = place - 2 + half / 2
                    return sum + Self.taps[row][half] * Int(half % 2 == 0 ? even[point] : odd[point])
                }
                #expect(Int(rows[row * stride + place]) == sum >> 3)
            }
        }
    }

    @Test("the filters see no constant, and have room", arguments: 0..<5)
    func room(row: Int) {
        #expect(Self.taps[row].reduce(0, +) == 0)
        #expect(Self.taps[row].filter { $0 > 0 }.reduce(0, +) * 825 + 4 <= Int(Int16.max))
    }
}
