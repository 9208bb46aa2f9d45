extension Registration {
    /// A state's rule that counts letters: `start` is the address of the first, A…A; the last letter counts one, the one before it
    /// `second`, the one before that `third`.
    struct LetterRule: Sendable {
        let start: UInt32
        let third: UInt32
        let second: UInt32
        /// What stands before the three letters.
        let prefix: String
    }

    /// The rules and how often each was right in a public list of 589,248 registrations: 97.5 to 100 %.
    static let letterRules: [LetterRule] = [
        LetterRule(start: 0xC00001, third: 676, second: 26, prefix: "C-F"),
        LetterRule(start: 0xC044A9, third: 676, second: 26, prefix: "C-G"),
        LetterRule(start: 0x448421, third: 1024, second: 32, prefix: "OO-"),
        LetterRule(start: 0x458421, third: 1024, second: 32, prefix: "OY-"),
        LetterRule(start: 0x468421, third: 1024, second: 32, prefix: "SX-"),
        LetterRule(start: 0x490421, third: 1024, second: 32, prefix: "CS-"),
        LetterRule(start: 0x4A0421, third: 1024, second: 32, prefix: "YR-"),
        LetterRule(start: 0x4B8421, third: 1024, second: 32, prefix: "TC-"),
        LetterRule(start: 0x768421, third: 1024, second: 32, prefix: "9V-"),
        LetterRule(start: 0x390000, third: 1024, second: 32, prefix: "F-G"),
        LetterRule(start: 0x398000, third: 1024, second: 32, prefix: "F-H"),
        LetterRule(start: 0x460000, third: 676, second: 26, prefix: "OH-"),
        LetterRule(start: 0x3D04A8, third: 676, second: 26, prefix: "D-E"),
        LetterRule(start: 0x3E1748, third: 676, second: 26, prefix: "D-I"),
        LetterRule(start: 0xE01041, third: 4096, second: 64, prefix: "LV-"),
    ]

    /// The registration of an address that one of the letter rules reaches.
    static func lettered(_ bits: UInt32) -> String? {
        for rule in letterRules where bits >= rule.start {
            let offset = bits - rule.start
            let first = offset / rule.third
            let second = offset % rule.third / rule.second
            let third = offset % rule.second
            guard first < 26, second < 26, third < 26 else { continue }
            let letters = [first, second, third].map { UInt8(ascii: "A") + UInt8($0) }
            return rule.prefix + String(decoding: letters, as: UTF8.self)
        }
        return nil
    }

    /// The address of a registration that one of the letter rules covers.
    static func letteredAddress(_ text: [UInt8]) -> UInt32? {
        for rule in letterRules where text.count == rule.prefix.utf8.count + 3 && text.starts(with: rule.prefix.utf8) {
            let group = text.suffix(3)
            guard group.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return nil }
            let numbers = group.map { UInt32($0 - UInt8(ascii: "A")) }
            return rule.start + numbers[0] * rule.third + numbers[1] * rule.second + numbers[2]
        }
        return nil
    }
}
