/// The 56 bits in the middle of a long frame: ME, MB or MV. Bits are counted from 1, most significant first.
public struct Field56: RawRepresentable, Hashable, Sendable {
    /// The bits, right-aligned.
    public let rawValue: UInt64

    /// A field by its bits, right-aligned; only the low 56 are used.
    public init(rawValue: UInt64) { self.rawValue = rawValue & 0xFF_FFFF_FFFF_FFFF }

    /// A part of the field as an unsigned number.
    ///
    /// - Parameters:
    ///   - first: its first bit, 1…56.
    ///   - last: its last bit, not before the first, at most 32 bits on.
    @inline(__always)
    public func bits(_ first: Int, _ last: Int) -> UInt32 {
        precondition(first >= 1 && first <= last && last <= 56 && last - first < 32, "field outside bits 1…56")
        return UInt32(truncatingIfNeeded: rawValue >> UInt64(56 - last) & ((1 << UInt64(last - first + 1)) - 1))
    }

    /// One bit of the field.
    @inline(__always)
    public func bit(_ number: Int) -> Bool { bits(number, number) == 1 }
}
