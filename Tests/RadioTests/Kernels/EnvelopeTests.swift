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

    @Test("bytes give the envelope and the parts that a checked loop finds", arguments: [UInt8(0), 0x80])
    func sameAsChecked(turn: UInt8) {
        var random = Numbers(state: 9)
        for _ in 0..<50 {
            let bytes = (0..<600).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let centre = (Int16.random(in: -40...40, using: &random), Int16.random(in: -40...40, using: &random))
            let start = Int.random(in: 0..<40, using: &random)
            let count = Int.random(in: 0...300 - start, using: &random)
            var (first, second) = ([Int16](repeating: 7, count: 300), [Int16](repeating: 7, count: 300))
            SampleConversion.parts(
                of: bytes,
                turn: turn,
                centre: centre,
                into: &first,
                &second,
                from: start,
                count: count
            )
            for index in 0..<300 {
                let isThere = (start..<start + count).contains(index)
                #expect(first[index] == (isThere ? Int16(bytes[2 * index] ^ turn) * 2 - 255 - centre.0 : 7))
                #expect(second[index] == (isThere ? Int16(bytes[2 * index + 1] ^ turn) * 2 - 255 - centre.1 : 7))
            }
            var (direct, stepwise) = ([Int16](repeating: 3, count: 300), [Int16](repeating: 3, count: 300))
            Envelope.magnitude(of: bytes, turn: turn, centre: centre, from: start, into: &direct, count: count)
            Envelope.magnitude(first, second, from: start, into: &stepwise, count: count)
            #expect(direct == stepwise)
        }
    }

    @Test("each block has its own peak")
    func peaks() {
        var random = Numbers(state: 10)
        let envelope = (0..<700).map { _ in Int16.random(in: 0...825, using: &random) }
        var peaks = [Int16](repeating: -1, count: 11)
        Envelope.peaks(envelope, from: 13, into: &peaks, blocks: 10)
        for block in 0..<10 { #expect(peaks[block] == envelope[13 + 64 * block..<77 + 64 * block].max()) }
        #expect(peaks[10] == -1)
    }

    @Test("the value of a rank is that of the sorted values", arguments: 1...32)
    func ranked(count: Int) {
        var random = Numbers(state: UInt64(count))
        for most in [0, 3, 92_672] as [Int32] {
            var values = [32 of Int32](repeating: 7)
            for index in 0..<32 { values[index] = Int32.random(in: 0...most, using: &random) }
            let sorted = (0..<count).map { values[$0] }.sorted()
            for rank in 0..<count { #expect(Envelope.ranked(values, count: count, rank: rank) == sorted[rank]) }
        }
    }

    @Test(
        "eight points at a time give what one does, and nothing else is touched",
        arguments: [0, 1, 7, 8, 9, 24, 193]
    )
    func between(count: Int) {
        var random = Numbers(state: UInt64(count) + 1)
        let first = (0..<220).map { _ in Int16.random(in: -300...300, using: &random) }
        let second = (0..<220).map { _ in Int16.random(in: -300...300, using: &random) }
        var envelope = [Int16](repeating: -7, count: 220)
        Envelope.between(first, second, from: 20, into: &envelope, count: count)
        let taps = [-1, 3, -10, 40, 40, -10, 3, -1]
        for point in 0..<220 {
            guard (20..<20 + count).contains(point) else {
                #expect(envelope[point] == -7)
                continue
            }
            // In 16 bits, as the kernel reckons: with parts of 300 a sum may leave them, the same way in both.
            let parts = [first, second].map { row in
                abs(Int(Int16(truncatingIfNeeded: zip(taps, row[point...]).reduce(0) { $0 + $1.0 * Int($1.1) }) >> 5))
            }
            let (large, small) = (max(parts[0], parts[1]), min(parts[0], parts[1]))
            #expect(Int(envelope[point]) == min(724, max(2 * large, 2 * large - large / 4 + small) / 2))
        }
    }

    @Test("the same for samples taken at less than 2.4 MS/s", arguments: [8, 9, 23, 24, 193])
    func betweenNarrow(count: Int) {
        var random = Numbers(state: UInt64(count) + 2)
        let first = (0..<220).map { _ in Int16.random(in: -300...300, using: &random) }
        let second = (0..<220).map { _ in Int16.random(in: -300...300, using: &random) }
        var envelope = [Int16](repeating: -7, count: 220)
        Envelope.betweenNarrow(first, second, from: 2, into: &envelope, count: count)
        let taps = [1, -2, 3, -6, 20, 20, -6, 3, -2, 1]
        // A constant passes as it is, and no sum leaves 16 bits.
        #expect(taps.reduce(0, +) == 32 && taps.reduce(0) { $0 + abs($1) } * 300 <= Int(Int16.max))
        for point in 0..<220 {
            guard (2..<2 + count).contains(point) else {
                #expect(envelope[point] == -7)
                continue
            }
            let parts = [first, second].map { row in
                abs(zip(taps, row[(point - 1)...]).reduce(0) { $0 + $1.0 * Int($1.1) } >> 4)
            }
            let (large, small) = (max(parts[0], parts[1]), min(parts[0], parts[1]))
            #expect(Int(envelope[point]) == min(724, max(2 * large, 2 * large - large / 4 + small) / 2))
        }
    }
}
