import Aero
import Testing

@testable import Radio

struct RateConverterTests {
    static let rates = [2_000_000, 2_000_003, 2_048_000, 2_500_000, 3_200_000, 6_000_000, 9_999_999, 12_000_000]

    /// Converts samples of 16 bits that are handed over, and fetched, in pieces.
    private static func converted(
        _ samples: [(Int16, Int16)],
        rate: Int,
        pieces: Int,
        room: Int
    ) -> (inPhase: [Int16], quadrature: [Int16]) {
        var converter = RateConverter(rate: rate)
        var (inPhase, quadrature) = ([Int16](), [Int16]())
        func fetch() {
            while true {
                var (first, second) = ([Int16](repeating: 9, count: room + 3), [Int16](repeating: 9, count: room + 3))
                let count = converter.convert(into: &first, &second, from: 3)
                #expect(first.prefix(3) == [9, 9, 9] && second.suffix(room - count).allSatisfy { $0 == 9 })
                inPhase += first[3..<3 + count]
                quadrature += second[3..<3 + count]
                guard count == room else { return }
            }
        }
        for start in stride(from: 0, to: samples.count, by: pieces) {
            let part = samples[start..<min(samples.count, start + pieces)]
            let bytes = part.flatMap { [$0.0, $0.1] }.flatMap { word -> [UInt8] in
                let bits = UInt16(bitPattern: word)
                return [UInt8(bits & 0xFF), UInt8(bits >> 8)]
            }
            _ = converter.take(bytes.span, format: .sc16, count: part.count)
            fetch()
        }
        converter.flush()
        fetch()
        return (inPhase, quadrature)
    }

    @Test("each sample is the filter nearest to its place over the input, however the calls are cut", arguments: rates)
    func sameAsChecked(rate: Int) {
        var random = Numbers(state: UInt64(rate))
        let samples = (0..<3000).map { place -> (Int16, Int16) in
            // The extremes too: a thousand that only change their sign.
            place < 1000
                ? (
                    [-32_768, 32_767].randomElement(using: &random) ?? 0,
                    [-32_768, 32_767].randomElement(using: &random) ?? 0
                )
                : (
                    Int16.random(in: -32_768...32_767, using: &random),
                    Int16.random(in: -32_768...32_767, using: &random)
                )
        }
        let converter = RateConverter(rate: rate)
        let (taps, before) = (converter.taps, converter.before)
        let fractions = converter.table.count / taps - 1
        let whole = Self.converted(samples, rate: rate, pieces: 3000, room: 5000)
        let expected = (3000 * 2_400_000 - 1) / rate + 1
        #expect(abs(whole.inPhase.count - expected) <= 2)
        func value(_ place: Int, of part: (Int) -> Int16) -> Int16 {
            let start = place * rate / 2_400_000
            let rest = place * rate % 2_400_000
            let filter = (rest * ((fractions << 40) / 2_400_000) + 1 << 39) >> 40
            #expect(abs(Double(rest * fractions) / 2_400_000 - Double(filter)) < 0.500_001)
            var sum = 8192
            for tap in 0..<taps {
                let sample = start - before + tap
                guard samples.indices.contains(sample) else { continue }
                sum += Int(part(sample)) * Int(converter.table[filter * taps + tap])
            }
            return Int16(clamping: sum >> 14)
        }
        for place in whole.inPhase.indices {
            #expect(whole.inPhase[place] == value(place) { samples[$0].0 })
            #expect(whole.quadrature[place] == value(place) { samples[$0].1 })
        }
        for (pieces, room) in [(1, 1), (7, 5), (640, 64)] {
            let cut = Self.converted(samples, rate: rate, pieces: pieces, room: room)
            #expect(cut.inPhase == whole.inPhase && cut.quadrature == whole.quadrature)
        }
    }

    @Test("no filter can leave 32 bits, and each passes a constant as it is", arguments: rates)
    func filters(rate: Int) {
        let converter = RateConverter(rate: rate)
        for start in stride(from: 0, to: converter.table.count, by: converter.taps) {
            let filter = converter.table[start..<start + converter.taps].map(Int.init)
            #expect(filter.reduce(0) { $0 + abs($1) } * 32_768 + 8192 <= Int(Int32.max))
            #expect(abs(filter.reduce(0, +) - 16_384) <= 12)
        }
    }

    @Test("a tone keeps its height and its time", arguments: rates)
    func tone(rate: Int) {
        let hertz = 400_000.0
        func turn(_ place: Int, _ rate: Double) -> Double { 2 * Double.pi * hertz * Double(place) / rate }
        let samples = (0..<4000).map { place in
            let angle = turn(place, Double(rate))
            return (Int16(20_000 * Trigonometry.cosine(angle)), Int16(20_000 * Trigonometry.sine(angle)))
        }
        let result = Self.converted(samples, rate: rate, pieces: 4000, room: 6000)
        for place in 40..<result.inPhase.count - 40 {
            let angle = turn(place, 2_400_000)
            #expect(abs(Double(result.inPhase[place]) - 20_000 * Trigonometry.cosine(angle)) < 300)
            #expect(abs(Double(result.quadrature[place]) - 20_000 * Trigonometry.sine(angle)) < 300)
        }
    }
}
