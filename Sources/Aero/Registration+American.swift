extension Registration {
    /// How many addresses a prefix of one, two, three digits fills: itself, its letter suffixes, and ten longer ones.
    private static let sizes: [UInt32] = [101_711, 10_111, 951, 35]
    /// The prefix itself, 24 single letters, 24 x 24 pairs: 1 + 24 x 25.
    private static let suffixes: UInt32 = 601
    /// No I and no O.
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

    /// An N-number: 0xA00001 is N1, 0xADF7C7 is N99999.
    ///
    /// - Source: 14 CFR 47.15 for what numbers exist; the order is that of the public register's own address column.
    static func american(_ bits: UInt32) -> String? {
        guard (0xA00001...0xADF7C7).contains(bits) else { return nil }
        var rest = bits - 0xA00001
        var text: [UInt8] = [UInt8(ascii: "N"), UInt8(ascii: "1") + UInt8(rest / sizes[0])]
        rest %= sizes[0]
        for level in 1...3 {
            guard rest >= suffixes else {
                appendSuffix(rest, to: &text)
                return String(decoding: text, as: UTF8.self)
            }
            rest -= suffixes
            text.append(UInt8(ascii: "0") + UInt8(rest / sizes[level]))
            rest %= sizes[level]
        }
        // Four digits stand: nothing, one letter, or a fifth digit may follow.
        if rest >= 25 {
            text.append(UInt8(ascii: "0") + UInt8(rest - 25))
        } else if rest > 0 {
            text.append(letters[Int(rest - 1)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendSuffix(_ number: UInt32, to text: inout [UInt8]) {
        guard number > 0 else { return }
        text.append(letters[Int((number - 1) / 25)])
        let second = (number - 1) % 25
        if second > 0 { text.append(letters[Int(second - 1)]) }
    }

    /// The address of an N-number.
    static func americanAddress(_ text: [UInt8]) -> UInt32? {
        guard text.count >= 2, text.count <= 6, text[0] == UInt8(ascii: "N"),
            (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(text[1])
        else { return nil }
        var result = 0xA00001 + UInt32(text[1] - UInt8(ascii: "1")) * sizes[0]
        var level = 1
        var index = 2
        while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
            let digit = UInt32(text[index] - UInt8(ascii: "0"))
            guard level < 5 else { return nil }
            result += level == 4 ? 25 + digit : suffixes + digit * sizes[level]
            level += 1
            index += 1
        }
        let rest = text[index...]
        guard !rest.isEmpty else { return result }
        guard rest.count <= 2, level <= (rest.count == 2 ? 3 : 4), let first = place(of: rest.first) else { return nil }
        if level == 4 { return result + 1 + first }
        result += 1 + first * 25
        guard rest.count == 2 else { return result }
        guard let second = place(of: rest.last) else { return nil }
        return result + 1 + second
    }

    private static func place(of byte: UInt8?) -> UInt32? {
        byte.flatMap { letters.firstIndex(of: $0) }.map { UInt32($0) }
    }
}
