/// How far two words are apart.
enum Spelling {
    /// Whether a word may have a slip: in a short one every other word would fit, unless more was written around it.
    static func mayHaveSlip(_ word: [UInt8], among words: [[UInt8]]) -> Bool {
        word.count >= 6 || (word.count >= 4 && words.reduce(0) { $0 + $1.count } >= 10)
    }

    /// Whether one letter changed, added, left out, or changed with its neighbour makes one word of the other; not for equal words.
    static func isOneSlip(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        if one.count > other.count { return isOneSlip(other, one) }
        var left = one
        var right = other
        while let letter = left.first, letter == right.first {
            left.removeFirst()
            right.removeFirst()
        }
        if left.count < right.count {
            return left.count + 1 == right.count && left.elementsEqual(right.dropFirst())
        }
        guard left.count == right.count, let first = left.first, let second = right.first else { return false }
        if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
        let (next, other) = (left.dropFirst(), right.dropFirst())
        return next.first == second && other.first == first && next.dropFirst().elementsEqual(other.dropFirst())
    }
}
