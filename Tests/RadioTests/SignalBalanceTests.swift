import Testing

@testable import Radio

struct SignalBalanceTests {
    @Test("constant, gain and cross talk are learnt from noise to a step and to 3 %")
    func learns() {
        var random = RandomSource(seed: 12)
        var balance = SignalBalance()
        for _ in 0..<200 {
            var (first, second): ([Int16], [Int16]) = ([], [])
            let (offset, correction) = (balance.offset, balance.correction)
            for _ in 0..<1024 {
                let (i, q) = (12 * random.normal(), 12 * random.normal())
                let x = Int16((i + 9).rounded()) - offset.0
                let y = Int16((0.85 * q + 0.1 * i - 14).rounded()) - offset.1
                first.append(x)
                second.append(y + (y * correction.gain + x * correction.cross) / 64)
            }
            balance.follow(
                first.span,
                second.span,
                at: (0..<8).map { 128 * $0 },
                correctedBy: (Float(offset.0), Float(offset.1)),
                correction
            )
        }
        #expect(abs(balance.centre.0 - 9) < 1.2 && abs(balance.centre.1 + 14) < 2.5)
        #expect((0.1...0.25).contains(balance.gain))
        #expect((-0.2 ... -0.07).contains(balance.cross))
    }

    @Test("what it hands out keeps the filters within 16 bits")
    func bounds() {
        var balance = SignalBalance()
        let wild = [Int16](repeating: 300, count: 64) + [Int16](repeating: -290, count: 64)
        let still = (0..<128).map { Int16($0 % 7) }
        for (first, second) in [(wild, still), (still, wild)] {
            for _ in 0..<500 {
                balance.follow(
                    first.span,
                    second.span,
                    at: [0],
                    correctedBy: (Float(balance.offset.0), Float(balance.offset.1)),
                    balance.correction
                )
            }
        }
        #expect(abs(balance.offset.0) <= 40 && abs(balance.offset.1) <= 40)
        #expect(abs(balance.correction.gain) <= 20 && abs(balance.correction.cross) <= 20)
    }
}
