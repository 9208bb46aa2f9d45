/// Places that a sentence announces as stops without a preposition of going, or in front of the words that say so.
extension RoleFinder {
    /// "Tehran follows on the 26th", "Baku is next", "Hanoi menjadi pembuka", "Rome will be the last stop", "giliran Manila".
    func announced(_ place: PlaceMention) -> Finding? {
        if let turn = turnBefore(place) { return made(place, turn) }
        if let stop = madeFirst(place) { return made(place, stop) }
        if let arrival = awaited(at: place) {
            return Finding(role: .destination, verb: arrival, start: place.words.lowerBound)
        }
        guard beginsClause(place) else { return nil }
        let next = place.words.upperBound
        let row = rowEnd(of: place)
        if Self.following.contains(reading.word(row)), isIntransitive(row) {
            return made(place, row..<row + 1)
        }
        if let visited = visited(behind: next) { return made(place, visited) }
        if let off = calledOff(behind: next) {
            var finding = made(place, off)
            finding.isNegated = true
            return finding
        }
        return (copula(behind: next) ?? (row > next ? copula(behind: row) : nil)).map { made(place, $0) }
    }

    /// "Makes Tokyo the first stop of his tour", "menjadikan Tokyo persinggahan pertama".
    private func madeFirst(_ place: PlaceMention) -> Range<Int>? {
        let verb = place.words.lowerBound - 1
        if ["chosen", "chose", "chooses", "picked", "picks", "memilih"].contains(reading.word(verb)),
            sentence.has(.trip) || place.words.upperBound + 3 < words.upperBound && sentence.has(.history)
        {
            return verb..<verb + 1
        }
        guard ["makes", "make", "making", "menjadikan"].contains(reading.word(verb)) else { return nil }
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 5)
        guard behind.contains(where: { Self.ordinals.contains(reading.word($0)) }),
            behind.contains(where: { Self.halts.contains(reading.word($0)) })
        else { return nil }
        return verb..<verb + 1
    }

    /// "Ankara lebih dulu disinggahinya", "Kairo akan dikunjungi pada Rabu".
    private func visited(behind first: Int) -> Range<Int>? {
        let end = min(words.upperBound, first + 5)
        for at in first..<max(first, end) {
            if ["disinggahi", "disinggahinya", "dikunjungi", "dikunjunginya", "didatangi", "didatanginya"].contains(
                reading.word(at)
            ) {
                return at..<at + 1
            }
            guard reading.tokens[at].kind == .word, sentence.time(at: at) == nil,
                sentence.cues(at: at).allSatisfy({
                    [.future, .scheduled, .planned, .expected, .first, .negation].contains($0)
                }),
                !sentence.cues(at: at).isEmpty || reading.word(at) == "juga"
            else { return nil }
        }
        return nil
    }

    /// "Selandia Baru dicoret dari agenda", "Baku has been dropped", "Cairo is not on the programme".
    private func calledOff(behind first: Int) -> Range<Int>? {
        let small: Set<String> = [
            "has", "had", "have", "now", "also", "juga", "kini", "akhirnya", "kemudian", "sudah", "telah",
        ]
        var at = first
        while at < min(words.upperBound, first + 3), small.contains(reading.word(at)) { at += 1 }
        return sentence.cues.first { hit in
            (hit.cue == .cancelled || hit.cue == .omission)
                && (hit.words.lowerBound == at
                    || hit.words.lowerBound == at + 1
                        && ["is", "was", "will", "does", "did"].contains(reading.word(at)))
        }?.words
    }

    private func made(_ place: PlaceMention, _ words: Range<Int>) -> Finding {
        var finding = Finding(
            role: .destination,
            verb: CueHit(words: words, cue: .trip),
            start: min(words.lowerBound, place.words.lowerBound)
        )
        let from = max(self.words.lowerBound, min(words.lowerBound, place.words.lowerBound) - 4)
        finding.isNegated = sentence.has(.negation, .cancelled, in: from..<words.upperBound)
        return finding
    }

    private static let following: Set<String> = ["follows", "follow", "menyusul"]

    /// "Shanghai and Beijing follow": where the row of places ends that begins with this one.
    private func rowEnd(of place: PlaceMention) -> Int {
        var end = place.words.upperBound
        while end + 1 < words.upperBound, [",", "and", "dan", "serta"].contains(reading.word(end)),
            let next = sentence.places.first(where: { $0.words.lowerBound == end + 1 })
        { end = next.words.upperBound }
        return end
    }

    /// "Giliran Manila", "then it is the turn of Manila".
    private func turnBefore(_ place: PlaceMention) -> Range<Int>? {
        var at = place.words.lowerBound - 1
        if ["of", "kota"].contains(reading.word(at)) { at -= 1 }
        guard at >= words.lowerBound, ["giliran", "turn"].contains(reading.word(at)) else { return nil }
        return at..<at + 1
    }

    /// Nothing stands before the place but a word that begins a clause, or whoever says so.
    private func beginsClause(_ place: PlaceMention) -> Bool {
        let before = place.words.lowerBound - 1
        guard before >= words.lowerBound else { return true }
        if [",", ";", ":", "and", "dan", "then", "while", "that", "bahwa", "–", "\"", "lalu"]
            .contains(reading.word(before))
        {
            return true
        }
        return sentence.cues(at: before).contains { [.say, .then, .turn].contains($0) }
    }

    /// "Tehran follows on the 26th", but not "Washington follows the matter".
    private func isIntransitive(_ verb: Int) -> Bool {
        let next = verb + 1
        guard next < words.upperBound, reading.tokens[next].kind != .sign else { return true }
        return sentence.time(at: next) != nil
            || ["on", "a", "pada", "in", "as", "and", "dan", "kemudian", "two", "dua", "sehari"].contains(
                reading.word(next)
            )
    }

    private static let copulas: Set<String> = [
        "is", "are", "will", "would", "becomes", "comes", "come", "menjadi", "jadi", "adalah", "ialah", "merupakan",
        "akan",
        "bakal",
    ]
    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "last", "final", "next", "pertama", "kedua", "ketiga", "keempat",
        "terakhir", "berikutnya", "selanjutnya", "penutup", "pembuka", "pamungkas",
    ]
    private static let halts: Set<String> = [
        "stop", "leg", "destination", "halt", "stopover", "port", "call", "persinggahan", "perhentian", "pemberhentian",
        "tujuan", "destinasi", "etape", "pembuka", "penutup", "pamungkas", "singgahan", "negara", "kota",
    ]

    /// "Is next", "comes first", "akan menjadi persinggahan pertama".
    private func copula(behind first: Int) -> Range<Int>? {
        guard first < words.upperBound, Self.copulas.contains(reading.word(first)) else { return nil }
        let end = min(words.upperBound, first + 8)
        var ordinal: Int?
        var halt: Int?
        for at in first + 1..<max(first + 1, end) {
            if [",", ";"].contains(reading.word(at)) || sentence.placeMention(at: at) != nil { break }
            if Self.ordinals.contains(reading.word(at)) { ordinal = ordinal ?? at }
            if Self.halts.contains(reading.word(at)) { halt = halt ?? at }
        }
        guard let ordinal else { return nil }
        // "Rome is first", "Baku is next on the list"; "the second largest" counts something else.
        let isBare =
            ordinal <= first + 2
            && (ordinal + 1 >= words.upperBound || reading.tokens[ordinal + 1].kind == .sign
                || ["on", "in", "up", "and", "pada", "dalam", "dan"].contains(reading.word(ordinal + 1))
                || sentence.time(at: ordinal + 1) != nil)
        guard halt != nil || isBare else { return nil }
        return first..<max(ordinal, halt ?? ordinal) + 1
    }

    /// "In Jakarta, where he is due on Tuesday", "di Jakarta, tempat ia dijadwalkan tiba": the word of moving behind the place.
    func relative(behind place: PlaceMention) -> CueHit? {
        let comma = place.words.upperBound
        guard reading.word(comma) == "," else { return nil }
        let isWhere =
            reading.word(comma + 1) == "where" || reading.word(comma + 1) == "tempat"
            || reading.word(comma + 1) == "di" && reading.word(comma + 2) == "mana"
        guard isWhere else { return nil }
        let end =
            (comma + 2..<max(comma + 2, min(words.upperBound, comma + 14))).first {
                [",", ";"].contains(reading.word($0)) || sentence.placeMention(at: $0) != nil
            } ?? min(words.upperBound, comma + 14)
        return sentence.cues.first {
            [.arrive, .stopover, .spend].contains($0.cue) && $0.words.lowerBound > comma && $0.words.upperBound <= end
        }
    }

    /// "The tour ends in Dushanbe", "lawatan berakhir di Roma", "begins the trip in Riyadh": a journey's first or last place.
    func isEnd(_ trip: CueHit, before start: Int) -> Bool {
        let near = max(words.lowerBound, trip.words.lowerBound - 3)..<max(words.lowerBound, start)
        return near.contains { Self.edges.contains(reading.word($0)) }
    }

    private static let edges: Set<String> = [
        "ends", "end", "finishes", "finish", "concludes", "conclude", "winds", "wraps", "culminates", "begins", "begin",
        "starts", "start", "starting", "beginning", "opens", "ending", "kicks", "berakhir", "ditutup", "dimulai",
        "diawali", "bermula", "berawal", "berujung", "memulai", "mengawali", "menutup",
    ]

    /// "The refuelling stop, Sal", "a halt, Ramstein": the name of the stop behind a comma.
    func apposed(_ place: PlaceMention, comma: Int) -> CueHit? {
        guard reading.word(comma) == "," else { return nil }
        return sentence.cues.first { hit in
            hit.cue == .stopover && hit.words.upperBound == comma
                && (max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound).contains {
                    ["the", "a", "an", "one", "his", "her", "sebuah", "satu"].contains(reading.word($0))
                }
        }
    }

    /// "The aircraft is to bring him to Rome", "pesawat pemerintah akan membawa rombongan ke Roma": who carries, moves.
    func carrying(_ hits: [CueHit]) -> CueHit? {
        guard let hit = hits.first(where: { $0.cue == .carrying }) else { return nil }
        // "A visit that takes him to Rome", "it is to bring the president to": not "a boat takes him to".
        if isTakenByJourney(hit),
            hit.words.contains(where: {
                ["him", "her", "them", "membawanya", "take", "takes", "bring", "brings"].contains(reading.word($0))
            })
        {
            return CueHit(words: hit.words, cue: .travel)
        }
        var from = clauseStart(hit.words.lowerBound)
        // "The jet has its first task: to carry the president to".
        if reading.word(from - 1) == ":" { from = words.lowerBound }
        let isFlown =
            sentence.cues.contains {
                [.aircraft, .stateAircraft, .charter].contains($0.cue) && $0.words.lowerBound >= from
                    && $0.words.upperBound <= hit.words.lowerBound
            }
            || AircraftNames(reading: reading, sentence: sentence).types.contains {
                $0.lowerBound >= from && $0.upperBound <= hit.words.lowerBound
            }
        return isFlown ? CueHit(words: hit.words, cue: .travel) : nil
    }

    private func isTakenByJourney(_ hit: CueHit) -> Bool {
        let before = clauseStart(hit.words.lowerBound)..<hit.words.lowerBound
        return !sentence.has(.surface, in: before)
            && before.contains { at in
                reading.word(at) == "it" && reading.word(at + 1) == "is"
                    || sentence.cues(at: at).contains { [.trip, .meeting, .event, .ceremony, .programme].contains($0) }
            }
    }

    /// "Leaves for the summit in Washington", "flies to a meeting in Rome": a verb of going whose goal is the event.
    func going(to event: CueHit) -> CueHit? {
        guard [.meeting, .event, .ceremony].contains(event.cue) else { return nil }
        let near = max(words.lowerBound, event.words.lowerBound - 5)..<event.words.lowerBound
        guard
            let to = sentence.cues.last(where: {
                // "For the" and "for talks" are words of purpose as well.
                let isTo = $0.cue == .to || $0.cue == .purpose && reading.word($0.words.lowerBound) == "for"
                return isTo && near.contains($0.words.lowerBound)
            }),
            !(to.words.lowerBound..<max(to.words.lowerBound, event.words.lowerBound)).contains(where: { at in
                sentence.placeMention(at: at).map { !isPartOfAnother(sentence.places[$0]) } ?? false
                    || reading.tokens[at].kind == .sign
            }),
            let verb = sentence.cues.last(where: { $0.cue.isMove && $0.words.lowerBound <= to.words.lowerBound }),
            [.depart, .leave, .travel, .goBack].contains(verb.cue), to.words.lowerBound - verb.words.upperBound <= 5
        else { return nil }
        let isFor = reading.word(to.words.lowerBound) == "for"
        let isLeaving =
            verb.cue == .depart || verb.cue == .leave || reading.word(verb.words.lowerBound).hasPrefix("head")
        let hasGoal = sentence.places.contains {
            $0.words.lowerBound >= verb.words.upperBound && $0.words.upperBound <= event.words.lowerBound
                && !sentence.cues(at: $0.words.lowerBound - 1).contains(.from) && verb.cue != .leave
                && !isPartOfAnother($0)
        }
        return hasGoal || isFor && !isLeaving ? nil : verb
    }
}
