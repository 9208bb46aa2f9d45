import Aero

/// Whose visit a text is about: of those who travel in it the one named most, heads of state before others.
struct SubjectFinder {
    let reading: TextReading
    let moves: [Move]

    func subject() -> PersonMention? {
        var candidates: [(person: PersonMention, score: Double)] = []
        func add(_ person: PersonMention, _ score: Double) {
            let weight = person.office?.weight ?? 0.6
            if let index = candidates.firstIndex(where: { $0.person.isSame(as: person) }) {
                candidates[index].score += score * weight
                candidates[index].person = merged(candidates[index].person, person)
            } else {
                candidates.append((person, score * weight))
            }
        }
        var last = opening ?? announced
        // Ours: whom a text begins with is whom it is about, a head of state beside a minister or not.
        if let last { add(last, isStayingAway || isHost(last) ? 1.5 : 5) }
        let absent = absent
        if let absent { add(absent, 1.5) }
        for move in moves where (move.role == .destination || move.role == .via) && !move.isNegated && !move.isOmitted {
            switch move.actor {
            case .person(let person) where !person.isPronoun:
                // Whoever is the first to travel is what the text begins with.
                add(person, (move.isHistory ? 0.5 : 2) + (last == nil ? 1.5 : 0))
                last = person
            case .person(let person):
                // "The vice president", of whom the text begins.
                if let last, last.isSame(as: person) { add(last, 0.8) }
            case .pronoun, .unnamed:
                if let last { add(last, 0.8) }
            case .others(let words):
                guard let delegation = delegation(words, in: reading.sentences[move.sentence]) else { continue }
                add(delegation, last == nil ? 5 : 1)
                last = last ?? delegation
            default: continue
            }
        }
        for (index, sentence) in reading.sentences.enumerated() {
            for person in sentence.persons where !person.isPronoun { add(person, index < 3 ? 0.6 : 0.25) }
            if absent == nil, let arriving = arriving(in: sentence) { add(arriving, 2) }
        }
        if let best = candidates.max(by: { $0.score < $1.score }) {
            return isBesideHead(best.person) ? byOffice() : best.person
        }
        return byOffice()
    }

    /// "The president is due in Hiroshima … Secretary of State Antony Blinken will fly": the text begins with a head of state who goes and
    /// has no name; a minister who is named travels beside him.
    private func isBesideHead(_ person: PersonMention) -> Bool {
        guard (person.office?.weight ?? 2) < 2, let sentence = reading.sentences.first,
            let head = sentence.persons.first, head.isPronoun, head.office.map({ $0.weight >= 2 }) ?? false,
            head.words.lowerBound - sentence.words.lowerBound <= 1
        else { return false }
        return moves.contains { move in
            guard case .pronoun = move.actor, move.sentence == 0 else { return false }
            return (move.role == .destination || move.role == .via) && !move.isNegated && !move.isHistory
        }
    }

    /// "Mewakili Presiden ke Roma": "ke" and a place, without a word of going.
    private func isBound(_ sentence: SentenceReading) -> Bool {
        sentence.places.contains { reading.word($0.words.lowerBound - 1) == "ke" }
    }

    /// The text begins with something that will not be.
    private var isStayingAway: Bool { reading.sentences.first?.has(.negation, .cancelled) ?? false }

    /// "The chancellor will meet the French president in Berlin": who goes nowhere, beside somebody who does.
    private func isHost(_ person: PersonMention) -> Bool {
        func isMoved(_ isMatch: (PersonMention) -> Bool) -> Bool {
            moves.contains { move in
                guard move.role == .destination || move.role == .via, !move.isNegated, !move.isHistory,
                    case .person(let actor) = move.actor
                else { return false }
                return !actor.isPronoun && isMatch(actor)
            }
        }
        let beside = reading.sentences.prefix(4).flatMap(\.persons).filter { !$0.isPronoun && !$0.isSame(as: person) }
        return !isMoved { $0.isSame(as: person) }
            && isMoved { actor in beside.contains { $0.isSame(as: actor) } }
    }

    /// Who stands at the head of the text and travels in its first sentence.
    private var opening: PersonMention? {
        let first = reading.sentences.prefix(4).first { sentence in
            sentence.cues.contains { $0.cue.isMove || [.programme, .meeting, .event].contains($0.cue) }
                || isBound(sentence)
        }
        guard let sentence = first, let person = sentence.persons.first,
            person.words.lowerBound - sentence.words.lowerBound <= 1, !person.isPronoun,
            sentence.cues.contains(where: { hit in
                hit.words.lowerBound >= person.words.upperBound
                    && (hit.cue.isMove || [.programme, .meeting, .event].contains(hit.cue) || isBound(sentence))
            }),
            speaksOfThemselves(person, in: sentence)
        else { return nil }
        return person
    }

    /// "Downing Street confirmed that Keir Starmer will travel", "China's foreign ministry said Wang Yi would reach Honiara": of whom somebody
    /// tells the journey that the text begins with.
    private var announced: PersonMention? {
        guard let sentence = reading.sentences.first, !sentence.has(.negation, .cancelled, .denies),
            let said = AttributionFinder(reading: reading, sentence: sentence).attribution(),
            let person = sentence.persons.first(where: { $0.words.lowerBound >= said.cue.words.upperBound }),
            !person.isPronoun, person.words.lowerBound - said.cue.words.upperBound <= 3,
            said.words.upperBound <= said.cue.words.lowerBound
        else { return nil }
        // "Said the chancellor would go to Rome before the French president's visit": of two, either may be whom it is about.
        guard !sentence.persons.contains(where: { !$0.isPronoun && $0.words.lowerBound >= person.words.upperBound })
        else { return nil }
        let near = person.words.upperBound..<min(sentence.words.upperBound, person.words.upperBound + 4)
        let isGoing = sentence.cues.contains { hit in
            near.contains(hit.words.lowerBound) && hit.cue.isMove && ![.trip, .stopover].contains(hit.cue)
        }
        return isGoing && !near.contains { [",", ";"].contains(reading.word($0)) } ? person : nil
    }

    /// Whoever speaks at the head of a text is not who travels, unless nobody else is named and the words are of their own coming:
    /// "Presiden Meksiko memastikan kehadirannya", "the president confirmed his trip".
    private func speaksOfThemselves(_ person: PersonMention, in sentence: SentenceReading) -> Bool {
        guard sentence.cues.contains(where: { [.say, .denies, .accuses, .warns].contains($0.cue) }) else { return true }
        // "The foreign minister flies to Rome, an official said": somebody else speaks.
        let attribution = AttributionFinder(reading: reading, sentence: sentence).attribution()
        if let attribution, !attribution.words.overlaps(person.words),
            attribution.cue.words.lowerBound > person.words.upperBound + 2
        {
            return true
        }
        guard sentence.persons.allSatisfy({ $0.isPronoun || $0.isSame(as: person) }) else { return false }
        return sentence.words.contains { at in
            ["kehadirannya", "keikutsertaannya", "kunjungannya", "lawatannya", "kedatangannya", "keberangkatannya"]
                .contains(reading.word(at))
                || ["his", "her"].contains(reading.word(at))
                    && ["trip", "visit", "attendance", "tour", "journey", "participation"].contains(
                        reading.word(at + 1)
                    )
        }
    }

    /// "Israel's prime minister will not travel to Paris": a text that begins with whoever stays away is about them, unless somebody
    /// else travels to a place that it names.
    private var absent: PersonMention? {
        guard let sentence = reading.sentences.first, let person = sentence.persons.first, !person.isPronoun,
            person.words.lowerBound - sentence.words.lowerBound <= 1
        else { return nil }
        let goals = moves.filter { move in
            guard move.sentence == 0, move.role != .origin, case .person(let actor) = move.actor else { return false }
            return actor.isSame(as: person)
        }
        guard !goals.isEmpty, goals.allSatisfy(\.isNegated) else { return nil }
        let othersTravel = moves.contains { move in
            guard move.role == .destination || move.role == .via, !move.isNegated, !move.isOmitted, !move.isHistory,
                case .person(let actor) = move.actor
            else { return false }
            return !actor.isPronoun && !actor.isSame(as: person)
        }
        return othersTravel ? nil : person
    }

    /// "Menteri Luar Negeri Sugiono … tiba pada Rabu": who arrives where an earlier sentence says.
    private func arriving(in sentence: SentenceReading) -> PersonMention? {
        guard sentence.persons.count == 1, let person = sentence.persons.first, !person.isPronoun,
            person.words.lowerBound == sentence.words.lowerBound, !sentence.has(.negation), !sentence.has(.cancelled),
            let arrival = sentence.cues.first(where: {
                $0.cue == .arrive && $0.words.lowerBound >= person.words.upperBound
            }),
            !sentence.places.contains(where: { $0.words.lowerBound >= arrival.words.upperBound })
        else { return nil }
        return person
    }

    /// "Delegasi Rusia yang dipimpin Vladimir Medinsky", "a Russian delegation led by the foreign minister".
    private func delegation(_ words: Range<Int>, in sentence: SentenceReading) -> PersonMention? {
        let state =
            sentence.places.first { words.contains($0.words.lowerBound) }?.state
            ?? words.lazy.compactMap {
                Demonyms.states.hits(reading.tokens, at: $0, before: words.upperBound)?.values.first
            }
            .first.flatMap { StateCode($0) }
        guard let state else { return nil }
        var at = words.upperBound
        let end = min(sentence.words.upperBound, at + 4)
        while at < end, !["dipimpin", "diketuai", "led", "headed"].contains(reading.word(at)) { at += 1 }
        var name: String?
        if at < end {
            at += 1
            while ["by", "oleh"].contains(reading.word(at)) { at += 1 }
            if let leader = sentence.person(at: at), leader.name != nil { return leader }
            let capitals = SpeakerFinder(reading: reading, sentence: sentence).capitals(from: at)
            if capitals.count > 1 { name = reading.string(capitals) }
        }
        return PersonMention(
            words: words,
            span: reading.span(words),
            name: name,
            written: name,
            role: reading.string(words),
            office: Office(kind: .organisation, field: ""),
            state: state,
            isPronoun: false
        )
    }

    private func longer(_ one: String?, _ other: String?) -> String? {
        (one?.utf8.count ?? 0) >= (other?.utf8.count ?? 0) ? one : other
    }

    private func merged(_ one: PersonMention, _ other: PersonMention) -> PersonMention {
        PersonMention(
            words: one.words,
            span: one.span,
            name: one.name ?? other.name,
            written: longer(one.written, other.written),
            role: one.role ?? other.role,
            office: one.office ?? other.office,
            state: one.state ?? other.state,
            isPronoun: false
        )
    }

    /// "The president", of the state whose seat of government the text names.
    private func byOffice() -> PersonMention? {
        let seat = reading.sentences.flatMap(\.seats).first.flatMap { StateCode($0.state) }
        for sentence in reading.sentences {
            guard let person = sentence.persons.first else { continue }
            return PersonMention(
                words: person.words,
                span: person.span,
                name: nil,
                written: nil,
                role: person.role,
                office: person.office,
                state: seat,
                isPronoun: false
            )
        }
        return nil
    }
}
