/// Cuts a text into words, numbers and signs. Hyphens join: "Jong-un" is two words, the second joined.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    /// Where each scalar begins, in bytes; one more for the end.
    private let starts: [Int]
    private var place = 0
    private var tokens: [Token] = []
    private var isSpaced = true
    private var isJoined = false

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var starts: [Int] = []
        starts.reserveCapacity(scalars.count + 1)
        var at = 0
        for scalar in scalars {
            starts.append(at)
            at += UTF8.width(scalar)
        }
        starts.append(at)
        self.starts = starts
    }

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        while tokenizer.place < tokenizer.scalars.count { tokenizer.step() }
        return tokenizer.tokens
    }

    private mutating func step() {
        let scalar = scalars[place]
        if Self.isLetter(scalar) {
            takeWord()
        } else if Self.isDigit(scalar) {
            takeNumber()
        } else if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
            take(.sign, from: place, to: place + 1, word: "\n")
            isSpaced = true
        } else if scalar.properties.isWhitespace {
            place += 1
            (isSpaced, isJoined) = (true, false)
        } else if Self.isHyphen(scalar), !isSpaced, place + 1 < scalars.count, Self.isAlphanumeric(scalars[place + 1]) {
            place += 1
            isJoined = true
        } else {
            take(.sign, from: place, to: place + 1, word: Self.sign(scalar))
        }
    }

    private mutating func takeWord() {
        if takeInitials() { return }
        let first = place
        var end = place
        while end < scalars.count, Self.isAlphanumeric(scalars[end]) || Self.isMark(scalars[end]) { end += 1 }
        // "Sana'a", "N'Djamena", "P'yongyang" go on; "Iran's" ends.
        var isPossessive = false
        var wordEnd = end
        while end + 1 < scalars.count, Self.isApostrophe(scalars[end]), Self.isLetter(scalars[end + 1]) {
            let after = end + 2 < scalars.count ? scalars[end + 2] : " "
            if scalars[end + 1] == "s", !Self.isAlphanumeric(after) {
                isPossessive = true
                end += 2
                break
            }
            end += 1
            while end < scalars.count, Self.isAlphanumeric(scalars[end]) { end += 1 }
            wordEnd = end
        }
        if !isPossessive, end < scalars.count, Self.isApostrophe(scalars[end]), end > first, scalars[end - 1] == "s" {
            isPossessive = true
        }
        let word = Self.folded(scalars[first..<wordEnd])
        if word == "st", isOfSaint(first, end) { end += 1 }
        take(.word, from: first, to: end, word: word, isPossessive)
    }

    private static let beginning: Set<String> = [
        "the", "he", "she", "it", "they", "a", "an", "his", "her", "this", "but", "and", "in", "on", "at", "after",
        "ia",
        "dia", "mereka", "pada", "presiden",
    ]

    /// "St. Petersburg", "St. Lucia": the stop belongs to the name; "on Main St. The president" ends a sentence.
    private func isOfSaint(_ first: Int, _ end: Int) -> Bool {
        guard Self.isCapital(scalars[first]), end + 2 < scalars.count, scalars[end] == ".", scalars[end + 1] == " ",
            Self.isCapital(scalars[end + 2]),
            !(tokens.last.map { $0.isCapital && !$0.isPossessive && $0.kind == .word && isSpaced } ?? false)
        else { return false }
        var next = end + 2
        while next < scalars.count, next - end < 14, Self.isLetter(scalars[next]) { next += 1 }
        return !Self.beginning.contains(Self.folded(scalars[end + 2..<next]))
    }

    /// "U.S.", "a.m.": single letters with stops are one word.
    private mutating func takeInitials() -> Bool {
        var end = place
        var letters = ""
        while end + 1 < scalars.count, Self.isLetter(scalars[end]), scalars[end + 1] == ".", letters.utf8.count < 8 {
            letters.unicodeScalars.append(scalars[end])
            end += 2
        }
        guard letters.unicodeScalars.count > 1, end >= scalars.count || !Self.isAlphanumeric(scalars[end]) else {
            return false
        }
        take(.word, from: place, to: end, word: letters.lowercased())
        return true
    }

    private mutating func takeNumber() {
        var end = place
        while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
        take(.number, from: place, to: end, word: Self.folded(scalars[place..<end]))
    }

    private mutating func take(
        _ kind: Token.Kind,
        from first: Int,
        to end: Int,
        word: String,
        _ possessive: Bool = false
    ) {
        let isCapital = Self.isCapital(scalars[first])
        tokens.append(
            Token(
                span: TextSpan(starts[first], starts[end]),
                kind: kind,
                word: word,
                isCapital: isCapital,
                isAllCaps: isCapital && end - first > 1
                    && scalars[first..<end].allSatisfy { Self.isCapital($0) || !Self.isLetter($0) },
                isPossessive: possessive,
                isJoined: isJoined,
                isSpaced: isSpaced
            )
        )
        place = end
        (isSpaced, isJoined) = (false, false)
    }

    private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var word = ""
        for scalar in scalars.prefix(60) where !isMark(scalar) {
            if scalar.isASCII { word.unicodeScalars.append(scalar) } else { word += scalar.properties.lowercaseMapping }
        }
        return word.lowercased()
    }

    private static func sign(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\u{2013}", "\u{2014}", "\u{2012}", "\u{2015}": "–"
        case "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "\u{201E}": "\""
        case "\u{2019}", "\u{2018}": "'"
        default: String(Character(scalar))
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }
    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}"
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }
}
