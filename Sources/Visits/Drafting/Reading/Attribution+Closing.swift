extension AttributionFinder {
    /// "…, the Yomiuri newspaper reported.", "…, said two officials on Monday.": who says a sentence at its end says all of it, whatever words
    /// of saying stand within.
    func closing(_ sayings: [CueHit]) -> (phrase: SpeakerPhrase, cue: CueHit)? {
        guard sayings.count > 1, let cue = sayings.last, cue.cue == .say else { return nil }
        let finder = SpeakerFinder(reading: reading, sentence: sentence)
        let comma = (sentence.words.lowerBound..<cue.words.lowerBound).last { [",", "\""].contains(reading.word($0)) }
        guard let comma, comma > sentence.words.lowerBound + 2 else { return nil }
        let found: SpeakerPhrase
        if comma == cue.words.lowerBound - 1 {
            guard let inverted = behind(cue) else { return nil }
            found = inverted
        } else {
            guard let beside = finder.phrase(at: comma + 1, before: cue.words.lowerBound),
                cue.words.lowerBound - beside.words.upperBound <= 1
            else { return nil }
            found = beside
        }
        let rest = max(cue.words.upperBound, found.words.upperBound)..<sentence.words.upperBound
        guard rest.count <= 12, !["that", "bahwa"].contains(reading.word(rest.lowerBound)),
            !rest.contains(where: { at in sentence.cues(at: at).contains { $0.isMove && $0 != .trip } })
        else { return nil }
        return (found, cue)
    }

    /// "For what officials in Nairobi called a working visit": the name of a thing, not a saying of the sentence.
    func isNaming(_ cue: CueHit) -> Bool {
        let verbs: Set<String> = ["called", "calls", "call", "described", "describes", "termed", "dubbed", "disebut"]
        guard verbs.contains(reading.word(cue.words.lowerBound)) else { return false }
        return (max(sentence.words.lowerBound, cue.words.lowerBound - 7)..<cue.words.lowerBound).contains {
            reading.word($0) == "what" || reading.word($0) == "apa" && reading.word($0 + 1) == "yang"
        }
    }
}
