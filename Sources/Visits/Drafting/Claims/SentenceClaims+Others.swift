/// Those who travel beside the one the text is about, and aircraft that somebody saw.
extension SentenceClaims {
    func otherSubjects() -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for move in plan.others where move.sentence == index && !move.isHistory {
            let name: String
            switch move.actor {
            case .person(let person): name = person.name ?? reading.string(person.words)
            case .others(let words): name = reading.string(words)
            default: continue
            }
            guard !claims.contains(where: { $0.other == name }) else { continue }
            var claim = made(comesAlong(move) ? .companion : .otherSubject, certainty, speaker: speaker)
            claim.other = name
            claim.places = [move.place]
            claim.time = move.arrival ?? move.departure ?? move.bound
            claims.append(claim)
        }
        if claims.isEmpty, let other = unplacedOther() { claims.append(other) }
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

    /// A minister of the same state who is at a stop of the journey as well.
    private func comesAlong(_ move: Move) -> Bool {
        guard case .person(let person) = move.actor, let kind = person.office?.kind,
            [.minister, .envoy].contains(kind),
            person.office?.field != "opposition", person.office?.field != "former",
            person.state == nil || person.state == subject?.state
        else { return false }
        return plan.stops.contains { $0.place.isSame(as: move.place) }
    }

    /// Somebody else who travels, without a place.
    private func unplacedOther() -> ClaimDraft? {
        let isCancelled = sentence.cues(.negation).contains {
            let word = reading.word($0.words.lowerBound)
            return word.hasPrefix("cancel") || word.hasPrefix("scrap") || word == "membatalkan" || word == "batal"
        }
        if let present = presentOther() { return present }
        let verbs: Set<Cue> = isCancelled ? [.trip, .visit, .travel] : [.travel, .depart, .arrive, .goBack]
        guard moves.isEmpty, !sentence.has(.ownCrowd),
            let hit = sentence.cues.first(where: { verbs.contains($0.cue) && !isNoun($0) }) ?? coming,
            !sentence.has(.history), isCancelled || !sentence.has(.negation),
            case .person(let person) = ActorFinder(reading: reading, sentence: sentence).actor(
                before: hit.words.lowerBound
            ), let subject,
            !subject.isSame(as: person)
        else { return nil }
        var claim = made(.otherSubject, certainty, speaker: speaker)
        claim.other = person.name ?? reading.string(person.words)
        return claim
    }

    /// "Denmark's prime minister is already in the city": somebody else who is there before.
    private func presentOther() -> ClaimDraft? {
        guard let subject, moves.isEmpty, !sentence.has(.negation, .history),
            let person = sentence.persons.first, !person.isPronoun, !subject.isSame(as: person),
            person.words.lowerBound - words.lowerBound <= 1,
            words.contains(where: { at in
                at >= person.words.upperBound && at <= person.words.upperBound + 3
                    && ["already", "sudah"].contains(reading.word(at))
                    && ["in", "there", "at", "di", "berada", "ada"].contains(reading.word(at + 1))
            })
        else { return nil }
        var claim = made(.otherSubject, certainty, speaker: speaker)
        claim.other = person.name ?? reading.string(person.words)
        return claim
    }

    /// "Her Challenger came in this morning", behind a sentence about somebody else.
    var isOfOtherBefore: Bool {
        guard ["his", "her", "their"].contains(reading.word(words.lowerBound)), ours.isEmpty, let subject,
            let before = reading.sentence(before: sentence), !before.persons.isEmpty
        else { return false }
        return before.persons.allSatisfy { !$0.isPronoun && !subject.isSame(as: $0) }
    }

    /// "The secretary-general will come on Wednesday".
    private var coming: CueHit? {
        guard !sentence.times.isEmpty, sentence.has(.future, .scheduled, .planned, .expected),
            let at = words.first(where: { ["come", "comes", "coming"].contains(reading.word($0)) })
        else { return nil }
        return CueHit(words: at..<at + 1, cue: .arrive)
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

    func observations() -> [ClaimDraft] {
        let flown = moves.filter { move in
            if case .aircraft = move.actor { return !move.isNegated }
            return false
        }
        let isWatched =
            speaker.map { name in
                ["spotter", "tracker", "tracking", "watcher", "radar", "satelli", "pengamat penerbangan", "pelacak"]
                    .contains {
                        name.name.lowercased().contains($0)
                    }
            } ?? false
        let isSeen =
            (sentence.has(.seen) || isWatched)
            && (sentence.has(.aircraft, .stateAircraft, .fighter) || !aircraftNames().isEmpty
                || words.contains { ["pelacak", "trackers", "tracking", "radar"].contains(reading.word($0)) })
        guard !flown.isEmpty || isSeen else { return [] }
        let kind: ClaimKind = isSeen ? .sighting : .observation
        var claim = made(kind, attribution == nil ? (isSeen ? .reported : certainty) : .reported, speaker: speaker)
        claim.places = flown.isEmpty ? sentence.places : flown.map(\.place)
        claim.time = sentence.times.first { !TimeUse.isCitation($0, in: sentence, reading) }
        claim.aircraft = aircraftNames()
        return [claim]
    }
}
