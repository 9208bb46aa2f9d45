/// The words of one language.
struct Lexicon: Sendable {
    let cues: PhraseTable<Cue>

    static func of(_ language: Draft.Language) -> Lexicon { language == .indonesian ? indonesian : english }

    /// The language whose small words are more; Indonesian if neither has any more.
    static func language(of tokens: [Token]) -> Draft.Language {
        var (indonesian, english) = (0, 0)
        for token in tokens.prefix(4_000) where token.kind == .word {
            if smallIndonesian.contains(token.word) { indonesian += 1 }
            if smallEnglish.contains(token.word) { english += 1 }
        }
        return english > indonesian ? .english : .indonesian
    }

    private static let smallIndonesian: Set<String> = [
        "yang", "dan", "di", "ke", "dari", "pada", "untuk", "akan", "dengan", "ini", "itu", "telah", "oleh", "dalam",
        "tidak",
        "sebelum", "setelah", "juga", "kata", "menuju", "kunjungan",
    ]
    private static let smallEnglish: Set<String> = [
        "the", "of", "and", "to", "in", "on", "will", "is", "his", "her", "with", "has", "was", "that", "for", "from",
        "by", "said",
        "would", "before", "after",
    ]
}
