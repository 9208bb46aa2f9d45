import Testing

struct BinomialIntervalTests {
    @Test("of none and of all one end is open, and the other is known")
    func ends() {
        // Of none of ten: 1 less the tenth root of one fortieth.
        let none = BinomialInterval(0, of: 10)
        #expect(none.low == 0 && abs(none.high - 0.30850) < 1e-5)
        let all = BinomialInterval(10, of: 10)
        #expect(all.high == 1 && abs(all.low - 0.69150) < 1e-5)
    }

    @Test("both sides of a share change places with those of its rest")
    func mirrored() {
        for count in 1..<50 {
            let (one, other) = (BinomialInterval(count, of: 50), BinomialInterval(50 - count, of: 50))
            #expect(abs(one.low + other.high - 1) < 1e-9)
            #expect(one.low < Double(count) / 50 && Double(count) / 50 < one.high)
        }
    }

    @Test("of one of two, the ends solve their equations")
    func half() {
        // 1 - (1 - p)² and 1 - p² are a fortieth.
        let half = BinomialInterval(1, of: 2)
        #expect(abs(half.low - 0.012579) < 1e-6 && abs(half.high - 0.987421) < 1e-6)
    }
}
