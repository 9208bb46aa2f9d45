import Aero

/// Reads JSON into a rule's tree and counts lines.
struct RuleTextReader {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(RuleError) -> RuleValue {
        let value = try value()
        skipBlanks()
        guard place == bytes.count else { throw syntax(.end) }
        return value
    }

    private mutating func value() throws(RuleError) -> RuleValue {
        skipBlanks()
        let start = line
        guard let first = peek else { throw syntax(.value) }
        switch first {
        case UInt8(ascii: "{"): return RuleValue(.map(try map()), line: start)
        case UInt8(ascii: "["): return RuleValue(.list(try list()), line: start)
        case UInt8(ascii: "\""): return RuleValue(.text(try string()), line: start)
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return RuleValue(.number(try number()), line: start)
        default: throw syntax(.value)
        }
    }

    private mutating func map() throws(RuleError) -> [RuleMember] {
        try enter()
        defer { depth -= 1 }
        var members: [RuleMember] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw syntax(.key) }
            let key = try string()
            guard !members.contains(where: { $0.key == key }) else { throw RuleError(.repeatedKey(key), line: line) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw syntax(.colon) }
            members.append(RuleMember(key, try value()))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw syntax(.commaOrBrace) }
        return members
    }

    private mutating func list() throws(RuleError) -> [RuleValue] {
        try enter()
        defer { depth -= 1 }
        var values: [RuleValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return values }
        repeat {
            values.append(try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw syntax(.commaOrBracket) }
        return values
    }

    private mutating func string() throws(RuleError) -> String {
        place += 1
        var text: [UInt8] = []
        while let byte = peek {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw syntax(.utf8) }
                return string
            case UInt8(ascii: "\\"): text += try escaped()
            case 0..<0x20: throw syntax(.escapedControl)
            default: text.append(byte)
            }
        }
        throw syntax(.closingMark)
    }

    private mutating func escaped() throws(RuleError) -> [UInt8] {
        guard let byte = peek else { throw syntax(.characterAfterBackslash) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "u"): return try unicode()
        default: throw syntax(.escape)
        }
    }

    private mutating func unicode() throws(RuleError) -> [UInt8] {
        var code = try fourDigits()
        if (0xD800..<0xDC00).contains(code) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw syntax(.secondHalf) }
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw syntax(.secondHalf) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw syntax(.unicode) }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func fourDigits() throws(RuleError) -> UInt32 {
        guard place + 4 <= bytes.count else { throw syntax(.fourDigits) }
        var code: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = Hexadecimal.value(of: byte) else { throw syntax(.fourDigits) }
            code = code << 4 | UInt32(digit)
        }
        place += 4
        return code
    }

    private mutating func number() throws(RuleError) -> Double {
        let start = place
        while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { place += 1 }
        let text = bytes[start..<place]
        let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        let hasSpareZero =
            digits.count > 1 && digits.first == UInt8(ascii: "0")
            && ("0"..."9").contains(Character(Unicode.Scalar(digits[digits.startIndex + 1])))
        guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite, !hasSpareZero,
            digits.first != UInt8(ascii: "."), digits.last != UInt8(ascii: ".")
        else { throw syntax(.number) }
        return number
    }

    private mutating func word(_ word: String, _ content: RuleValue.Content) throws(RuleError) -> RuleValue {
        guard bytes[place...].starts(with: word.utf8) else { throw syntax(.value) }
        place += word.utf8.count
        return RuleValue(content, line: line)
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 32 || (9...10).contains(byte) || byte == 13 {
            if byte == 10 { line += 1 }
            place += 1
        }
    }

    private mutating func enter() throws(RuleError) {
        place += 1
        depth += 1
        guard depth <= RuleValue.maximumDepth else {
            throw RuleError(.tooDeep(bound: RuleValue.maximumDepth), line: line)
        }
    }

    private func syntax(_ expected: RuleSyntax) -> RuleError { RuleError(.syntax(expected: expected), line: line) }
}
