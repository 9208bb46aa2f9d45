/// Names brought to what two spellings have in common: small letters without diacritics, words without what stands between them.
enum NameFolding {
    /// Bytes of a word that are kept.
    static let longestWord = 32
    /// Words of a name that are kept.
    static let mostWords = 16

    /// The words of a text. Latin letters lose their diacritics (`æ` becomes `ae`), apostrophes join (`P'yongyang` is one word), other
    /// signs part; letters of other scripts stay, made small.
    static func words(_ text: some StringProtocol) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .plain(let byte): word.append(byte)
            case .letters(let letters): word.append(contentsOf: letters)
            case .foreign(let letters): word.append(contentsOf: letters.utf8)
            case .joint: continue
            case .gap:
                if !word.isEmpty { words.append(Array(word.prefix(longestWord))) }
                word.removeAll(keepingCapacity: true)
                if words.count == mostWords { return words }
            }
        }
        if !word.isEmpty { words.append(Array(word.prefix(longestWord))) }
        return words
    }

    /// The words without those that only say what kind of place it is, unless nothing else is there.
    ///
    /// - Returns: the words, and whether one of the others spoke of an airport.
    static func telling(_ words: [[UInt8]]) -> (words: [[UInt8]], isAboutAirport: Bool) {
        var kept: [[UInt8]] = []
        var place = 0
        while place < words.count {
            if place + 1 < words.count, pairs[words[place]] == words[place + 1] {
                place += 2
            } else {
                if !single.contains(words[place]) { kept.append(words[place]) }
                place += 1
            }
        }
        return (kept.isEmpty ? words : kept, kept.count < words.count)
    }

    private enum Kind {
        case plain(UInt8)
        case letters([UInt8])
        case foreign(String)
        /// Nothing, but the word goes on.
        case joint
        case gap
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: return .plain(UInt8(scalar.value))
        case 0x41...0x5A: return .plain(UInt8(scalar.value | 0x20))
        // Apostrophes in their kinds, and marks that stand above the letter before them.
        case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2018...0x201B, 0x2032, 0x300...0x36F: return .joint
        case 0..<0xC0: return .gap
        default: break
        }
        if let letters = table[scalar.value] { return .letters(letters) }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return .gap }
        return .foreign(properties.lowercaseMapping)
    }

    private static let table: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: " ")
            guard let letters = cells.first else { continue }
            for cell in cells.dropFirst() {
                if let scalar = UInt32(cell, radix: 16) { table[scalar] = Array(letters.utf8) }
            }
        }
        return table
    }()

    private static let single: Set<[UInt8]> = Set(
        """
        airport airfield aerodrome airbase airstrip heliport aeroport aeroporto aeropuerto flughafen international
        internasional intl bandara lanud
        """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
    )

    private static let pairs: [[UInt8]: [UInt8]] = [
        Array("bandar".utf8): Array("udara".utf8), Array("lapangan".utf8): Array("terbang".utf8),
        Array("pangkalan".utf8): Array("udara".utf8), Array("air".utf8): Array("base".utf8),
    ]
}
