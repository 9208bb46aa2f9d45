/// The address of a machine in one form: IPv4 is written as IPv6 (RFC 4291, 2.5.5.2), zones are left out.
public struct InternetAddress: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads an address, alone, in brackets, or with a port behind it.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 64 else { return nil }
        var name = text[...]
        if name.hasPrefix("[") {
            guard let end = name.firstIndex(of: "]") else { return nil }
            name = name[name.index(after: name.startIndex)..<end]
        } else if name.utf8.filter({ $0 == UInt8(ascii: ":") }).count == 1, let colon = name.firstIndex(of: ":") {
            name = name[..<colon]
        }
        name = name.prefix { $0 != "%" }
        if let four = InternetAddress.four(name) {
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(four))
        } else if let words = InternetAddress.words(name) {
            self.init(high: InternetAddress.joined(words[0..<4]), low: InternetAddress.joined(words[4..<8]))
        } else {
            return nil
        }
    }

    public var isFour: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// This machine's own.
    public var isLoopback: Bool { isFour ? low >> 24 & 0xFF == 127 : high == 0 && low == 1 }

    /// What counts as one: an IPv4 address, or the /64 that one household or server has of IPv6.
    public var counted: InternetAddress { isFour || isLoopback ? self : InternetAddress(high: high, low: 0) }

    /// As it is written: `192.0.2.7`, or eight groups of hexadecimal digits without `::`.
    public var text: String {
        if isFour { return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".") }
        return [high, low].flatMap { half in [48, 32, 16, 0].map { String(half >> $0 & 0xFFFF, radix: 16) } }
            .joined(separator: ":")
    }

    private static func joined(_ words: ArraySlice<UInt16>) -> UInt64 { words.reduce(0) { $0 << 16 | UInt64($1) } }

    private static func four(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), let byte = UInt8(part) else { return nil }
            value = value << 8 | UInt32(byte)
        }
        return value
    }

    /// Eight words of 16 bits; `::` stands for as many zeros as are missing.
    private static func words(_ text: some StringProtocol) -> [UInt16]? {
        let characters = Array(text.utf8)
        let colons = characters.indices.dropLast().filter { characters[$0] == 58 && characters[$0 + 1] == 58 }
        guard let gap = colons.first else {
            let words = group(characters[...])
            return words?.count == 8 ? words : nil
        }
        guard colons.count == 1, let head = group(characters[..<gap]), let tail = group(characters[(gap + 2)...]),
            head.count + tail.count <= 7
        else { return nil }
        return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    private static func group(_ characters: ArraySlice<UInt8>) -> [UInt16]? {
        guard !characters.isEmpty else { return [] }
        var words: [UInt16] = []
        let parts = characters.split(separator: 58, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let text = String(decoding: part, as: UTF8.self)
            if index == parts.count - 1, text.contains("."), let last = four(text) {
                words += [UInt16(last >> 16), UInt16(last & 0xFFFF)]
            } else {
                guard (1...4).contains(part.count), part.allSatisfy({ Hexadecimal.value(of: $0) != nil }),
                    let word = UInt16(text, radix: 16)
                else { return nil }
                words.append(word)
            }
        }
        return words
    }
}
