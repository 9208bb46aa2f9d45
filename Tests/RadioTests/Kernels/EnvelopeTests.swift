import Aero
import Testing

@testable import Radio

struct EnvelopeTests {
    @Test("a tone has the same length at the samples and half way, within the 3 % of the approximation")
    func tone() {
        // 120 kHz off the centre at 2.4 MS/s.
        let count = 400
        let first = (0..<count).map { Int16((200 * Trigonometry.cosine(0.314 * Double($0))).rounded()) }
        let second = (0..<count).map { Int16((200 * Trigonometry.sine(0.314 * Double($0))).rounded()) }
        var even = [Int16](repeating: 0, count: count)
        var odd = even
        Envelope.magnitude(first, second, from: 0, into: &even, count: count)
        Envelope.between(first, second, from: 0, into: &odd, count: count - 7)
        for index in 0..<count - 7 {
            #expect(abs(Int(even[index]) - 400) <= 14)
            #expect(abs(Int(odd[index]) - 400) <= 18)
        }
    }

    @Test("the extremes that conversion allows stay within what the filters are laid out for")
    func extremes() {
        var random = Numbers(state: 4)
        let first = (0..<2000).map { _ in Int16([-300, 300].randomElement(using: &random) ?? 0) }
        let second = (0..<2000).map { _ in Int16([-300, 300].randomElement(using: &random) ?? 0) }
        var even = [Int16](repeating: 0, count: 2000)
        var odd = even
        Envelope.magnitude(first, second, from: 0, into: &even, count: 2000)
        Envelope.between(first, second, from: 0, into: &odd, count: 1993)
        #expect(even.allSatisfy { (0...825).contains($0) })
        #expect(odd.allSatisfy { (0...724).contains($0) })
    }
}
