/// One sentence: which words, and in which paragraph.
struct Sentence: Sendable {
    let words: Range<Int>
    let paragraph: Int

    /// Words of a sentence that are looked at; one that is longer is cut.
    static let longest = 160

    /// The sentences of a text. A line's end ends one; a stop does where a space and no small letter follow, unless it stands behind a
    /// title that is shortened.
    static func all(in tokens: [Token]) -> [Sentence] {
        var sentences: [Sentence] = []
        var first = 0
        var paragraph = 0
        func close(before end: Int) {
            if let label = label(tokens, first..<end) { first = label }
            if tokens[first..<end].contains(where: { $0.kind != .sign }) {
                sentences.append(Sentence(words: first..<end, paragraph: paragraph))
            }
            first = end
        }
        for (place, token) in tokens.enumerated() {
            if token.word == "\n" {
                close(before: place)
                first = place + 1
                paragraph += 1
            } else if place - first >= longest || ends(tokens, at: place) || first == 0 && isHead(tokens, place) {
                close(before: place + 1)
            }
        }
        close(before: tokens.count)
        return sentences
    }

    /// "NEW DELHI, June 30 -", "JAKARTA -": where and when a text was written, before its first sentence.
    private static func isHead(_ tokens: [Token], _ dash: Int) -> Bool {
        guard ["–", "-"].contains(tokens[dash].word), (1...9).contains(dash), dash + 1 < tokens.count,
            tokens[dash].isSpaced, tokens[dash + 1].isSpaced, tokens[0].isAllCaps
        else { return false }
        return tokens[..<dash].allSatisfy { $0.kind != .word || $0.isCapital }
    }

    private static let clocks: Set<String> = ["gmt", "utc", "wib", "wita", "wit", "cet", "cest", "bst", "est", "edt"]

    /// "1540 GMT The palace publishes …", "14.05 WIB –": the time of an entry, at the head of a line, is none of its words.
    private static func label(_ tokens: [Token], _ words: Range<Int>) -> Int? {
        guard words.count > 4, tokens[words.lowerBound].kind == .number,
            words.lowerBound == 0 || tokens[words.lowerBound - 1].word == "\n"
        else { return nil }
        var at = words.lowerBound + 1
        if [".", ":"].contains(tokens[at].word), tokens[at + 1].kind == .number {
            at += 2
        } else if tokens[words.lowerBound].span.count != 4 {
            return nil
        }
        guard clocks.contains(tokens[at].word) else { return nil }
        at += 1
        while at < words.upperBound, ["–", "-", ":", "|", "."].contains(tokens[at].word) { at += 1 }
        return at
    }

    private static func ends(_ tokens: [Token], at place: Int) -> Bool {
        let word = tokens[place].word
        guard tokens[place].kind == .sign, word == "." || word == "!" || word == "?" || word == "…" else {
            return false
        }
        guard place + 1 < tokens.count else { return true }
        var next = place + 1
        // A closing quotation mark or bracket belongs to the sentence before it, but does not hide that one ends.
        if ["\"", ")", "'"].contains(tokens[next].word), !tokens[next].isSpaced, next + 1 < tokens.count { next += 1 }
        guard tokens[next].isSpaced || tokens[next].word == "\n" else { return false }
        guard tokens[next].isCapital || tokens[next].kind != .word else { return false }
        if word == ".", place > 0, !tokens[place].isSpaced,
            shortened.contains(tokens[place - 1].word) || isInitial(tokens, at: place - 1, next)
        {
            return false
        }
        return true
    }

    /// "John F. Kennedy": a letter of a name.
    private static func isInitial(_ tokens: [Token], at place: Int, _ next: Int) -> Bool {
        tokens[place].kind == .word && tokens[place].isCapital && tokens[place].word.count == 1
            && tokens[next].kind == .word && (place == 0 || tokens[place - 1].isCapital)
    }

    private static let shortened: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "gen", "lt", "col", "sgt", "st", "sen", "rep", "gov", "no", "jl", "bpk",
        "jend",
        "ir", "drs", "hj", "h", "capt", "maj", "adm", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
        "oct",
        "nov", "dec", "agt", "okt", "des", "tgl",
    ]
}
