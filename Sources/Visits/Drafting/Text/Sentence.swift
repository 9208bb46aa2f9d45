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
            } else if place - first >= longest || ends(tokens, at: place) {
                close(before: place + 1)
            }
        }
        close(before: tokens.count)
        return sentences
    }

    private static func ends(_ tokens: [Token], at place: Int) -> Bool {
        let word = tokens[place].word
        // "…; menurut dua diplomat, …": what another speaker says is a thought of its own.
        if word == ";", place + 1 < tokens.count, attributing.contains(tokens[place + 1].word) { return true }
        if endsAtHalfDay(tokens, at: place) { return true }
        guard tokens[place].kind == .sign, word == "." || word == "!" || word == "?" || word == "…" else {
            return false
        }
        guard place + 1 < tokens.count else { return true }
        var next = place + 1
        // A closing quotation mark or bracket belongs to the sentence before it, but does not hide that one ends.
        if ["\"", ")", "'"].contains(tokens[next].word), !tokens[next].isSpaced, next + 1 < tokens.count { next += 1 }
        guard tokens[next].isSpaced || tokens[next].word == "\n" else { return false }
        guard tokens[next].isCapital || tokens[next].kind != .word else { return false }
        if word == ".", place > 0, !tokens[place].isSpaced, shortened.contains(tokens[place - 1].word) { return false }
        if word == ".", isInitial(tokens, before: place, next) { return false }
        return true
    }

    /// "Ferdinand R. Marcos": the letter of a name; not "Terminal B. The president", "Komisi I. Presiden".
    private static func isInitial(_ tokens: [Token], before stop: Int, _ next: Int) -> Bool {
        guard stop > 1, tokens[stop - 1].word.utf8.count == 1, tokens[stop - 1].isCapital, tokens[stop - 2].isCapital,
            tokens[stop - 2].kind == .word, tokens[next].kind == .word
        else { return false }
        return !beginning.contains(tokens[next].word) && !heading.contains(tokens[next].word)
            && !lettered.contains(tokens[stop - 2].word)
            && Office.table.hits(tokens, at: next, before: min(tokens.count, next + 3)) == nil
    }

    private static let heading: Set<String> = [
        "ia", "dia", "mereka", "beliau", "pada", "setelah", "sebelum", "menurut", "kunjungan", "rencana", "para", "di",
        "dari", "dan", "namun", "tetapi", "sementara", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "we", "i", "who", "what", "as",
    ]
    private static let lettered: Set<String> = [
        "terminal", "gate", "hall", "group", "plan", "gedung", "wisma", "lapangan", "komisi", "grup", "blok", "tahap",
        "tingkat", "war", "type", "vitamin", "hangar", "pier", "runway", "block", "line", "phase", "kelas", "jalur",
        "peron", "tipe", "division", "divisi", "section", "building", "room", "ruang", "zone", "zona", "platform",
    ]

    /// "… on Tuesday at 11 a.m. A trip to Boston …": the stop of the hour ends the sentence too, where a word follows that begins one.
    private static func endsAtHalfDay(_ tokens: [Token], at place: Int) -> Bool {
        guard ["am", "pm"].contains(tokens[place].word), tokens[place].span.end - tokens[place].span.start == 4,
            place + 1 < tokens.count, tokens[place + 1].isSpaced, tokens[place + 1].isCapital
        else { return false }
        return beginning.contains(tokens[place + 1].word)
    }

    private static let beginning: Set<String> = [
        "a", "an", "the", "he", "she", "it", "they", "his", "her", "their", "its", "this", "that", "these", "no", "but",
        "and", "in", "on", "at", "from", "after", "before", "two", "three", "four", "there", "then", "for", "with",
        "by",
        "another", "some", "several", "neither", "both", "later", "earlier", "officials", "aides", "when", "while",
        "if",
        "as",
    ]

    private static let attributing: Set<String> = [
        "menurut", "dilansir", "mengutip", "according", "citing", "kata", "ujar",
    ]

    private static let shortened: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "gen", "lt", "col", "sgt", "st", "sen", "rep", "gov", "no", "jl", "bpk",
        "jend",
        "ir", "drs", "hj", "h", "capt", "maj", "adm", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
        "oct",
        "nov", "dec", "agt", "okt", "des", "tgl",
    ]
}
