/// Writes JSON bytes in one pass. Commas are its business; that objects are closed is the caller's.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    private static let powers: [Double] = [1, 10, 100, 1000, 1e4, 1e5, 1e6]
    private static let divisors: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
    private static let pairs: [UInt8] = (0..<200).map { index in
        let number: Int = index / 2
        let digit: Int = index % 2 == 0 ? number / 10 : number % 10
        return UInt8(48 + digit)
    }

    /// - Parameter capacity: bytes to make room for.
    init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    mutating func beginObject() { open(UInt8(ascii: "{")) }
    mutating func endObject() { close(UInt8(ascii: "}")) }
    mutating func beginArray() { open(UInt8(ascii: "[")) }
    mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The key of the next value; made of characters that need no escape.
    mutating func key(_ name: JSONKey) {
        bytes.append(contentsOf: needsComma ? name.following : name.first)
        needsComma = false
    }

    mutating func null() { literal("null") }
    mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    mutating func integer(_ value: some BinaryInteger) {
        separate()
        let wide = Int64(clamping: value)
        if wide < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(wide.magnitude)
        needsComma = true
    }

    /// A number with a fixed count of decimals, at most six; `null` when it is not finite or too large to write so.
    mutating func number(_ value: Double, decimals: Int) {
        let scaled = value.magnitude * JSONWriter.powers[decimals] + 0.5
        guard scaled < 9e18 else {
            null()
            return
        }
        separate()
        let whole = UInt64(scaled)
        if value < 0, whole != 0 { bytes.append(UInt8(ascii: "-")) }
        let divisor = JSONWriter.divisors[decimals]
        let (quotient, remainder) = whole.quotientAndRemainder(dividingBy: divisor)
        digits(quotient)
        if decimals > 0 { fraction(remainder, places: decimals) }
        needsComma = true
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        escaped(text)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Bytes that are JSON already.
    mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// A string of ASCII that needs no escape, filled with blanks to a width.
    mutating func padded(_ text: String, to width: Int) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        escaped(text)
        var missing = width - text.utf8.count
        while missing > 0 {
            bytes.append(UInt8(ascii: " "))
            missing -= 1
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A newline between documents.
    mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func literal(_ text: StaticString) {
        separate()
        bytes.append(contentsOf: text.description.utf8)
        needsComma = true
    }

    private mutating func digits(_ value: UInt64) {
        if value < 10 {
            bytes.append(48 &+ UInt8(truncatingIfNeeded: value))
        } else if value < 100 {
            let at = Int(value) &* 2
            bytes.append(JSONWriter.pairs[at])
            bytes.append(JSONWriter.pairs[at &+ 1])
        } else {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 100)
            digits(quotient)
            let at = Int(remainder) &* 2
            bytes.append(JSONWriter.pairs[at])
            bytes.append(JSONWriter.pairs[at &+ 1])
        }
    }

    private mutating func fraction(_ value: UInt64, places: Int) {
        bytes.append(UInt8(ascii: "."))
        var left = places
        while left > 0 {
            left -= 1
            let digit = (value / JSONWriter.divisors[left]) % 10
            bytes.append(48 &+ UInt8(truncatingIfNeeded: digit))
        }
    }

    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(JSONWriter.hexDigit(byte >> 4))
                bytes.append(JSONWriter.hexDigit(byte & 15))
            default:
                bytes.append(byte)
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
