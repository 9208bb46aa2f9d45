/// Characters of six bits in registers.
///
/// - Source: ICAO Annex 10 Vol IV, table 3-9.
extension Field56 {
    /// The codes that stand for A-Z, space and 0-9, a bit each.
    private static var legalCodes: UInt64 { 0x03FF_0001_07FF_FFFE }

    /// Whether `count` characters from bit `first` are a word: letters and digits, then nothing but spaces.
    ///
    /// - Parameter minimum: how many letters and digits there must be.
    @inline(__always)
    func isWord(_ first: Int, count: Int, minimum: Int = 1) -> Bool {
        var end = false
        var letters = 0
        for index in 0..<count {
            let code = rawValue >> UInt64(51 - first - 6 * index) & 0x3F
            guard Field56.legalCodes >> code & 1 == 1 else { return false }
            if code == 32 {
                end = true
            } else {
                if end { return false }
                letters += 1
            }
        }
        return letters >= minimum
    }

    /// The text of `count` characters from bit `first` without trailing spaces; `nil` if one is illegal or all are spaces.
    func text(_ first: Int, count: Int) -> String? {
        var characters: [UInt8] = []
        for index in 0..<count {
            let code = UInt8(truncatingIfNeeded: rawValue >> UInt64(51 - first - 6 * index) & 0x3F)
            guard Field56.legalCodes >> UInt64(code) & 1 == 1 else { return nil }
            characters.append(code < 32 ? code + 64 : code)
        }
        while characters.last == 32 { characters.removeLast() }
        return characters.isEmpty ? nil : String(decoding: characters, as: UTF8.self)
    }
}
