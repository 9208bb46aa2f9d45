/// Where a reply of Mode A or C may start, seen on the envelope at the samples: two pulses 20.3 µs apart, and silence half way between the places
/// of pulses.
enum ModeACGate {
    /// Samples beyond the start that the gate looks at, and before it.
    static let reach = 51
    static let before = 2

    /// Marks with their highest bit the samples that stand above the threshold together with one of the two 48.7 samples on, are not below
    /// their neighbours, and have nothing near their height two samples before and at nine places up to the second pulse.
    ///
    /// Places of pulses lie 3.48 samples apart, so that every second time the middle between two of them lies near a whole sample: 7 by 7 from 5 on.
    /// Bits of Mode S have a pulse there half of the time.
    /// - Parameters:
    ///   - envelope: `before` values before the first place and `reach` behind the last.
    ///   - start: where the first place stands.
    ///   - floor: what silence may rise to, before five eighths of the height are added.
    ///   - target: of the first mark.
    static func mark(
        _ envelope: [Int16],
        from start: Int,
        threshold: Int16,
        floor: Int16,
        into result: inout [UInt8],
        at target: Int,
        count: Int
    ) {
        precondition(start >= before && count >= 0 && envelope.count >= start + count + reach)
        precondition(target >= 0 && result.count >= target + count)
        let envelope = envelope.span.extracting(start - before..<start + count + reach)
        var marks = result.mutableSpan
        let g0 = envelope.extracting(0..<count)
        let before = envelope.extracting(1..<count + 1)
        let here = envelope.extracting(2..<count + 2)
        let after = envelope.extracting(3..<count + 3)
        let g1 = envelope.extracting(4..<count + 4)
        let g2 = envelope.extracting(7..<count + 7)
        let g3 = envelope.extracting(14..<count + 14)
        let g4 = envelope.extracting(21..<count + 21)
        let g5 = envelope.extracting(28..<count + 28)
        let g6 = envelope.extracting(35..<count + 35)
        let g7 = envelope.extracting(42..<count + 42)
        let g8 = envelope.extracting(49..<count + 49)
        let early = envelope.extracting(50..<count + 50)
        let late = envelope.extracting(51..<count + 51)
        for index in 0..<count {
            let value = here[index]
            let height = min(value, max(early[index], late[index])) &- threshold
            let peak = value &- max(before[index], after[index])
            let first = max(max(g0[index], g1[index]), max(g2[index], g3[index]))
            let second = max(max(g4[index], g5[index]), max(g6[index], g7[index]))
            let silence = (value &>> 1) &+ (value &>> 3) &+ floor &- max(max(first, second), g8[index])
            marks[target + index] = UInt8(truncatingIfNeeded: ~(height | peak | silence) &>> 8)
        }
    }
}
