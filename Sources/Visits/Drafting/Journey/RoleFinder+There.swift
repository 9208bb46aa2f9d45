/// "Lands there", "kembali ke sana": somewhere to go to by a word that stands for a place named before.
extension RoleFinder {
    /// Each such word behind a verb of moving, with the place it stands for.
    ///
    /// - Parameter previous: the sentence before, which is asked where this one names no place before the word.
    func standIns(after previous: SentenceReading?) -> [(place: PlaceMention, finding: Finding)] {
        var found: [(PlaceMention, Finding)] = []
        // Asked once a sentence.
        var own: [Finding?]?
        for at in words {
            guard let start = standIn(at), let verb = mover(before: start) else { continue }
            let known = own ?? roles()
            own = known
            guard
                let meant = gone(in: sentence, before: verb.words.lowerBound, known)
                    ?? onlyPlace(of: previous, before: start)
            else { continue }
            let place = meant.renamed(words: start..<at + 1, span: reading.span(start..<at + 1))
            if isConditional(place) || isUnrealised(place) || isAskedOnly(place) { continue }
            found.append((place, governed(place, by: verb, from: start)))
        }
        return found
    }

    /// Where "there", "di sana" or "ke sana" begins whose last word stands here.
    private func standIn(_ at: Int) -> Int? {
        switch reading.word(at) {
        case "there": reading.language == .english ? at : nil
        case "sana", "situ": at > words.lowerBound && ["di", "ke"].contains(reading.word(at - 1)) ? at - 1 : nil
        default: nil
        }
    }

    private func mover(before start: Int) -> CueHit? {
        sentence.cues.last {
            [.arrive, .travel, .stopover, .goBack].contains($0.cue) && $0.words.upperBound == start
        }
    }

    /// Of two places of a sentence none is surely meant; nor is one meant where this sentence names another.
    private func onlyPlace(of previous: SentenceReading?, before start: Int) -> PlaceMention? {
        guard let previous, previous.places.count == 1,
            !sentence.places.contains(where: { $0.words.upperBound <= start })
        else { return nil }
        return gone(
            in: previous,
            before: previous.words.upperBound,
            RoleFinder(reading: reading, sentence: previous).roles()
        )
    }

    /// The last place before a word, if the journey goes there or comes from there. "He was born in Cairo. He returned there" is another.
    private func gone(in sentence: SentenceReading, before word: Int, _ roles: [Finding?]) -> PlaceMention? {
        guard let index = sentence.places.lastIndex(where: { $0.words.upperBound <= word }) else { return nil }
        let place = sentence.places[index]
        // "Jalan menuju Yogyakarta ditutup karena Presiden mendarat di sana".
        let isAnothers = (place.words.upperBound..<word).contains { sentence.person(at: $0) != nil }
        if isAnothers { return place }
        guard let role = roles[index], role.role != .town,
            !role.isNegated
        else { return nil }
        return place
    }
}
