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
        var last: PersonMention?
        for move in moves where (move.role == .destination || move.role == .via) && !move.isNegated && !move.isOmitted {
            switch move.actor {
            case .person(let person) where !person.isPronoun:
                // Whoever is the first to travel is what the text begins with.
                add(person, (move.isHistory ? 0.5 : 2) + (last == nil ? 1.5 : 0))
                last = person
            case .pronoun, .unnamed:
                if let last { add(last, 0.8) }
            default: continue
            }
        }
        for (index, sentence) in reading.sentences.enumerated() {
            for person in sentence.persons where !person.isPronoun { add(person, index < 3 ? 0.6 : 0.25) }
        }
        if let best = candidates.max(by: { $0.score < $1.score }) { return best.person }
        return byOffice()
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
