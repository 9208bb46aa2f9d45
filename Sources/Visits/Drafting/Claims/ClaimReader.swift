/// Reads the claims of a text, sentence by sentence.
struct ClaimReader {
    let reading: TextReading
    let subject: PersonMention?
    let moves: [Move]
    let plan: StopPlanner.Plan

    /// Sentences, cut where another speaker begins.
    private var parts: [(index: Int, sentence: SentenceReading)] {
        reading.sentences.indices.flatMap { index in
            SentenceParts(reading: reading, sentence: reading.sentences[index]).parts.map { (index, $0) }
        }
    }

    func claims() -> [ClaimDraft] {
        let named = names()
        let stops = Set(plan.stops.flatMap(\.mentions).map(\.place.words))
        var claims: [ClaimDraft] = []
        var carried: (speaker: Speaker, paragraph: Int)?
        var last: Speaker?
        for (index, sentence) in parts {
            var attribution = AttributionFinder(reading: reading, sentence: sentence).attribution()
            if let found = attribution, let mine = ownOffice(found, in: sentence, last) {
                attribution = mine
            } else if let found = attribution, let last, isOneOf(found), isBody(last, named), let mine = own(found) {
                // "His office said … He laughed": not the office.
                attribution = mine
            } else if let found = attribution, let last, isPronoun(found.words, in: sentence) || isSame(found, last) {
                attribution = Attribution(speaker: last, cue: found.cue, words: found.words)
            } else if let found = attribution, AttributionFinder.pronouns.contains(found.speaker.name.lowercased()) {
                // "He said" of nobody who spoke before: the one the text is about.
                attribution = own(found)
            } else if attribution == nil, let last, let cue = sentence.cues(.say, .accordingTo).first(where: pointsBack)
            {
                // "…," ujarnya, "menurut keduanya": whoever spoke last.
                attribution = Attribution(speaker: last, cue: cue, words: cue.words)
            } else if attribution == nil, let cue = sentence.cues(.say).first(where: pointsBack), let subject,
                let name = subject.written ?? subject.name ?? subject.role
            {
                // "…," katanya of nobody who spoke before: whoever the text is about.
                let speaker = Speaker(name: name, span: reading.span(cue.words))
                attribution = Attribution(speaker: speaker, cue: cue, words: cue.words)
            }
            var speaker = attribution?.speaker
            if speaker == nil, let carried, carried.paragraph == sentence.sentence.paragraph,
                beginsWithPronoun(sentence)
            {
                speaker = carried.speaker
            }
            let own = moves.filter { $0.sentence == index && sentence.words.contains($0.place.words.lowerBound) }
            let maker = SentenceClaims(
                reading: reading,
                subject: subject,
                index: index,
                sentence: sentence,
                moves: own,
                ours: own.filter { stops.contains($0.place.words) },
                plan: plan,
                attribution: attribution,
                speaker: speaker
            )
            claims += maker.claims()
            carried =
                attribution.flatMap { attribution in
                    // "…, demikian KCNA": closes what it says.
                    let isHead = attribution.words.lowerBound - sentence.words.lowerBound <= 6
                    return attribution.cue.cue == .accordingTo && isHead
                        ? (attribution.speaker, sentence.sentence.paragraph) : nil
                }
                ?? (speaker != nil ? carried : nil)
            last = attribution?.speaker ?? last
        }
        return claims
    }

    /// "The premier told a rally": of the office of the one the text is about, unless a holder of such an office spoke last.
    private func ownOffice(_ found: Attribution, in sentence: SentenceReading, _ last: Speaker?) -> Attribution? {
        guard let person = sentence.person(at: found.words.lowerBound), person.isPronoun, let office = person.office,
            found.words.upperBound <= person.words.upperBound, let mine = subject?.office, Office.isSame(office, mine)
        else { return nil }
        let words = (last?.name.lowercased() ?? "").split(separator: " ").map(String.init)
        if words.contains(where: { reading.word(person.words.upperBound - 1) == $0 }) { return nil }
        return own(found)
    }

    private func own(_ found: Attribution) -> Attribution? {
        guard let subject, let name = subject.written ?? subject.name ?? subject.role,
            found.speaker.name.lowercased() != "they",
            found.speaker.name.lowercased() != "mereka"
        else { return nil }
        let speaker = Speaker(name: name, span: found.speaker.span)
        return Attribution(speaker: speaker, cue: found.cue, words: found.words)
    }

    private func isPronoun(_ words: Range<Int>, in sentence: SentenceReading) -> Bool {
        if AttributionFinder.pronouns.contains(reading.word(words.lowerBound)) { return true }
        return sentence.person(at: words.lowerBound)?.isPronoun
            ?? sentence.cues(at: words.lowerBound).contains(.pronoun)
    }

    private func isOneOf(_ found: Attribution) -> Bool {
        ["he", "she", "ia", "dia", "beliau"].contains(reading.word(found.words.lowerBound))
    }

    /// Names of capitals, seats and outlets that the text has.
    private func names() -> Set<String> {
        var names: Set<String> = []
        for sentence in reading.sentences {
            for place in sentence.places { names.insert(place.name.lowercased()) }
            for words in sentence.outlets + sentence.seats.map(\.words) {
                names.insert(reading.string(words).lowercased())
            }
        }
        return names
    }

    private func isBody(_ speaker: Speaker, _ named: Set<String>) -> Bool {
        let words = speaker.name.lowercased().split(separator: " ").map(String.init)
        // "The Vatican said … He urges": nor a capital, a seat or an outlet.
        if named.contains(speaker.name.lowercased()) { return true }
        return words.contains {
            [
                "office", "ministry", "palace", "house", "government", "kremlin", "embassy", "department", "kantor",
                "kantornya", "kementerian", "istana", "sekretariat", "kedutaan", "pemerintah", "kemlu",
            ].contains($0)
        }
    }

    private func pointsBack(_ cue: CueHit) -> Bool {
        (1...2).contains { reading.word(cue.words.lowerBound - $0) == "\"" }
            || AttributionFinder.pointsBack.contains(reading.word(cue.words.lowerBound))
            || cue.cue == .accordingTo && Self.theirs.contains(reading.word(cue.words.upperBound))
    }

    private static let theirs: Set<String> = ["keduanya", "mereka", "ketiganya", "them", "both", "him", "her"]

    /// "The official added", "sumber itu": one who spoke before as "a US official". A body or a spokesman says who he is by the word itself.
    private func isSame(_ found: Attribution, _ last: Speaker) -> Bool {
        let words = found.speaker.name.lowercased()
        let isPointed =
            reading.word(found.words.lowerBound - 1) == "the"
            || ["itu", "tersebut"].contains(reading.word(found.words.upperBound))
        guard !words.contains(" "), isPointed, !Self.telling.contains(words) else { return false }
        return last.name.lowercased().split(separator: " ").contains { $0 == words }
    }

    private static let telling: Set<String> = [
        "ministry", "spokesman", "spokeswoman", "spokesperson", "palace", "office", "government", "embassy",
        "presidency",
        "court", "secretariat", "chancellery", "department", "agency", "airline", "ambassador", "minister", "governor",
        "mayor", "alliance", "organisers", "organizers",
    ]

    private func beginsWithPronoun(_ sentence: SentenceReading) -> Bool {
        ["dia", "ia", "beliau", "he", "she", "they"].contains(reading.word(sentence.words.lowerBound))
    }
}
