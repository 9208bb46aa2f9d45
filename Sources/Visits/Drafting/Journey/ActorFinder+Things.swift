/// Things that go somewhere: goods, pipes, weapons.
extension ActorFinder {
    /// "Pipa gas baru menuju Shanghai", "onions and cattle bound for Kumasi", "the award money is to go to Gyumri": words for a thing
    /// begin the clause, and nobody who travels stands in it.
    ///
    /// - Parameter verb: where the word of moving begins.
    func isOfThing(_ verb: Int) -> Bool {
        // "Trade is not on the agenda of his visit to": the visit is his.
        guard !sentence.cues(at: verb).contains(.trip) else { return false }
        var start = RoleFinder(reading: reading, sentence: sentence).clauseStart(verb)
        if isMeanwhile(start) {
            start = sentence.words.lowerBound
        } else {
            for at in start..<max(start, verb) where isBorder(at) { start = at + 1 }
        }
        guard start < verb, !(start..<verb).contains(where: isTraveller) else { return false }
        let head = (start..<verb).filter(isNoun)
        // "The embattled centrist": words that are not known to be goods may be somebody.
        guard let first = head.first, first - start <= 2 else { return false }
        return head.prefix(3).contains(where: isGoods)
    }

    private func isBorder(_ at: Int) -> Bool {
        reading.tokens[at].kind == .sign && !reading.tokens[at].isJoined
            || ["that", "bahwa"].contains(reading.word(at))
            || sentence.cues(at: at).contains { $0 == .then || $0 == .turn || $0 == .before || $0 == .after }
    }

    private func isTraveller(_ at: Int) -> Bool {
        if isSomebody(at) || sentence.time(at: at) != nil && at > sentence.words.lowerBound + 8 { return true }
        if Self.kin.contains(reading.word(at)) || Self.crowd.contains(reading.word(at))
            || Self.persons.contains(reading.word(at))
        {
            return true
        }
        // A name in the middle of a sentence.
        if at > sentence.words.lowerBound, reading.tokens[at].isCapital, sentence.placeMention(at: at) == nil,
            Demonyms.states.hits(reading.tokens, at: at, before: at + 1) == nil, sentence.time(at: at) == nil
        {
            return true
        }
        return sentence.cues(at: at).contains {
            $0.isMove && !isVerb($0, at: at)
                || [
                    .aircraft, .stateAircraft, .charter, .fighter, .delegation, .ownCrowd, .carrying, .programme,
                    .meeting, .event, .ceremony, .anonymous, .institution, .say, .surface, .fleetOf,
                    .escort, .seen, .invitation, .rider, .spend,
                ].contains($0)
        }
    }

    /// What moves is not said by the verb itself.
    private func isVerb(_ cue: Cue, at: Int) -> Bool {
        [.travel, .leave, .depart, .arrive, .goBack].contains(cue) && !Self.nouns.contains(reading.word(at))
    }

    private static let nouns: Set<String> = [
        "departure", "arrival", "return", "keberangkatan", "kedatangan", "kepulangan", "keberangkatannya",
        "kedatangannya", "kepulangannya", "homecoming", "journey", "journeys", "landing",
    ]

    private static let persons: Set<String> = [
        "him", "her", "them", "couple", "pair", "leader", "leaders", "premier", "pontiff", "monarch", "sovereign",
        "visitor", "guest", "statesman", "politician", "veteran", "old", "general", "republican", "democrat", "man",
        "woman", "head", "chief", "diplomat", "pasangan", "tokoh", "politikus", "pemimpin", "orang", "perempuan",
        "bapak", "ibu", "jenderal", "tamu", "pria", "wanita", "who",
    ]

    private func isNoun(_ at: Int) -> Bool {
        let token = reading.tokens[at]
        guard token.kind == .word, token.word.count > 2, !token.isCapital || at == sentence.words.lowerBound,
            sentence.time(at: at) == nil, sentence.placeMention(at: at) == nil, !Self.small.contains(token.word)
        else { return false }
        return sentence.cues(at: at).allSatisfy { $0 == .block || $0 == .voice || $0 == .venue }
    }

    private static let goods: Set<String> = [
        "oil", "gas", "grain", "arms", "missiles", "weapons", "goods", "cattle", "money", "cargo", "minyak", "pipa",
        "senjata",
        "meriam", "rudal", "barang", "gandum", "kapal", "pipeline", "railway", "aid", "bantuan", "crude", "tanks",
        "barrels",
        "shipments", "containers", "tankers", "kontainer", "pasokan", "muatan", "relief", "rice", "wheat", "fertiliser",
        "fertilizer", "vaccines", "beras", "pupuk", "obat-obatan", "proyek", "drones", "trucks", "truk", "truk-truk",
        "konvoi", "shells", "ammunition",
    ]

    private func isGoods(_ at: Int) -> Bool { Self.goods.contains(reading.word(at)) }

    private static let small: Set<String> = [
        "the", "and", "dan", "from", "dari", "with", "for", "not", "also", "juga", "lagi", "pun", "itu", "ini", "yang",
        "his", "her", "their", "its", "was", "were", "are", "has", "have", "been", "had", "then", "next", "first",
        "only", "once", "this", "that", "will", "would", "there", "back", "still", "now", "langsung", "segera",
        "pertama", "setelah", "sebelum", "pada", "untuk", "akan", "sudah", "telah", "kali", "hari", "malam", "pagi",
        "siang", "sore", "ahead", "later", "earlier", "both", "all", "two", "three", "dua", "tiga", "keduanya",
        "semua", "direct", "straight", "alone", "together", "instead", "rather", "home", "there", "here",
    ]
}
