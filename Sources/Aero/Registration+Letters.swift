extension Registration {
    /// A state's rule that counts letters: the last letter counts one, the one before it `second`, the one before that `third`.
    struct LetterRule: Sendable {
        /// What stands before the three letters.
        let prefix: String
        /// Address of `A` `A` `A`, or of the first letter that the rule covers with `A` `A`.
        let start: UInt32
        let third: UInt32
        let second: UInt32
        /// First letters that it covers, A = 0.
        var letters: ClosedRange<UInt32> = 0...25
        let rule: RegistrationRule

        func address(_ numbers: [UInt32]) -> UInt32? {
            guard letters.contains(numbers[0]) else { return nil }
            return start + (numbers[0] - letters.lowerBound) * third + numbers[1] * second + numbers[2]
        }

        /// The three letters as numbers.
        func numbers(_ bits: UInt32) -> [UInt32]? {
            guard bits >= start else { return nil }
            let offset = bits - start
            let numbers = [offset / third + letters.lowerBound, offset % third / second, offset % second]
            guard letters.contains(numbers[0]), numbers[1] < 26, numbers[2] < 26 else { return nil }
            return numbers
        }
    }

    /// The rules. Where two share a prefix, the first letter decides: Germany's D-A and D-B go on elsewhere from P A A on.
    ///
    /// - Source: the starts and steps that decoders agree on (tar1090 `registrations.js` at 0e3ec29 among them); the German starts follow
    ///   from each other, 17,576 apart. Shares as in `RegistrationRule`; those of Germany's A, B, C, F, G, H were not measured.
    static let letterRules: [LetterRule] = {
        let canada = (HitRate(right: 29_240, of: 29_251), HitRate(right: 304, of: 304))
        let seven = (HitRate(share: 0.975), HitRate(right: 127, of: 128))
        let five = (HitRate(share: 0.992), HitRate?.none)
        let france = (HitRate(share: 0.992), HitRate(right: 72, of: 74))
        func rule(
            _ prefix: String,
            _ start: UInt32,
            _ third: UInt32,
            _ second: UInt32,
            _ rates: (HitRate, HitRate?)?,
            _ letters: ClosedRange<UInt32> = 0...25
        ) -> LetterRule {
            LetterRule(
                prefix: prefix,
                start: start,
                third: third,
                second: second,
                letters: letters,
                rule: RegistrationRule(prefix, rates?.0, rates?.1)
            )
        }
        return [
            rule("C-F", 0xC00001, 676, 26, canada), rule("C-G", 0xC044A9, 676, 26, canada),
            rule("OO-", 0x448421, 1024, 32, seven), rule("OY-", 0x458421, 1024, 32, seven),
            rule("SX-", 0x468421, 1024, 32, seven), rule("CS-", 0x490421, 1024, 32, seven),
            rule("YR-", 0x4A0421, 1024, 32, seven), rule("TC-", 0x4B8421, 1024, 32, seven),
            rule("9V-", 0x768421, 1024, 32, seven),
            rule("F-G", 0x390000, 1024, 32, france), rule("F-H", 0x398000, 1024, 32, france),
            rule("OH-", 0x460000, 676, 26, five),
            rule("D-A", 0x3C4421, 1024, 32, nil, 0...14), rule("D-A", 0x3C0001, 676, 26, nil, 15...25),
            rule("D-B", 0x3C8421, 1024, 32, nil, 0...14), rule("D-B", 0x3C2001, 676, 26, nil, 15...25),
            rule("D-C", 0x3CC000, 676, 26, nil), rule("D-E", 0x3D04A8, 676, 26, five),
            rule("D-F", 0x3D4950, 676, 26, nil), rule("D-G", 0x3D8DF8, 676, 26, nil),
            rule("D-H", 0x3DD2A0, 676, 26, nil), rule("D-I", 0x3E1748, 676, 26, five),
            rule("LV-", 0xE01041, 4096, 64, five),
        ]
    }()

    /// The registration of an address that one of the letter rules reaches.
    static func lettered(_ bits: UInt32) -> (String, RegistrationRule)? {
        for rule in letterRules {
            guard let numbers = rule.numbers(bits) else { continue }
            let letters = numbers.map { UInt8(ascii: "A") + UInt8($0) }
            return (rule.prefix + String(decoding: letters, as: UTF8.self), rule.rule)
        }
        return nil
    }

    /// The address of a registration that one of the letter rules covers.
    static func letteredAddress(_ text: [UInt8]) -> (UInt32, RegistrationRule)? {
        for rule in letterRules where text.count == rule.prefix.utf8.count + 3 && text.starts(with: rule.prefix.utf8) {
            let group = text.suffix(3)
            guard group.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return nil }
            if let address = rule.address(group.map { UInt32($0 - UInt8(ascii: "A")) }) { return (address, rule.rule) }
        }
        return nil
    }
}
