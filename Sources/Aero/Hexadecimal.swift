/// Hexadecimal digits in and out, without allocation where it counts.
public enum Hexadecimal {
    /// The value 0…15 of an ASCII digit in either case; `nil` for anything else.
    public static func value(of ascii: UInt8) -> UInt8? {
        switch ascii {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): ascii - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): ascii - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): ascii - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The ASCII code of the digit of a value 0…15; only the low four bits are used.
    public static func upperDigit(_ value: UInt8) -> UInt8 {
        let low = value & 15
        return low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "A") + low - 10
    }

    /// The lowest `digits` hexadecimal digits (at most 16) of a number, lower case, with leading zeros.
    public static func lower(_ value: UInt64, digits: Int) -> String {
        write(value, digits: digits, letters: UInt8(ascii: "a"))
    }

    /// The lowest `digits` hexadecimal digits (at most 16) of a number, upper case, with leading zeros.
    public static func upper(_ value: UInt64, digits: Int) -> String {
        write(value, digits: digits, letters: UInt8(ascii: "A"))
    }

    private static func write(_ value: UInt64, digits: Int, letters: UInt8) -> String {
        precondition((0...16).contains(digits), "a UInt64 has at most 16 hexadecimal digits")
        let ascii = (0..<digits).map { index in
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(4 * (digits - 1 - index))) & 15
            return digit < 10 ? UInt8(ascii: "0") + digit : letters + digit - 10
        }
        return String(decoding: ascii, as: UTF8.self)
    }
}
