/// Where a preamble may start, seen on the envelope at the samples alone: the cheap pass that all samples go through.
///
/// The preamble has pulses at 0, 1, 3.5 and 4.5 µs, each of half a microsecond, 1.2 samples. What begins within a sample has its pulses
/// and the gaps beside them on one of five patterns of whole samples, one for each fifth. A place that passes is looked at
/// again on the soft bits, which are computed only there.
enum PreambleGate {
    /// Samples beyond the start that the gate looks at.
    static let reach = 19

    /// The best of the five patterns, four pulses less four gaps, at `count` places from `start` on.
    ///
    /// With an envelope within 0…825 no sum leaves 16 bits.
    /// - Parameter target: where the first value goes.
    static func score(_ envelope: [Int16], from start: Int, into result: inout [Int16], at target: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && envelope.count >= start + count + 13)
        precondition(target >= 0 && result.count >= target + count)
        let envelope = envelope.span.extracting(start..<start + count + 13)
        var best = result.mutableSpan
        let e1 = envelope.extracting(1..<1 + count)
        let e2 = envelope.extracting(2..<2 + count)
        let e3 = envelope.extracting(3..<3 + count)
        let e4 = envelope.extracting(4..<4 + count)
        let e5 = envelope.extracting(5..<5 + count)
        let e8 = envelope.extracting(8..<8 + count)
        let e9 = envelope.extracting(9..<9 + count)
        let e10 = envelope.extracting(10..<10 + count)
        let e11 = envelope.extracting(11..<11 + count)
        let e12 = envelope.extracting(12..<12 + count)
        for index in 0..<count {
            // Pulses and gaps by fifth: 0: 1 3 9 11, 2 4 8 10; 1: 1 3 9 12, 2 4 8 10; 2: 1 3 9 12, 2 5 8 11;
            // 3: 1 4 10 12, 2 5 8 11; 4: 1 4 10 12, 3 5 9 11.
            let early = e2[index] &+ e8[index]
            let middle = e3[index] &+ e9[index]
            let late = e4[index] &+ e10[index]
            let end = e12[index] &- e5[index] &- e11[index]
            let first = middle &- early &- late &+ max(e11[index], e12[index])
            let second = middle &- early &+ end
            let third = late &+ end &- min(early, middle)
            best[target + index] = e1[index] &+ max(first, max(second, third))
        }
    }

    /// Marks with their highest bit the samples that stand above the threshold, are not below their neighbours, and are followed by the quiet
    /// stretch between the last preamble pulse and the first bit.
    ///
    /// - Parameters:
    ///   - score: the value of the first place at `first + 1`, one before and one behind those of the places.
    ///   - envelope: `count + reach` values from `start` on, where the first place stands.
    ///   - quietFloor: what six quiet samples may sum up to, before the score is added.
    ///   - quietEighths: of the score that is added, 0…8. Bits of a frame fill half of the time, three quarters of such a score.
    ///   - first: of the marks.
    static func mark(
        score: [Int16],
        envelope: [Int16],
        from start: Int,
        threshold: Int16,
        quietFloor: Int16,
        quietEighths: Int16,
        into result: inout [UInt8],
        at first: Int,
        count: Int
    ) {
        precondition(first >= 0 && count >= 0 && start >= 0 && score.count >= first + count + 2)
        precondition(envelope.count >= start + count + reach && result.count >= first + count)
        let score = score.span.extracting(first..<first + count + 2)
        let envelope = envelope.span.extracting(start..<start + count + reach)
        var marks = result.mutableSpan
        let before = score.extracting(0..<count)
        let here = score.extracting(1..<count + 1)
        let after = score.extracting(2..<count + 2)
        let q0 = envelope.extracting(13..<13 + count)
        let q1 = envelope.extracting(14..<14 + count)
        let q2 = envelope.extracting(15..<15 + count)
        let q3 = envelope.extracting(16..<16 + count)
        let q4 = envelope.extracting(17..<17 + count)
        let q5 = envelope.extracting(18..<18 + count)
        for index in 0..<count {
            let value = here[index]
            let quiet = (q0[index] &+ q1[index]) &+ (q2[index] &+ q3[index]) &+ (q4[index] &+ q5[index])
            // Margins instead of conditions: their signs are joined by one "or", which vectorises.
            let height = value &- max(threshold, max(before[index], after[index]))
            let margins = height | (quietFloor &+ (value &>> 3) &* quietEighths &- quiet)
            marks[first + index] = UInt8(truncatingIfNeeded: ~margins &>> 8)
        }
    }

    /// The first marked of some places.
    ///
    /// A kernel with `unsafe`: eight marks are read at once.
    /// - Parameter marks: at least seven more than the places reach to.
    static func firstMark(_ marks: [UInt8], in places: Range<Int>) -> Int? {
        precondition(places.lowerBound >= 0 && places.upperBound + 7 <= marks.count)
        return unsafe marks.withUnsafeBytes { marks in
            var place = places.lowerBound
            while place < places.upperBound {
                // safe: place + 7 is below upperBound + 7.
                let word = unsafe UInt64(littleEndian: marks.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let marked = word & 0x8080_8080_8080_8080
                if marked != 0 {
                    let found = place &+ marked.trailingZeroBitCount / 8
                    return found < places.upperBound ? found : nil
                }
                place &+= 8
            }
            return nil
        }
    }
}
