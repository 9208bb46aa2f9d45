/// Takes out of a line what must not be kept: keys, tokens, passwords and places of receivers. They should not get into a message in the
/// first place; this is the net below.
enum LogRedaction {
    /// Names of options and fields whose value is nobody's business.
    static let secretNames: Set<String> = [
        "key", "token", "secret", "password", "pass", "client-secret", "client_secret", "api-key", "api_key", "apikey",
        "authorization", "cookie",
    ]
    /// Where a receiver stands, and where a polled source looks: most look around themselves.
    static let placeNames: Set<String> = ["at", "receiver", "place", "circle", "box"]

    /// The line with `…` in place of what must not be kept.
    static func cleaned(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x3D || $0 == 0x3A || $0 == 0x5F || $0 == 0x20 }) else { return text }
        var bytes = Array(text.utf8)
        blankValues(&bytes)
        blankUsers(&bytes)
        blankWords(&bytes, after: "bearer ")
        blankWords(&bytes, after: TokenText.prefix)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let mark = Array("…".utf8)

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        // Blank, control, & ; " ' ) ] } > | and the backslash of an escape.
        byte <= 0x20 || [0x26, 0x3B, 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x3E, 0x7C, 0x5C].contains(byte)
    }

    /// `name=value`, `"name": "value"` and `name: value` of the names above.
    private static func blankValues(_ bytes: inout [UInt8]) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            result.append(byte)
            index += 1
            guard byte == 0x3D || byte == 0x3A else { continue }
            var end = result.count - 1
            while end > 0, result[end - 1] == 0x22 || result[end - 1] == 0x27 { end -= 1 }
            var begin = end
            while begin > 0, isNameByte(result[begin - 1]) { begin -= 1 }
            let name = String(decoding: result[begin..<end], as: UTF8.self).lowercased()
            let isSecret = secretNames.contains(name)
            // "at: 12:00" and "receiver: connected" are words; a place follows an equals sign, or is a number.
            guard isSecret || placeNames.contains(name) else { continue }
            var value = index
            while value < bytes.count, [0x20, 0x22, 0x27].contains(bytes[value]) { value += 1 }
            var stop = value
            while stop < bytes.count, !endsValue(bytes[stop]) { stop += 1 }
            if !isSecret, !isPlace(bytes[value..<stop]) { continue }
            // A value that says its kind first ("Bearer x") is taken with what follows.
            let word = String(decoding: bytes[value..<stop], as: UTF8.self).lowercased()
            if ["bearer", "basic"].contains(word) {
                stop += 1
                while stop < bytes.count, !endsValue(bytes[stop]) { stop += 1 }
                stop = min(stop, bytes.count)
            }
            guard stop > value else { continue }
            result.append(contentsOf: bytes[index..<value])
            result.append(contentsOf: mark)
            index = stop
        }
        bytes = result
    }

    /// Numbers with a comma, plain or percent encoded.
    private static func isPlace(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B else {
            return false
        }
        return bytes.contains(0x2C) || String(decoding: bytes, as: UTF8.self).lowercased().contains("%2c")
    }

    /// `scheme://user:password@host`.
    private static func blankUsers(_ bytes: inout [UInt8]) {
        let slashes = Array("://".utf8)
        var index = 0
        while index + 3 < bytes.count {
            guard bytes[index..<(index + 3)].elementsEqual(slashes) else {
                index += 1
                continue
            }
            let begin = index + 3
            index = begin
            var end = begin
            while end < bytes.count, !endsValue(bytes[end]), bytes[end] != 0x2F, bytes[end] != 0x3F { end += 1 }
            if let at = bytes[begin..<end].lastIndex(of: 0x40) { bytes.replaceSubrange(begin..<at, with: mark) }
        }
    }

    /// A word behind another, such as a token behind `Bearer`.
    private static func blankWords(_ bytes: inout [UInt8], after prefix: String) {
        let wanted = Array(prefix.utf8)
        var index = 0
        while index + wanted.count < bytes.count {
            let isHere = wanted.indices.allSatisfy { lower(bytes[index + $0]) == wanted[$0] }
            guard isHere, index == 0 || !isNameByte(bytes[index - 1]) else {
                index += 1
                continue
            }
            let begin = index + wanted.count
            var end = begin
            while end < bytes.count, isNameByte(bytes[end]) || [0x2B, 0x2F, 0x2E, 0x7E].contains(bytes[end]) {
                end += 1
            }
            if end > begin { bytes.replaceSubrange(begin..<end, with: mark) }
            index = begin
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}
