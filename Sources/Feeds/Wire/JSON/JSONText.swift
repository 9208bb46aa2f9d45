import Aero
import ModeS

/// The texts of aircraft objects as values. A text with escapes is none of these.
enum JSONText {
    static func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: String) -> Bool {
        guard range.count == text.utf8.count else { return false }
        return zip(range, text.utf8).allSatisfy { bytes[$0] == $1 }
    }

    /// Whether a text stands somewhere in the range; the range is short.
    static func contains(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: String) -> Bool {
        let count = text.utf8.count
        guard range.count >= count else { return false }
        return (range.lowerBound...range.upperBound - count).contains { equals(bytes, $0..<$0 + count, text) }
    }

    /// The range without blanks at its ends.
    static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    /// Six hexadecimal digits, with a tilde before an address that is no ICAO one.
    static func address(_ bytes: Span<UInt8>, _ range: Range<Int>) -> AircraftAddress? {
        guard let first = range.first else { return nil }
        let isOther = bytes[first] == UInt8(ascii: "~")
        guard range.count == (isOther ? 7 : 6) else { return nil }
        guard let bits = hexadecimal(bytes, range.dropFirst(isOther ? 1 : 0)) else { return nil }
        return isOther ? AircraftAddress(other: UInt32(bits)) : AircraftAddress(icao: UInt32(bits))
    }

    /// Up to sixteen hexadecimal digits.
    static func hexadecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        guard (1...16).contains(range.count) else { return nil }
        var value: UInt64 = 0
        for index in range {
            guard let digit = Hexadecimal.value(of: bytes[index]) else { return nil }
            value = value << 4 | UInt64(digit)
        }
        return value
    }

    /// At most eight letters, digits and blanks.
    static func callsign(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
        guard (1...8).contains(range.count) else { return nil }
        var text = ""
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
                text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
            default: return nil
            }
        }
        return text
    }

    /// At most 32 printable ASCII characters, blanks at the ends taken off; `nil` for none, or with an escape.
    static func name(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
        let range = trimmed(bytes, range)
        guard (1...32).contains(range.count) else { return nil }
        var text = ""
        for index in range {
            guard (32..<127).contains(bytes[index]), bytes[index] != UInt8(ascii: "\\") else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        }
        return text
    }

    static func squawk(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Squawk? {
        guard range.count == 4 else { return nil }
        var value: UInt16 = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 8 else { return nil }
            value = value << 3 | UInt16(digit)
        }
        return Squawk(rawValue: value)
    }

    /// A letter A to D and a digit 0 to 7.
    static func category(_ bytes: Span<UInt8>, _ range: Range<Int>) -> EmitterCategory? {
        guard range.count == 2 else { return nil }
        let set = bytes[range.lowerBound] &- UInt8(ascii: "A")
        let number = bytes[range.lowerBound + 1] &- UInt8(ascii: "0")
        guard set < 4, number < 8 else { return nil }
        return EmitterCategory(typeCode: 4 - set, number: number)
    }

    static func emergency(_ bytes: Span<UInt8>, _ range: Range<Int>) -> EmergencyState? {
        EmergencyState.allCases.first { equals(bytes, range, $0.readsbName) }
    }

    static func sourceClass(_ bytes: Span<UInt8>, _ range: Range<Int>) -> SourceClass? {
        SourceClass.allCases.first { equals(bytes, range, $0.readsbName) }
    }

    /// Seconds since 1970 as an instant, to the microsecond; `nil` outside 1970 to 2200.
    static func instant(_ seconds: Double) -> Timestamp? {
        guard (0...7_258_118_400).contains(seconds) else { return nil }
        return Timestamp(nanoseconds: Int64((seconds * 1e6).rounded()) * 1000)
    }

    /// A number for the name of a receiver: its own value where it is sixteen hexadecimal digits, else a hash of the name. `nil` for none.
    static func receiver(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        if range.count == 16, let number = hexadecimal(bytes, range) { return number }
        guard (1...128).contains(range.count) else { return nil }
        // FNV-1a: a name for one connection, not a secret.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash
    }
}
