extension CanonicalJSON {
    /// Reads a value in its one written form; any other form of it is refused.
    ///
    /// - Throws: `CanonicalJSONError` with the place of the first byte that is not as it would be written.
    public init(canonical bytes: [UInt8]) throws(CanonicalJSONError) {
        self = try CanonicalJSON(reading: bytes)
        try Self.compare(self.bytes, with: bytes)
    }

    /// Reads a value in any form that RFC 8259 has, within bounds: 32 levels, 2,000,000 values, unique names, finite numbers, whole
    /// characters.
    public init(reading bytes: [UInt8]) throws(CanonicalJSONError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }

    /// - Throws: `notCanonical` where bytes are not as they would be written, with the place of the first that is not.
    static func compare(_ written: [UInt8], with bytes: [UInt8]) throws(CanonicalJSONError) {
        guard written != bytes else { return }
        throw .notCanonical(offset: zip(written, bytes).prefix { $0 == $1 }.count)
    }
}

/// Reads JSON; nothing that is handed in makes it trap or recurse without end.
private struct JSONReader {
    private static let deepest = 32
    /// Values of a document: a list of 100,000 items has 1,300,000, and each costs many times its bytes.
    private static let most = 2_000_000
    private let bytes: [UInt8]
    private var at = 0
    private var values = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(CanonicalJSONError) -> CanonicalJSON {
        let value = try value(depth: 0)
        skipBlanks()
        guard at == bytes.count else { throw .syntax(offset: at) }
        return value
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) throws(CanonicalJSONError) {
        guard next == UInt8(ascii: character) else { throw .syntax(offset: at) }
        at += 1
    }

    private mutating func word(_ word: String, _ value: CanonicalJSON) throws(CanonicalJSONError) -> CanonicalJSON {
        for byte in word.utf8 {
            guard next == byte else { throw .syntax(offset: at) }
            at += 1
        }
        return value
    }

    private mutating func value(depth: Int) throws(CanonicalJSONError) -> CanonicalJSON {
        skipBlanks()
        guard depth < Self.deepest else { throw .tooDeep(offset: at) }
        values += 1
        guard values <= Self.most else { throw .tooMany(offset: at) }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func array(depth: Int) throws(CanonicalJSONError) -> CanonicalJSON {
        try take("[")
        skipBlanks()
        var values: [CanonicalJSON] = []
        if next == UInt8(ascii: "]") {
            at += 1
            return .array(values)
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if next == UInt8(ascii: "]") { break }
            try take(",")
        }
        at += 1
        return .array(values)
    }

    private mutating func object(depth: Int) throws(CanonicalJSONError) -> CanonicalJSON {
        try take("{")
        skipBlanks()
        var members: [String: CanonicalJSON] = [:]
        if next == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            let start = at
            let name = try string()
            skipBlanks()
            try take(":")
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: name) == nil else { throw .repeatedName(offset: start) }
            skipBlanks()
            if next == UInt8(ascii: "}") { break }
            try take(",")
        }
        at += 1
        return .object(members)
    }

    private mutating func string() throws(CanonicalJSONError) -> String {
        let start = at
        try take("\"")
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw .syntax(offset: at) }
            at += 1
            if byte == UInt8(ascii: "\\") { try escape(&text) } else { text.append(byte) }
        }
        try take("\"")
        guard let string = String(validating: text, as: UTF8.self) else { throw .syntax(offset: start) }
        return string
    }

    private mutating func escape(_ text: inout [UInt8]) throws(CanonicalJSONError) {
        guard let byte = next else { throw .syntax(offset: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try unit()
            if (0xD800..<0xDC00).contains(code) {
                try take("\\")
                try take("u")
                let low = try unit()
                guard (0xDC00..<0xE000).contains(low) else { throw .syntax(offset: at) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            // A half of a pair alone is no character.
            guard let scalar = Unicode.Scalar(code) else { throw .syntax(offset: at) }
            text += Character(scalar).utf8
        default: throw .syntax(offset: at - 1)
        }
    }

    private mutating func unit() throws(CanonicalJSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw .syntax(offset: at)
            }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }

    /// - Source: RFC 8259, section 6.
    private mutating func number() throws(CanonicalJSONError) -> Double {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let whole = at
        try digits()
        guard bytes[whole] != UInt8(ascii: "0") || at == whole + 1 else { throw .syntax(offset: whole) }
        if next == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        // Longer numbers are no doubles that anybody wrote.
        guard at - start <= 400, let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite
        else { throw .syntax(offset: start) }
        return value
    }

    private mutating func digits() throws(CanonicalJSONError) {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        guard at > start else { throw .syntax(offset: at) }
    }
}
