/// Decimal digits of a number, eight at a time inside one register instead of one division each.
enum DecimalDigits {
    /// What `eight` can take.
    static let bound: UInt64 = 100_000_000

    /// The eight digits of a number below 100,000,000, each a byte 0…9, the first in the lowest byte.
    ///
    /// Quarters, pairs and digits are parted by multiplying with the reciprocal of 100 and 10, several of them in one multiplication;
    /// exact for all numbers below the bound (there is a test of each step).
    @inline(__always)
    static func eight(_ number: UInt64) -> UInt64 {
        let quarters = number / 10_000 | (number % 10_000) << 32
        let hundreds = (quarters &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let pairs = (quarters &- 100 &* hundreds) << 16 &+ hundreds
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        return tens &+ (pairs &- 10 &* tens) << 8
    }

    /// The three digits of each number below 1,000 as text, the first in the lowest byte; in the highest byte how many of them are zeros
    /// in front that a number alone would not have.
    static let threes: [UInt32] = (0..<1024).map { number in
        // So long that ten bits never lead out of it.
        guard number < 1000 else { return 0 }
        let digits = [number / 100, number / 10 % 10, number % 10].map { UInt32(48 + $0) }
        let zeros: UInt32 = number < 10 ? 2 : number < 100 ? 1 : 0
        return digits[0] | digits[1] << 8 | digits[2] << 16 | zeros << 24
    }

    /// `"0"` in each of eight bytes.
    static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// Six hexadecimal digits of a number of 24 bits, lower case, as text, the first in the lowest byte.
    @inline(__always)
    static func hexadecimal(_ bits: UInt32) -> UInt64 {
        let number = UInt64(bits)
        var spread = number >> 20 & 15 | (number >> 16 & 15) << 8 | (number >> 12 & 15) << 16
        spread |= (number >> 8 & 15) << 24 | (number >> 4 & 15) << 32 | (number & 15) << 40
        let letters = (spread &+ 0x0606_0606_0606) >> 4 & 0x0101_0101_0101
        return spread &+ 0x3030_3030_3030 &+ letters &* 39
    }

    /// Four octal digits of a number of 12 bits as text, the first in the lowest byte.
    @inline(__always)
    static func octal(_ code: UInt16) -> UInt64 {
        let number = UInt64(code)
        let spread = number >> 9 & 7 | (number >> 6 & 7) << 8 | (number >> 3 & 7) << 16 | (number & 7) << 24
        return spread &+ 0x3030_3030
    }
}
