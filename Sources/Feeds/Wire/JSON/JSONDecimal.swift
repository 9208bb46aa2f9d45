/// A decimal number as its digits are read: the first nineteen count, the others only by their place.
struct JSONDecimal {
    private var digits: UInt64 = 0
    private var exponent = 0

    /// Powers of ten a `Double` holds exactly.
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
    private static let most: UInt64 = 1_000_000_000_000_000_000

    /// A further digit before the point.
    @inline(__always)
    mutating func appendWhole(_ digit: UInt8) {
        if digits < Self.most { digits = digits * 10 + UInt64(digit) } else { exponent += 1 }
    }

    /// A further digit behind the point.
    @inline(__always)
    mutating func appendFraction(_ digit: UInt8) {
        guard digits < Self.most else { return }
        digits = digits * 10 + UInt64(digit)
        exponent -= 1
    }

    /// Moves the point.
    mutating func shift(by places: Int) { exponent += places }

    /// The value: exact to the last bit for up to fifteen digits and 22 places, within a few units of the last place beyond;
    /// infinite when it is too large.
    var value: Double {
        var value = Double(digits)
        guard digits > 0, exponent != 0 else { return value }
        guard exponent < 400 else { return .infinity }
        guard exponent > -400 else { return 0 }
        var left = exponent.magnitude
        while left > 0 {
            let step = min(left, 22)
            let power = Self.powers[Int(step)]
            value = exponent > 0 ? value * power : value / power
            left -= step
        }
        return value
    }
}
