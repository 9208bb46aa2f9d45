/// Whether a text that stands where a registration should is one.
public enum RegistrationText {
    /// Why a text is no registration. None of these repeats the text: it may be anybody's name.
    public enum Fault: Hashable, Sendable {
        case blank
        /// A word that lists put there: `TACTICAL`, `UNKNOWN`.
        case placeholder(String)
        /// A number with an exponent, or a month: what a spreadsheet makes of registrations.
        case spreadsheet
        /// Letters alone, and no state's mark before a hyphen.
        case lettersOnly(count: Int)
        case tooLong(count: Int)
        /// Characters or blanks that no registration has.
        case strangeCharacters
    }

    /// The letters and digits in upper case, and `+`, which tells German serials apart.
    public static func compact(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, UInt8(ascii: "+"): bytes.append(byte)
            case 97...122: bytes.append(byte - 32)
            default: continue
            }
        }
        return bytes
    }

    /// Whether a registration tells one machine from all others, whoever writes it: serials of digits alone are used by many states.
    ///
    /// - Parameter compact: as `compact` gives it.
    public static func isDistinct(_ compact: [UInt8]) -> Bool {
        compact.count >= 4 && compact.contains { !(48...57).contains($0) }
    }

    /// The ways in which a registration is written in lists: as it is given, without hyphens, and with one behind the first to fourth letter.
    ///
    /// - Returns: in upper case, each once; none for what has fewer than two letters and digits, or more than twelve.
    public static func spellings(of text: some StringProtocol) -> [String] {
        let letters = compact(text)
        guard (2...12).contains(letters.count), text.utf8.count <= 16 else { return [] }
        let plain = String(decoding: letters, as: UTF8.self)
        var spellings = [text.uppercased(), plain]
        for place in 1...4 where place < letters.count {
            spellings.append(
                String(decoding: letters[..<place] + [UInt8(ascii: "-")] + letters[place...], as: UTF8.self)
            )
        }
        return spellings.enumerated().filter { !spellings[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// What is wrong with a text as a registration; `nil` if it may be one.
    ///
    /// - Parameter state: of the address it stands at: five letters without hyphen are taken where they begin with that state's mark.
    public static func fault(in text: some StringProtocol, state: StateCode?) -> Fault? {
        let trimmed = trimmed(Array(text.utf8))
        guard !trimmed.isEmpty else { return .blank }
        guard trimmed.count <= 12 else { return .tooLong(count: trimmed.count) }
        let upper = trimmed.map { (97...122).contains($0) ? $0 - 32 : $0 }
        if isExponent(upper) || isMonth(upper) { return .spreadsheet }
        let word = String(decoding: upper, as: UTF8.self)
        if placeholders.contains(word) { return .placeholder(word) }
        guard upper.allSatisfy({ isDigit($0) || isLetter($0) || "+-/. ".utf8.contains($0) }), blanksAreInPlace(upper)
        else {
            return .strangeCharacters
        }
        if upper.contains(where: isDigit) { return nil }
        return lettersFault(upper, state: state)
    }

    private static let placeholders: Set<String> = [
        "TACTICAL", "UNKNOWN", "UNKN", "NONE", "N/A", "NA", "-", "--", "BLOCKED", "TBD", "TBC", "TEST", "NULL", "NIL",
        "MILITARY", "ANON",
        "PRIVATE", "WITHHELD",
    ]

    /// `FAF 0073`: one blank, before a number.
    private static func blanksAreInPlace(_ text: [UInt8]) -> Bool {
        guard let blank = text.firstIndex(of: 32) else { return true }
        return blank <= 4 && text[(blank + 1)...].allSatisfy(isDigit)
    }

    private static func lettersFault(_ text: [UInt8], state: StateCode?) -> Fault? {
        let letters = text.count(where: isLetter)
        if let hyphen = text.firstIndex(of: UInt8(ascii: "-")) {
            let (mark, body) = (text[..<hyphen], text[(hyphen + 1)...])
            let isWhole = body.allSatisfy(isLetter) && (mark.count == 1 ? 3...4 : 2...4).contains(body.count)
            return isWhole && NationalityMarks.isKnown(mark) ? nil : .lettersOnly(count: letters)
        }
        guard text.count == 5, let state else { return .lettersOnly(count: letters) }
        for length in 1...2 {
            let painted = text[..<length] + [UInt8(ascii: "-")] + text[length...]
            if NationalityMarks.states(of: String(decoding: painted, as: UTF8.self)).contains(state) { return nil }
        }
        return .lettersOnly(count: letters)
    }

    /// `4.41E+11`, `1E+05`, `4,41E+11`.
    static func isExponent(_ text: [UInt8]) -> Bool {
        guard let e = text.firstIndex(of: UInt8(ascii: "E")), e > 0, e + 2 < text.count else { return false }
        guard text[e + 1] == UInt8(ascii: "+") || text[e + 1] == UInt8(ascii: "-") else { return false }
        return text[..<e].allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
            && text[(e + 2)...].allSatisfy(isDigit)
    }

    /// `10-MAY`, `MAY-10`.
    private static func isMonth(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        func isPair(_ month: ArraySlice<UInt8>, _ number: ArraySlice<UInt8>) -> Bool {
            (1...2).contains(number.count) && number.allSatisfy(isDigit)
                && months.contains(String(decoding: month, as: UTF8.self))
        }
        return isPair(parts[0], parts[1]) || isPair(parts[1], parts[0])
    }

    private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var slice = text[...]
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        return slice
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}

extension RegistrationText.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .blank: "nothing stands where the registration should"
        case .placeholder(let word): "\(word) is no registration"
        case .spreadsheet: "a spreadsheet made a number or a date of it"
        case .lettersOnly(let count): "\(count) letters without a state's mark are no registration"
        case .tooLong(let count): "a registration has no \(count) characters"
        case .strangeCharacters: "no registration has such characters"
        }
    }
}
