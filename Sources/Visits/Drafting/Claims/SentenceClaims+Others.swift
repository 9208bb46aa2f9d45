/// Whoever else travels.
extension SentenceClaims {
    func otherSubjects() -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for move in plan.others
        where move.sentence == index && !move.isHistory && words.contains(move.place.words.lowerBound) {
            let name: String
            switch move.actor {
            case .person(let person):
                if isBesidePronoun(person.words) { continue }
                name = person.name ?? reading.string(person.words)
            case .others(let words):
                if isBesidePronoun(words) { continue }
                name = reading.string(words)
            default: continue
            }
            guard !claims.contains(where: { $0.other == name }) else { continue }
            var claim = made(.otherSubject, certainty, speaker: speaker)
            claim.other = name
            claim.places = [move.place]
            claim.time = move.arrival ?? move.departure ?? move.bound
            claims.append(claim)
        }
        if claims.isEmpty,
            let other = goesElsewhere() ?? onOwnFlight() ?? otherOverland() ?? staysElsewhere() ?? unplacedOther()
                ?? otherElsewhere()
        {
            claims.append(other)
        }
        // "To receive Iran's president on Thursday": somebody else comes.
        for hit in sentence.cues(.welcome) where claims.isEmpty {
            guard
                let guest = sentence.persons.first(where: { person in
                    person.words.lowerBound >= hit.words.upperBound
                        && person.words.lowerBound - hit.words.upperBound <= 3 && !person.isPronoun
                }), subject.map({ !$0.isSame(as: guest) }) ?? false, !isPassive(hit)
            else { continue }
            var claim = made(.otherSubject, .scheduled, hit.words.lowerBound..<guest.words.upperBound, speaker: nil)
            claim.other = guest.name ?? reading.string(guest.words)
            claim.time = sentence.times.last
            claims.append(claim)
        }
        return claims
    }

    /// Somebody else who travels, without a place.
    private func unplacedOther() -> ClaimDraft? {
        let isCancelled = sentence.cues(.negation).contains {
            let word = reading.word($0.words.lowerBound)
            return word.hasPrefix("cancel") || word.hasPrefix("scrap") || word == "membatalkan" || word == "batal"
        }
        let verbs: Set<Cue> = isCancelled ? [.trip, .visit, .travel] : [.travel, .depart, .arrive, .goBack]
        // "An aircraft carrying ministers had flown ahead": what it carries goes with the visit.
        guard moves.allSatisfy({ $0.role == .origin }), !sentence.has(.ownCrowd), !carriesOthers,
            let hit = sentence.cues.first(where: { verbs.contains($0.cue) && !isNoun($0) }),
            !sentence.has(.history), isCancelled || !sentence.has(.negation), let subject
        else { return nil }
        var claim = made(.otherSubject, certainty, speaker: speaker)
        switch ActorFinder(reading: reading, sentence: sentence).actor(before: hit.words.lowerBound) {
        case .person(let person) where !subject.isSame(as: person):
            claim.other = person.name ?? reading.string(person.words)
        // "His wife flew ahead on a commercial flight"; not one who travels with him, nor a crowd.
        case .others(let words)
        where !isCancelled && !isCrowd(words) && !["with", "bersama"].contains(reading.word(hit.words.upperBound)):
            claim.other = reading.string(words)
        default: return nil
        }
        return claim
    }

    /// "Para wartawan sudah berangkat lebih dulu", "ministers went ahead of the vote": of the visit, or of nothing.
    private func isCrowd(_ words: Range<Int>) -> Bool {
        words.count == 1 && ActorFinder.crowd.contains(reading.word(words.lowerBound))
    }

    /// "His foreign minister is already in Geneva", "Gubernur sendiri masih berada di Makassar": somebody else is elsewhere.
    private func otherElsewhere() -> ClaimDraft? {
        guard let subject, speaker == nil, ours.isEmpty,
            !sentence.has(.negation, .history, .aircraft, .ownCrowd, .turn),
            let person = sentence.persons.first, person.words.lowerBound - words.lowerBound <= 1, !person.isPronoun,
            person.office != nil, !subject.isSame(as: person),
            let place = sentence.places.first(where: { $0.words.lowerBound >= person.words.upperBound })
        else { return nil }
        let between = person.words.upperBound..<place.words.lowerBound
        guard between.count <= 5,
            between.contains(where: {
                ["is", "remains", "stays", "berada", "sedang", "masih", "sudah"].contains(reading.word($0))
            }),
            between.contains(where: {
                ["already", "still", "currently", "now", "masih", "sudah", "sedang", "tengah", "berada"].contains(
                    reading.word($0)
                )
            })
        else { return nil }
        var claim = made(.otherSubject, .asserted, speaker: nil)
        claim.other = person.name ?? reading.string(person.words)
        claim.places = [place]
        return claim
    }

    /// "The departure", "keberangkatan": somebody else may see it off.
    private func isNoun(_ hit: CueHit) -> Bool {
        let word = reading.word(hit.words.lowerBound)
        return word.hasPrefix("ke") && word.contains("an") && word != "kembali"
            || ["departure", "arrival", "arrivals", "journey", "journeys"].contains(word)
    }

    private func isPassive(_ hit: CueHit) -> Bool {
        ["disambut", "diterima", "received", "welcomed", "greeted", "hosted"].contains(
            reading.word(hit.words.lowerBound)
        )
    }
}
