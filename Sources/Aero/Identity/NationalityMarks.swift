/// The marks that registrations begin with, and the states they belong to.
public enum NationalityMarks {
    /// The states that a registration points to by its mark.
    ///
    /// - Parameter registration: upper case, as painted. With a hyphen the mark must be one of the table and what follows must look civil;
    ///   without one, only N-numbers, Japan and Korea are read, since any three letters begin with somebody's mark.
    /// - Returns: empty where it says nothing: military serials, marks that are not known.
    public static func states(of registration: some StringProtocol) -> [StateCode] {
        let text = Array(registration.utf8)
        if let hyphen = text.firstIndex(of: UInt8(ascii: "-")) {
            let (mark, body) = (text[..<hyphen], text[(hyphen + 1)...])
            guard isCivil(body, after: mark) else { return [] }
            return table[Array(mark)] ?? []
        }
        if text.starts(with: "N".utf8), Registration.americanAddress(text) != nil {
            return table[Array("N".utf8)] ?? []
        }
        guard text.count == 6, text[2...].allSatisfy({ isDigit($0) || isLetter($0) }), isDigit(text[2]) else {
            return []
        }
        let mark = Array(text[..<2])
        if mark == Array("HL".utf8), text[2...].allSatisfy(isDigit) { return table[mark] ?? [] }
        return mark == Array("JA".utf8) ? table[mark] ?? [] : []
    }

    /// Whether a mark is in the table.
    static func isKnown(_ mark: some Collection<UInt8>) -> Bool { table[Array(mark)] != nil }

    private static let table: [[UInt8]: [StateCode]] = {
        var table: [[UInt8]: [StateCode]] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let mark = words.first else { continue }
            table[Array(mark.utf8)] = words.dropFirst().compactMap { StateCode($0) }
        }
        return table
    }()

    /// Armed forces write letter, hyphen, number too: after a mark of one sign the civil form is asked for exactly.
    private static func isCivil(_ body: ArraySlice<UInt8>, after mark: ArraySlice<UInt8>) -> Bool {
        guard (2...5).contains(body.count), body.allSatisfy({ isDigit($0) || isLetter($0) }) else { return false }
        guard mark.count == 1, let first = mark.first else { return true }
        switch first {
        case UInt8(ascii: "B"): return true
        case UInt8(ascii: "D"): return body.count == 4
        case UInt8(ascii: "P"): return body.count == 3 && body.allSatisfy(isDigit)
        case UInt8(ascii: "Z"): return body.count == 3 && body.allSatisfy(isLetter)
        default: return body.count == 4 && body.allSatisfy(isLetter)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
