/// The differences between two addresses that errors in a few bits of the parity make.
///
/// One or two bits anywhere, or any number within four neighbouring ones: interference hits bits side by side. A wrong bit in front
/// of the parity changes at least seven bits of the remainder and never leads to a sister.
enum SisterPattern {
    /// All differences, fewest bits first.
    static let all: [UInt32] = {
        var patterns: [UInt32] = []
        for first in 0..<24 { patterns.append(1 << UInt32(first)) }
        for first in 0..<24 {
            for second in first + 1..<24 { patterns.append(1 << UInt32(first) | 1 << UInt32(second)) }
        }
        for first in 0..<22 { patterns.append(0b111 << UInt32(first)) }
        for first in 0..<21 {
            for window in [0b1011, 0b1101, 0b1111] as [UInt32] { patterns.append(window << UInt32(first)) }
        }
        return patterns
    }()

    /// Two, three or four neighbouring bits: what a burst leaves.
    static let runs: [UInt32] = {
        var patterns: [UInt32] = []
        for length in 2...4 {
            for first in 0...24 - length { patterns.append((1 << UInt32(length) - 1) << UInt32(first)) }
        }
        return patterns
    }()

    /// Whether the differing bits lie within four neighbours.
    static func isBurst(_ difference: UInt32) -> Bool {
        guard difference != 0, difference.nonzeroBitCount > 1 else { return false }
        return 32 - difference.leadingZeroBitCount - difference.trailingZeroBitCount <= 4
    }
}
