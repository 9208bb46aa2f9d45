/// Who moves, by the words before the verb.
struct ActorFinder {
    let reading: TextReading
    let sentence: SentenceReading

    /// What a word to the left of a verb says of who moves.
    private enum Step {
        case found(Move.Actor)
        /// Whoever stands there does not move: look on from here.
        case on(from: Int)
    }

    /// - Parameter verb: where the word of moving, or the preposition, begins.
    func actor(before verb: Int) -> Move.Actor {
        let start = start(before: verb)
        let types = AircraftNames(reading: reading, sentence: sentence).types
        var place = verb - 1
        while place >= start {
            switch step(at: place, before: verb, from: start, types) {
            case .found(let actor): return actor
            case .on(let next): place = next
            case nil: place -= 1
            }
        }
        return isUnknownHead(before: verb).map { .others($0) } ?? .unnamed
    }

    /// Where the clause of a verb begins.
    private func start(before verb: Int) -> Int {
        let roles = RoleFinder(reading: reading, sentence: sentence)
        var start = roles.clauseStart(verb)
        // "The vice president, meanwhile, flies": a word between two commas begins no clause.
        if reading.word(start) == ",", reading.word(start - 2) == "," { start = sentence.words.lowerBound }
        if isMeanwhile(start) { start = sentence.words.lowerBound }
        // "The prime minister will meanwhile be": nor does one beside an auxiliary.
        if ["will", "is", "was", "would", "akan"].contains(reading.word(start - 2)),
            start > sentence.words.lowerBound + 1
        {
            start = roles.clauseStart(start - 1)
        }
        return start
    }

    private func step(at place: Int, before verb: Int, from start: Int, _ types: [Range<Int>]) -> Step? {
        if let person = sentence.person(at: place) { return step(of: leading(person), before: verb) }
        if Self.kin.contains(reading.word(place)), !isObject(kinStart(place)) { return step(ofKin: place) }
        // "Flight trackers watched it make for London".
        if reading.word(place) == "it", ["watched", "tracked", "saw", "followed"].contains(reading.word(place - 1)) {
            return .found(.aircraft)
        }
        let hits = sentence.cues.filter { $0.words.contains(place) }
        if let crowd = hits.first(where: { $0.cue == .ownCrowd }) {
            let first = crowd.words.lowerBound
            return isBesideAnother(first) ? .on(from: first - 1) : .found(.companion)
        }
        if let hit = hits.first(where: { $0.cue == .delegation }), !isObject(hit.words.lowerBound) {
            return step(ofDelegation: hit, before: verb)
        }
        if hits.contains(where: { $0.cue == .pronoun }) {
            return .found(antecedent(behind: start).map { .person($0) } ?? .pronoun)
        }
        if let named = named(at: place, before: verb) { return .found(.others(named)) }
        if isCrowd(place, before: verb) { return .found(.others(place..<place + 1)) }
        if let others = hits.lazy.compactMap({ travelling($0, before: verb) }).first { return .found(.others(others)) }
        if let hit = hits.first(where: { [.aircraft, .fighter, .stateAircraft].contains($0.cue) }),
            !isRidden(hit.words.lowerBound), let step = step(ofAircraft: hit, before: verb)
        {
            return step
        }
        if isSpare(place) { return .found(.companion) }
        return types.first { $0.contains(place) }.flatMap { step(ofType: $0, from: start) }
    }

    private func step(of person: PersonMention, before verb: Int) -> Step {
        let first = person.words.lowerBound
        // "A visit by the Chinese president to Budapest".
        let isAgent =
            ["by", "oleh"].contains(reading.word(first - 1)) && sentence.cues(at: first - 2).contains(.trip)
        if isAgent || isRelative(person, before: verb) { return .found(.person(person)) }
        if let office = objectOfOffice(person) { return .on(from: office - 1) }
        if isTeller(person, of: verb) { return .on(from: first - 1) }
        if isObject(first) || isPossessor(person) || isIncluded(person) { return .on(from: first - 1) }
        if let stranger = stranger(person) { return .found(.others(stranger)) }
        return .found(person.isPronoun && person.office.map { $0.weight >= 2 } ?? true ? .pronoun : .person(person))
    }

    /// "Sekretaris kabinet mengatakan kunjungan ke Tianjin dibatalkan": who says of a journey that it is off; "tidak dibatalkan" is not.
    private func isTeller(_ person: PersonMention, of verb: Int) -> Bool {
        guard sentence.cues(at: verb).contains(where: { $0 == .trip || $0 == .stopover }),
            !reading.word(verb).hasSuffix("nya"),
            sentence.cues(.say, in: person.words.upperBound..<max(person.words.upperBound, verb)).first != nil
        else { return false }
        return sentence.cues.contains { hit in
            let isOff = hit.cue == .cancelled || ["batal", "urung"].contains(reading.word(hit.words.lowerBound))
            return isOff && hit.words.lowerBound > verb
                && !["not", "tidak", "tak", "belum"].contains(reading.word(hit.words.lowerBound - 1))
        }
    }

    private func step(ofKin place: Int) -> Step {
        let first = kinStart(place)
        if isBesideAnother(first) || isApposed(place) || isSpeaker(first) { return .on(from: first - 1) }
        return .found(.others(first..<place + 1))
    }

    private func step(ofDelegation hit: CueHit, before verb: Int) -> Step {
        let (first, end) = (hit.words.lowerBound, hit.words.upperBound)
        if isApart(hit) { return .found(.companion) }
        if isBesideAnother(first) { return .on(from: first - 1) }
        if let state = sentence.places.first(where: { $0.words.lowerBound == end }) {
            return .found(.others(first..<state.words.upperBound))
        }
        // "Delegasi M23", "rombongan Hamas".
        if reading.language == .indonesian, end < verb, reading.tokens[end].isCapital,
            sentence.person(at: end) == nil, sentence.time(at: end) == nil
        {
            return .found(.others(first..<end + 1))
        }
        // "A Russian delegation".
        if first > sentence.words.lowerBound, reading.tokens[first - 1].isCapital,
            Demonyms.states.hits(reading.tokens, at: first - 1, before: first) != nil
        {
            return .found(.others(first - 1..<end))
        }
        return .found(.pronoun)
    }

    private func step(ofAircraft hit: CueHit, before verb: Int) -> Step? {
        let (first, end) = (hit.words.lowerBound, hit.words.upperBound)
        // "The president, whose plane is old, flies".
        if reading.word(first - 1) == "whose" { return .on(from: first - 2) }
        if carriesOthers(end) || hit.cue == .fighter { return .found(.companion) }
        let isCarrying = sentence.cues.contains {
            $0.cue == .carrying && $0.words.lowerBound >= end && $0.words.upperBound <= verb
        }
        if isCarrying { return .found(.pronoun) }
        if let carried = carried(by: end) { return .found(carried) }
        // "Another jet of the same type took off for".
        // "Switches to another jet" is his.
        if Self.others.contains(reading.word(first - 1)), reading.word(first - 2) != "to" { return .found(.companion) }
        if isOfSubject(hit) || isTheirs(first) { return .found(.pronoun) }
        return isMoved(hit, before: verb) ? nil : .found(.aircraft)
    }

    private func step(ofType type: Range<Int>, from start: Int) -> Step? {
        // "The president, whose plane is an Airbus, flies".
        let near = max(start, type.lowerBound - 5)..<max(start, type.lowerBound)
        if let whose = near.first(where: { reading.word($0) == "whose" }) { return .on(from: whose - 1) }
        if isSpareType(type) || carriesOthers(type.upperBound) { return .found(.companion) }
        guard !isRidden(type.lowerBound) else { return nil }
        if let carried = carried(by: type.upperBound) { return .found(carried) }
        return sentence.has(.seen) || isSome(type) ? .found(.aircraft) : nil
    }

    private static let others: Set<String> = [
        "second", "spare", "reserve", "backup", "other", "another", "third", "identical",
    ]

    /// "Pilgrims meanwhile continue", "truk-truk bantuan sementara itu bergerak": a word behind the first begins no clause.
    func isMeanwhile(_ start: Int) -> Bool {
        let first = sentence.words.lowerBound
        guard start > first + 1, start - first <= 9 else { return false }
        let turn = reading.word(start - 1) == "itu" ? start - 2 : start - 1
        return turn > first && ["meanwhile", "sementara"].contains(reading.word(turn))
            && reading.tokens[turn - 1].kind == .word
    }

    /// "A second A330 that left Cologne".
    private func isSpareType(_ type: Range<Int>) -> Bool { Self.others.contains(reading.word(type.lowerBound - 1)) }

    /// "King Charles and Queen Camilla leave": the first of two.
    private func leading(_ person: PersonMention) -> PersonMention {
        guard ["and", "dan"].contains(reading.word(person.words.lowerBound - 1)),
            // "Charles III and Camilla": a numeral belongs to the name.
            let first = sentence.person(at: person.words.lowerBound - 2)
                ?? (reading.tokens[max(0, person.words.lowerBound - 2)].isAllCaps
                    ? sentence.person(at: person.words.lowerBound - 3) : nil)
        else { return person }
        return first
    }

    /// "The king, son of Hussein, flies": of whom it is said.
    private func isApposed(_ place: Int) -> Bool {
        guard ["of", "to", "dari"].contains(reading.word(place + 1)) else { return false }
        var comma = kinStart(place) - 1
        // "A longtime rival of Giorgia Meloni".
        while comma > sentence.words.lowerBound,
            ["a", "an", "the", "old", "close", "longtime", "former"].contains(
                reading.word(comma)
            )
        { comma -= 1 }
        return reading.word(comma) == "," && isSomebody(comma - 1)
    }

    func isSomebody(_ at: Int) -> Bool {
        sentence.person(at: at) != nil || sentence.cues(at: at).contains(.pronoun)
    }

    /// "His wife flies to Luxor", "istrinya terbang": kin travel for themselves.
    static let kin: Set<String> = [
        "wife", "husband", "son", "daughter", "brother", "sister", "deputy", "predecessor", "istrinya", "suaminya",
        "putranya", "putrinya", "anaknya", "adiknya", "kakaknya", "wakilnya", "pendahulunya", "saudaranya",
        "menterinya", "menlunya", "menhannya", "utusannya", "pembantunya", "ajudannya", "stafnya",
        "keluarganya", "ibunya", "ayahnya", "host", "counterpart", "rival", "colleague", "koleganya",
        "rekannya", "mitranya", "rivalnya", "rekan", "kolega",
    ]

    private func kinStart(_ place: Int) -> Int {
        ["his", "her", "their"].contains(reading.word(place - 1)) ? place - 1 : place
    }

    /// "With an aircraft", "boards an aircraft": somebody travels in it.
    private func isRidden(_ place: Int) -> Bool {
        let near = max(sentence.words.lowerBound, place - 5)..<place
        // "An employee in Port Sudan said another jet": what is said begins anew.
        let said = near.last { sentence.cues(at: $0).contains(.say) }.map { $0 + 1 } ?? near.lowerBound
        return (min(said, place)..<place).contains {
            sentence.cues(at: $0).contains(.rider)
                || ["on", "in", "di", "oleh", "by", "board", "boards", "boarded", "boarding"].contains(reading.word($0))
        }
    }

    /// "A chartered Gulfstream left": one of which nobody says whose it is.
    private func isSome(_ type: Range<Int>) -> Bool {
        // "He takes an Airbus and flies": somebody moves in it.
        let before = RoleFinder(reading: reading, sentence: sentence).clauseStart(type.lowerBound)..<type.lowerBound
        let rider = before.last { isSomebody($0) && !reading.tokens[$0].isPossessive }
        let isTaken =
            rider.map { rider in
                !(rider..<type.lowerBound).contains {
                    reading.tokens[$0].kind == .sign || sentence.cues(at: $0).contains { $0 == .say || $0 == .seen }
                }
            } ?? false
        if isTaken { return false }
        let near = max(sentence.words.lowerBound, type.lowerBound - 4)..<type.lowerBound
        guard let article = near.last(where: { ["a", "an", "sebuah"].contains(reading.word($0)) }) else { return false }
        // "His plane, an ageing Falcon": whose it is stands before.
        let isNamedBefore =
            reading.word(article - 1) == ","
            && sentence.cues.contains {
                $0.cue == .aircraft && $0.words.upperBound == article - 1 && isTheirs($0.words.lowerBound)
            }
        return !isNamedBefore
    }

    /// "Putin's aircraft", "his aircraft".
    private func isTheirs(_ place: Int) -> Bool {
        if ["pesawatnya", "penerbangannya"].contains(reading.word(place))
            || ["itu", "tersebut"].contains(reading.word(place + 1))
        {
            return true
        }
        return (max(sentence.words.lowerBound, place - 3)..<place).contains {
            ["his", "her", "their"].contains(reading.word($0)) || ($0 == place - 1 && reading.word($0) == "the")
                || (sentence.person(at: $0) != nil && reading.tokens[$0].isPossessive)
        }
    }

    /// "The presidential aircraft", not "a government jet".
    private func isOfSubject(_ hit: CueHit) -> Bool {
        hit.cue == .stateAircraft
            && hit.words.contains {
                ["presidential", "kepresidenan", "kenegaraan", "kerajaan", "royal", "force", "own", "usual", "papal"]
                    .contains(
                        reading.word($0)
                    )
            }
    }

    /// Whether another verb with a subject of its own stands between.
    private func isMoved(_ hit: CueHit, before verb: Int) -> Bool {
        (hit.words.upperBound..<verb).contains { [";"].contains(reading.word($0)) }
    }

    /// "Iran's president's aircraft", "Putin's visit": the owner of a noun that moves is who moves; of another noun nobody.
    private func isPossessor(_ person: PersonMention) -> Bool {
        guard reading.tokens[person.words.upperBound - 1].isPossessive else { return false }
        let next = sentence.cues(at: person.words.upperBound)
        return !(next.contains { $0.isMove || $0 == .aircraft })
    }

    /// "Foreign Minister Penny Wong will not be with him: she is flying to Kuala Lumpur": of whom the clause before the sign is told.
    private func antecedent(behind start: Int) -> PersonMention? {
        guard start > sentence.words.lowerBound, reading.word(start - 1) == ":" else { return nil }
        return sentence.persons.first {
            $0.words.upperBound <= start && !$0.isPronoun && !isObject($0.words.lowerBound)
        }
    }

    /// "The delegation, which includes the deputy prime minister, will travel": one of whoever travels.
    private func isIncluded(_ person: PersonMention) -> Bool {
        let first = sentence.words.lowerBound + 1
        guard (person.office?.weight ?? 2) < 2, first < person.words.lowerBound else { return false }
        let before = max(first, person.words.lowerBound - 6)..<person.words.lowerBound
        guard
            let at = before.last(where: {
                ["includes", "include", "included", "termasuk", "beranggotakan", "meliputi"].contains(reading.word($0))
            })
        else { return false }
        return ["which", "that", "yang"].contains(reading.word(at - 1))
            && !(at..<person.words.lowerBound).contains { reading.word($0) == "," }
    }

    /// "Accompanied by Anna Berg, president of the European Central Bank, will fly": where the name begins of whom the office is.
    private func objectOfOffice(_ person: PersonMention) -> Int? {
        guard person.office?.kind == .organisation, person.name == nil, reading.word(person.words.upperBound) == ","
        else { return nil }
        var comma = person.words.lowerBound - 1
        if reading.word(comma) == "the" { comma -= 1 }
        guard comma > sentence.words.lowerBound, reading.word(comma) == "," else { return nil }
        var first = comma
        while first > sentence.words.lowerBound, reading.tokens[first - 1].kind == .word,
            reading.tokens[first - 1].isCapital
        { first -= 1 }
        return first < comma && isObject(first) ? first : nil
    }

    func isObject(_ place: Int) -> Bool {
        guard place > sentence.words.lowerBound else { return false }
        var before = place - 1
        while before > sentence.words.lowerBound,
            ["the", "a", ",", "general"].contains(reading.word(before))
                || reading.tokens[before].isCapital && Titles.words.contains(reading.word(before))
        { before -= 1 }
        let cues = sentence.cues(at: before)
        if cues.contains(where: {
            [.meeting, .event, .ceremony, .welcome, .rider, .to, .from, .at, .block, .visit].contains($0)
        }) {
            return true
        }
        return [
            "with", "dengan", "bersama", "terhadap", "of", "about", "between", "antara", "by", "oleh", "kepada", "bagi",
            "menemui", "see", "join", "against", "for", "dalam", "anggota",
        ].contains(reading.word(before))
    }
}
