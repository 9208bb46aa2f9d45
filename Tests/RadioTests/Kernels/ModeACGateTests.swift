import Testing

@testable import Radio

struct ModeACGateTests {
    /// The rule in plain words.
    private func isMarked(_ envelope: [Int16], at place: Int, threshold: Int16, floor: Int16) -> Bool {
        let value = envelope[place]
        let second = max(envelope[place + 48], envelope[place + 49])
        guard value >= threshold, second >= threshold else { return false }
        guard value >= envelope[place - 1], value >= envelope[place + 1] else { return false }
        let limit = value / 2 + value / 8 + floor
        return [-2, 2, 5, 12, 19, 26, 33, 40, 47].allSatisfy { envelope[place + $0] <= limit }
    }

    @Test("marks are those of the plain rule", arguments: [10, 100, 724] as [Int16])
    func twin(most: Int16) {
        var random = Numbers(state: UInt64(most))
        var marked = 0
        for _ in 0..<40 {
            // Mostly quiet, so that some pass.
            let envelope = (0..<400).map { _ in
                Int16.random(in: 0...(Int.random(in: 0..<4, using: &random) == 0 ? most : most / 5), using: &random)
            }
            let (threshold, floor) = (most / 2, most / 8)
            var marks = [UInt8](repeating: 7, count: 360)
            ModeACGate.mark(envelope, from: 5, threshold: threshold, floor: floor, into: &marks, at: 3, count: 300)
            for index in 0..<300 {
                let expected = isMarked(envelope, at: 5 + index, threshold: threshold, floor: floor)
                #expect((marks[3 + index] & 0x80 != 0) == expected, "\(index)")
                if expected { marked += 1 }
            }
            #expect(marks[..<3].allSatisfy { $0 == 7 } && marks[303...].allSatisfy { $0 == 7 })
        }
        #expect(marked > 20)
    }
}
