extension SentenceClaims {
    /// "Must be in Port Moresby for a flag-raising at 9 a.m. on September 16", "addresses the assembly at 9 a.m. and goes on", "…, where talks
    /// open on Wednesday at 10 a.m.": beside the journey, an hour of the clock at which something begins there.
    func timedEvent() -> ClaimDraft? {
        guard !sentence.has(.history, .negation, .cancelled, .denies),
            let time = sentence.times.first(where: {
                $0.isExact && !TimeUse.isCitation($0, in: sentence, reading)
            }), let noun = eventNoun(before: time)
        else { return nil }
        let isMet = noun.cue == .meeting && !sentence.cues(.event).contains { $0.words.overlaps(noun.words) }
        var claim = made(isMet ? .meeting : .event, certainty == .asserted ? .scheduled : certainty, speaker: speaker)
        claim.time = time
        return claim
    }

    /// The noun that the hour is said of: nothing that moves somebody stands between the two, nor does another thought begin.
    private func eventNoun(before time: TimePhrase) -> CueHit? {
        // A day may be a phrase of its own before the hour: "on Wednesday at 10 a.m.".
        guard
            let noun = sentence.cues.last(where: {
                [.meeting, .event, .ceremony].contains($0.cue) && $0.words.upperBound <= time.words.lowerBound
            }), isNamedEvent(noun)
        else { return nil }
        let between = noun.words.upperBound..<time.words.lowerBound
        guard between.filter({ sentence.time(at: $0) == nil }).count <= 8,
            !between.contains(where: { at in
                // "The inauguration, which begins at 10 a.m.".
                // "The talks ended at 10 a.m.".
                ["ended", "ends", "finished", "over", "berakhir", "selesai", "rampung"].contains(reading.word(at))
                    || [",", ";", ":"].contains(reading.word(at)) && !["which", "yang"].contains(reading.word(at + 1))
                    || sentence.cues(at: at).contains { hit in
                        hit.isMove || [.turn, .then, .say, .before, .after, .purpose].contains(hit)
                    }
            })
        else { return nil }
        // "Lands in Cairo before the summit at nine": in order, not in time.
        let isArticle = ["the", "a", "an"].contains(reading.word(noun.words.lowerBound - 1))
        let order = noun.words.lowerBound - (isArticle ? 2 : 1)
        return sentence.cues(at: order).contains { $0 == .before || $0 == .after } ? nil : noun
    }

    /// A noun, not "will meet" or "is received": those have a rule of their own.
    private func isNamedEvent(_ hit: CueHit) -> Bool {
        // "Lands on Wednesday morning and meets the sultan at 11": a time of its own.
        if sentence.times.filter({ !TimeUse.isCitation($0, in: sentence, reading) }).count > 1, !ours.isEmpty {
            return true
        }
        return !["meet", "meets", "met", "bertemu", "menemui", "confer", "confers", "berunding", "dijamu"].contains(
            reading.word(hit.words.lowerBound)
        )
    }
}
