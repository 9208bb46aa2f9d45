extension AttributionFinder {
    /// "BRUSSELS (Example Wire) -": who wrote it, not who says it.
    func isDateline(_ noun: Range<Int>) -> Bool {
        noun.lowerBound - sentence.words.lowerBound <= 6 && reading.word(noun.lowerBound - 1) == "("
            && (noun.upperBound..<min(sentence.words.upperBound, noun.upperBound + 4)).contains {
                ["-", "–"].contains(reading.word($0))
            }
    }

    /// "The alliance said", "his lawyers said": a noun that no list has, right before the word of saying and behind an article that begins
    /// a thought.
    func openNoun(before cue: CueHit) -> SpeakerPhrase? {
        guard reading.language == .english,
            cue.cue == .noComment || Self.plainSaying.contains(reading.word(cue.words.lowerBound))
        else { return nil }
        var at = cue.words.lowerBound - 1
        let last = at
        while at > sentence.words.lowerBound, last - at < 4, isPlainNoun(at) { at -= 1 }
        guard at < last, ["the", "a", "an", "his", "her", "its", "their"].contains(reading.word(at)),
            at == sentence.words.lowerBound || [",", "\"", ";", "–", "-"].contains(reading.word(at - 1))
        else { return nil }
        guard !isAnnouncedThing(last, cue) else { return nil }
        let isOwn = ["his", "her", "its", "their"].contains(reading.word(at))
        let name = (isOwn ? at : at + 1)..<last + 1
        return SpeakerPhrase(words: name, name: reading.string(name), isProper: false)
    }

    /// "The trip announced on Friday takes him", "the plan confirmed by his office": what is announced, and nobody who speaks.
    private func isAnnouncedThing(_ noun: Int, _ cue: CueHit) -> Bool {
        guard ["announced", "confirmed", "reported", "added", "denied"].contains(reading.word(cue.words.lowerBound))
        else { return false }
        if Self.things.contains(reading.word(noun))
            || sentence.cues(at: noun).contains(where: { $0.isMove || [.scheduled, .planned].contains($0) })
        {
            return true
        }
        // Behind the time it was announced at, another verb follows at once.
        var at = cue.words.upperBound
        while at < sentence.words.upperBound, at - cue.words.upperBound < 6,
            sentence.time(at: at) != nil || ["on", "in", "at", "last", "earlier"].contains(reading.word(at))
        { at += 1 }
        guard at < sentence.words.upperBound else { return false }
        return reading.word(cue.words.upperBound) == "by"
            || at > cue.words.upperBound
                && sentence.cues(at: at).contains { $0.isMove || [.carrying, .future, .scheduled].contains($0) }
    }

    private static let things: Set<String> = [
        "plan", "plans", "programme", "program", "schedule", "itinerary", "agenda", "timetable", "summit", "meeting",
        "deal", "event", "arrangement", "arrangements",
    ]

    private static let plainSaying: Set<String> = [
        "said", "says", "say", "told", "announced", "confirmed", "added", "reported", "denied", "insisted", "warned",
    ]

    private func isPlainNoun(_ at: Int) -> Bool {
        let token = reading.tokens[at]
        guard token.kind == .word, sentence.time(at: at) == nil, sentence.person(at: at) == nil,
            !["the", "a", "an", "his", "her", "its", "their", "that", "who", "which", "it", "also", "has", "had"]
                .contains(token.word)
        else { return false }
        return !sentence.cues(at: at).contains {
            $0.isMove && $0 != .trip || [.pronoun, .say, .from, .to, .at, .negation, .future, .past].contains($0)
        }
    }

    /// "Untuk melihat Candi Borobudur", "to describe the plan": what somebody goes for is no saying.
    func isAim(_ cue: CueHit) -> Bool {
        guard cue.cue == .say else { return false }
        let before = reading.word(cue.words.lowerBound - 1)
        return ["untuk", "guna", "demi", "hendak"].contains(before)
            || before == "to" && sentence.cues(at: cue.words.lowerBound - 1).contains(.purpose)
    }

    /// "Tehran's official list does not include", "Tripoli does not appear": a paper, or what is left out, and nobody who speaks.
    func isOfPaper(_ cue: CueHit) -> Bool {
        let papers: Set<String> = [
            "list", "schedule", "programme", "program", "itinerary", "agenda", "timetable", "calendar", "document",
            "daftar",
            "jadwal", "acara",
        ]
        let near = max(sentence.words.lowerBound, cue.words.lowerBound - 2)..<cue.words.lowerBound
        let head = sentence.words.lowerBound..<min(sentence.words.upperBound, sentence.words.lowerBound + 3)
        return near.contains { papers.contains(reading.word($0)) }
            || head.contains { papers.contains(reading.word($0)) }
            || cue.words.contains { ["appear", "figure", "feature", "listed", "mentioned"].contains(reading.word($0)) }
    }

    /// "Flight trackers saw a Falcon": who saw it.
    func isSeeing(_ cue: CueHit) -> Bool {
        guard
            ["saw", "spotted", "filmed", "photographed", "tracked", "snapped", "logged", "observed"].contains(
                reading.word(cue.words.lowerBound)
            )
        else { return false }
        return sentence.cues(at: cue.words.lowerBound - 1).contains { $0 == .anonymous || $0 == .voice }
    }

    /// "A side trip was ruled out by a senior official": who says that it will not be.
    func isRuledBy(_ cue: CueHit) -> Bool {
        cue.words.contains { ["ruled", "dropped", "dibatalkan", "dicoret"].contains(reading.word($0)) }
            && (["by", "oleh"].contains(reading.word(cue.words.upperBound))
                || reading.word(cue.words.upperBound - 1) == "by")
    }

    /// "Beijing, which had urged Washington to refuse, denounced it": a saying within a clause between commas, beside one of the sentence.
    func isAside(_ cue: CueHit, among sayings: [CueHit]) -> Bool {
        let near = max(sentence.words.lowerBound, cue.words.lowerBound - 5)..<cue.words.lowerBound
        let opens = near.last { at in
            ["which", "who", "whose", "yang"].contains(reading.word(at)) && reading.word(at - 1) == ","
        }
        guard let opens, !(opens..<cue.words.lowerBound).contains(where: { reading.word($0) == "," }),
            let closes = (cue.words.upperBound..<sentence.words.upperBound).first(where: { reading.word($0) == "," })
        else { return false }
        return sayings.contains { $0.words.lowerBound == closes + 1 || $0.words.lowerBound == closes + 2 }
    }

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
