import Aero

/// What the layouts of registers have in common.
extension Field56 {
    /// Whether all bits are zero. A register that is empty or not served is answered so: it is no register's content.
    public var isEmpty: Bool { rawValue == 0 }

    @inline(__always)
    static func mask(_ first: Int, _ last: Int) -> UInt64 {
        ((1 << UInt64(last - first + 1)) - 1) << UInt64(56 - last)
    }

    /// Whether bits `first` … `last` are all zero.
    @inline(__always)
    func isZero(_ first: Int, _ last: Int) -> Bool { rawValue & Field56.mask(first, last) == 0 }

    /// The status rule: where the status bit is 0, the bits behind it up to `last` are 0.
    @inline(__always)
    func keepsStatusRule(_ status: Int, _ last: Int) -> Bool {
        rawValue & Field56.mask(status, status) != 0 || rawValue & Field56.mask(status + 1, last) == 0
    }

    /// A part as a number without sign.
    @inline(__always)
    func unsigned(_ first: Int, _ last: Int) -> Int {
        Int(truncatingIfNeeded: (rawValue & Field56.mask(first, last)) >> UInt64(56 - last))
    }

    /// A part as a number in two's complement, its sign first.
    @inline(__always)
    func signed(_ first: Int, _ last: Int) -> Int {
        Int(truncatingIfNeeded: Int64(bitPattern: rawValue << UInt64(7 + first)) >> Int64(63 - last + first))
    }

    /// The bits behind a status bit, without sign; `nil` where the status is 0.
    func number(status: Int, last: Int) -> Double? { bit(status) ? Double(unsigned(status + 1, last)) : nil }

    /// The bits behind a status bit, in two's complement; `nil` where the status is 0.
    func signedNumber(status: Int, last: Int) -> Double? { bit(status) ? Double(signed(status + 1, last)) : nil }

    /// A direction behind a status bit as a fraction of the full turn, 0 ..< 360; `nil` where the status is 0.
    ///
    /// The tables write a sign and a magnitude, -180 … 180; in two's complement that is the turn itself.
    func direction(status: Int, last: Int) -> Degrees? {
        guard bit(status) else { return nil }
        return Degrees(Double(unsigned(status + 1, last)) * 360 / Double(1 << (last - status)))
    }

    /// One bit as 0 or 1, to be counted.
    @inline(__always)
    func flag(_ number: Int) -> Int { unsigned(number, number) }
}
