extension AttributionFinder {
    /// "IRNA quoted his aide as saying", "his aide was quoted by IRNA as saying": who says it, and via whom.
    func quotedSaying() -> Attribution? {
        guard
            let saying = sentence.words.last(where: { at in
                reading.word(at) == "as" && ["saying", "telling"].contains(reading.word(at + 1))
            }),
            let verb = (max(sentence.words.lowerBound, saying - 14)..<saying).last(where: {
                ["quoted", "cited", "quotes", "cites"].contains(reading.word($0))
            })
        else { return nil }
        let cue = CueHit(words: verb..<verb + 1, cue: .say)
        let isPassive = ["was", "were", "is", "been"].contains(reading.word(verb - 1))
        let outlet = isPassive ? behind(cue) : before(cue)
        guard let speaker = isPassive ? before(CueHit(words: verb - 1..<verb, cue: .say)) : behind(cue) else {
            return nil
        }
        return made(speaker, cue, via: outlet)
    }
}
