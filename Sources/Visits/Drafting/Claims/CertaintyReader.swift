/// How sure a sentence is, by its words.
enum CertaintyReader {
    static func certainty(
        of sentence: SentenceReading,
        attribution: Attribution?,
        in range: Range<Int>? = nil
    ) -> Certainty {
        func has(_ cues: Cue...) -> Bool {
            sentence.cues.contains { cues.contains($0.cue) && (range.map { $0.contains($0.lowerBound) } ?? true) }
        }
        if attribution?.speaker.isUnnamed == true { return .reported }
        if has(.suspected) { return .suspected }
        if has(.possible) { return .possible }
        if has(.understood) { return .understood }
        if has(.expected) { return .expected }
        if has(.scheduled) { return .scheduled }
        if has(.planned) { return .planned }
        if has(.announced) || attribution != nil { return .announced }
        if has(.reported) { return .reported }
        return .asserted
    }
}
