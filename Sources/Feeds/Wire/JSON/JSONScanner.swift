/// Reads JSON from bytes, one value after the other, without building a tree. Total on any bytes; nothing is allocated.
///
/// The bytes are handed in with each call, always the same ones: a structure cannot keep a span. A call that gives `nil` or `false` met
/// what is no JSON; the scanner is then of no further use.
/// - Source: RFC 8259. Laxer in one point: control characters inside a text are passed over.
struct JSONScanner {
    /// A value as far as it is of interest here.
    enum Value: Equatable {
        /// Infinite where a `Double` cannot hold it.
        case number(Double)
        /// Where the content is, without its quotes and with its escapes as they stand.
        case text(Range<Int>)
        case flag(Bool)
        case null
        /// A list or an object: where it is, brackets included.
        case nested(Range<Int>)
    }

    /// Lists and objects in each other; more are refused.
    static let deepest = 32

    /// The byte to be read next.
    private(set) var position: Int
    /// Whether `key` has just met the end of its object.
    private(set) var isObjectOver = false

    init(at position: Int = 0) { self.position = position }

    /// Whether nothing but blanks is left.
    mutating func isAtEnd(_ bytes: Span<UInt8>) -> Bool {
        skipBlanks(bytes)
        return position >= bytes.count
    }

    /// Steps over one byte of punctuation, and over blanks before it.
    ///
    /// - Returns: `false` if another byte is there; it is not stepped over.
    @inline(__always)
    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        skipBlanks(bytes)
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Steps to the next member of an object whose `{` has been taken.
    ///
    /// - Parameter isFirst: whether no member was read yet; a comma is wanted else.
    /// - Returns: the key without its quotes; at the object's end nothing of meaning, and `isObjectOver` is set; `nil` for no JSON.
    @inline(__always)
    mutating func key(_ bytes: Span<UInt8>, isFirst: Bool) -> Range<Int>? {
        isObjectOver = take(UInt8(ascii: "}"), bytes)
        if isObjectOver { return 0..<0 }
        if !isFirst, !take(UInt8(ascii: ","), bytes) { return nil }
        skipBlanks(bytes)
        guard let key = text(bytes), take(UInt8(ascii: ":"), bytes) else { return nil }
        return key
    }

    /// Steps to the next element of a list whose `[` has been taken.
    ///
    /// - Returns: whether there is one; `nil` for no JSON.
    mutating func element(_ bytes: Span<UInt8>, isFirst: Bool) -> Bool? {
        if take(UInt8(ascii: "]"), bytes) { return false }
        if !isFirst, !take(UInt8(ascii: ","), bytes) { return nil }
        return true
    }

    /// Reads any value; lists and objects are stepped over.
    @inline(__always)
    mutating func value(_ bytes: Span<UInt8>) -> Value? {
        skipBlanks(bytes)
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""): return text(bytes).map { .text($0) }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(bytes).map { .number($0) }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let start = position
            return skipNested(bytes) ? .nested(start..<position) : nil
        case UInt8(ascii: "t"): return word("true", bytes) ? .flag(true) : nil
        case UInt8(ascii: "f"): return word("false", bytes) ? .flag(false) : nil
        case UInt8(ascii: "n"): return word("null", bytes) ? .null : nil
        default: return nil
        }
    }

    // MARK: - Parts

    @inline(__always)
    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Steps over a word of fixed letters.
    private mutating func word(_ word: String, _ bytes: Span<UInt8>) -> Bool {
        let end = position + word.utf8.count
        guard end <= bytes.count, zip(position..<end, word.utf8).allSatisfy({ bytes[$0] == $1 }) else { return false }
        position = end
        return true
    }

    /// Reads a text that begins here.
    @inline(__always)
    private mutating func text(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return start..<position - 1
            }
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// Steps over a list or an object that begins here, however deep it is nested up to the limit.
    private mutating func skipNested(_ bytes: Span<UInt8>) -> Bool {
        // One bit a level: 1 for an object.
        var kinds: UInt64 = 0
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard text(bytes) != nil else { return false }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < Self.deepest else { return false }
                kinds = kinds << 1 | (bytes[position] == UInt8(ascii: "{") ? 1 : 0)
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard kinds & 1 == (bytes[position] == UInt8(ascii: "}") ? 1 : 0) else { return false }
                kinds >>= 1
                depth -= 1
                if depth == 0 {
                    position += 1
                    return true
                }
            default: break
            }
            position += 1
        }
        return false
    }

    /// Reads a number that begins here.
    private mutating func number(_ bytes: Span<UInt8>) -> Double? {
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var decimal = JSONDecimal()
        guard digits(bytes, { decimal.appendWhole($0) }) else { return nil }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard digits(bytes, { decimal.appendFraction($0) }) else { return nil }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            var isDown = false
            if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
                isDown = bytes[position] == UInt8(ascii: "-")
                position += 1
            }
            var exponent = 0
            guard digits(bytes, { exponent = min(100_000, exponent * 10 + Int($0)) }) else { return nil }
            decimal.shift(by: isDown ? -exponent : exponent)
        }
        return isNegative ? -decimal.value : decimal.value
    }

    /// Gives each digit; at least one must be there.
    @inline(__always)
    private mutating func digits(_ bytes: Span<UInt8>, _ body: (UInt8) -> Void) -> Bool {
        let start = position
        while position < bytes.count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            body(digit)
            position += 1
        }
        return position > start
    }
}
