/// Places in clauses that tell of something else than the journey: of goods and pipes, of a condition, of what somebody once did there.
extension RoleFinder {
    /// Whether the clause of a place tells of something else.
    func isAside(_ place: PlaceMention, _ finding: Finding) -> Bool {
        let verb = finding.verb?.words.lowerBound ?? finding.start
        guard finding.role != .origin, verb < place.words.lowerBound else { return false }
        return isOfThing(place, verb) || isOnce(place) || isOnlyIf(place) || isOfInvitation(place)
            || isWished(place, finding) || isInvitedInVain(place) || isCompared(place) || isRumour(place)
            || isLeftToOthers(place, finding)
            || isPartOfNoun(place) || isHopedFor(place, finding) || isForAnotherTime(place) || isShipped(finding)
            || isDeniedInTurn(place) || isHabit(place, finding) || isFlownEmpty(place, finding) || isLastSeen(place)
            || isOfJourneyBefore(place)
    }

    // MARK: What a relative clause is told of

    /// "Oil that reaches the refinery at", "buruh yang tiap tahun diberangkatkan ke", "kilang yang hendak dibangun di": the clause is told
    /// of a thing, and no journey of somebody.
    private func isOfThing(_ place: PlaceMention, _ verb: Int) -> Bool {
        let from = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 10)
        guard from < place.words.lowerBound,
            let opens = (from..<place.words.lowerBound).last(where: {
                ["yang", "that", "which"].contains(reading.word($0))
            }),
            // "Opens a plant that is being built in": he goes to see it.
            opens < verb || !isGone(verb) || Self.published.contains(reading.word(opens + 1)),
            !isVisited(before: opens, .visit, .programme),
            !(opens..<place.words.lowerBound).contains(where: { at in
                reading.tokens[at].kind == .sign || isSomebody(at) || sentence.placeMention(at: at) != nil
                    || Self.joiningClauses.contains(reading.word(at))
                    || sentence.cues(at: at).contains { [.carrying, .turn, .say, .aircraft].contains($0) }
            }),
            reading.word(opens) == "yang" || Self.auxiliary(reading.word(opens + 1)) || isPresentVerb(opens + 1)
                || ["now", "then", "also", "still", "once"].contains(reading.word(opens + 1))
                    && isPresentVerb(opens + 2)
        else { return false }
        if Self.published.contains(reading.word(opens + 1)) { return true }
        return isThing(before: opens)
    }

    /// "Harian yang terbit di Kigali", "yang berbasis di".
    private static let published: Set<String> = [
        "terbit", "berbasis", "bermarkas", "berkantor", "berkedudukan", "berpusat",
    ]

    /// "Mengunjungi pasukan yang bermarkas di", "visit the school he attended in": he goes to where it is.
    func isVisited(before noun: Int, _ kinds: Cue...) -> Bool {
        (max(clauseStart(noun), noun - 5)..<noun).contains { at in
            sentence.cues(at: at).contains { kinds.contains($0) }
        }
    }

    private func isGone(_ verb: Int) -> Bool {
        sentence.cues(at: verb).contains { $0.isMove || $0 == .programme || $0 == .carrying || $0 == .spend }
    }

    private static let joiningClauses: Set<String> = ["and", "dan", "lalu", "serta", "kemudian"]

    private static func auxiliary(_ word: String) -> Bool {
        [
            "will", "would", "is", "are", "was", "were", "has", "have", "had", "can", "could", "may", "might", "once",
            "already", "must", "should",
        ].contains(word)
    }

    /// "That reaches", "that run": "that he", "that officials" tell what somebody said.
    private func isPresentVerb(_ at: Int) -> Bool {
        sentence.cues(at: at).contains { $0.isMove && $0 != .trip }
            || ["runs", "run", "links", "link", "connects", "serves", "comes", "come", "passes", "pass"].contains(
                reading.word(at)
            )
    }

    private func isSomebody(_ at: Int) -> Bool {
        sentence.person(at: at) != nil || sentence.cues(at: at).contains(.pronoun)
            || ["him", "her", "them"].contains(reading.word(at)) || reading.word(at) == "membawanya"
    }

    private static let ways: Set<String> = [
        "misi", "mission", "pesawat", "pesawatnya", "jet", "plane", "planes", "flight", "route", "rute", "agenda",
        "jadwal", "schedule",
        "itinerary", "programme", "program", "acara", "rencana", "plan", "plans", "hari", "day", "days", "tour",
        "pemimpin", "leader", "leaders", "tamu", "tokoh", "stop", "stops", "city", "cities", "capital", "country",
        "countries", "places",
        "town", "island", "kota-kota", "rombongannya", "helikopter", "helicopter", "surat", "letter",
    ]
    private static let twins: Set<String> = [
        "kembar", "kembarnya", "kembarannya", "pengecoh", "umpan", "decoy", "twin", "kedua", "cadangan", "kargo",
        "lookalike",
    ]

    /// The noun before "yang" or "that" is nobody and no journey: looked at with the words before it, up to whatever governs it.
    private func isThing(before opens: Int) -> Bool {
        var at = opens - 1
        if reading.word(at) == "," { at -= 1 }
        guard at >= words.lowerBound, reading.tokens[at].kind == .word else { return false }
        let last = at
        while at >= words.lowerBound, last - at < 4, reading.tokens[at].kind == .word {
            if Self.twins.contains(reading.word(at)), sentence.has(.aircraft, in: max(words.lowerBound, at - 1)..<opens)
            {
                return true
            }
            let cues = sentence.cues(at: at)
            // "Bertemu mantan jenderal yang": the verb before it.
            if at < last, reading.language == .indonesian, !cues.isEmpty,
                reading.word(at).hasPrefix("ber") || reading.word(at).hasPrefix("me")
            {
                break
            }
            // A name in the middle of a sentence is somebody, or a place.
            if at > words.lowerBound, reading.tokens[at].isCapital, at == last || reading.language == .indonesian {
                return false
            }
            if isSomebody(at) || Self.ways.contains(reading.word(at)) || sentence.time(at: at) != nil
                || sentence.placeMention(at: at) != nil || cues.contains(where: isOfJourney)
            {
                return false
            }
            if at < last, cues.contains(where: { [.to, .at, .from, .via, .say, .future].contains($0) }) { break }
            at -= 1
        }
        return true
    }

    private func isOfJourney(_ cue: Cue) -> Bool {
        cue.isMove
            || [
                .aircraft, .stateAircraft, .charter, .fighter, .delegation, .meeting, .event, .ceremony, .programme,
                .cityWord, .airport, .ownCrowd, .surface, .say, .announced, .reported, .expected, .planned,
                .scheduled, .invitation,
            ].contains(cue)
    }

    // MARK: What was done once

    /// "The show he put on at", "the plea he made in", "pidato yang ia sampaikan di", "seperti yang dilakukannya di": what somebody did there.
    private func isOnce(_ place: PlaceMention) -> Bool {
        let preposition = place.words.lowerBound - 1
        guard preposition > words.lowerBound + 1, ["in", "at", "di"].contains(reading.word(preposition)) else {
            return false
        }
        let near = max(words.lowerBound + 1, preposition - 6)..<preposition
        guard !near.contains(where: { reading.tokens[$0].kind == .sign || sentence.placeMention(at: $0) != nil }) else {
            return false
        }
        return near.contains { reading.language == .english ? isDeed($0, before: preposition) : isDoneThere($0) }
    }

    private static let deeds: Set<String> = [
        "made", "put", "gave", "held", "struck", "won", "told", "took", "saw", "met", "wore", "had", "began", "did",
        "paid", "spoke", "drew", "led", "heard", "found", "ran", "sat",
    ]

    /// "(The plea) he made": a pronoun behind a noun, and what he did.
    private func isDeed(_ pronoun: Int, before preposition: Int) -> Bool {
        guard ["he", "she", "it", "they"].contains(reading.word(pronoun)), pronoun + 1 < preposition else {
            return false
        }
        let verb = reading.word(pronoun + 1)
        guard Self.deeds.contains(verb) || verb.hasSuffix("ed") && verb.count > 4 else { return false }
        // "A spokesman told reporters he arrived in": the journey.
        if sentence.cues(at: pronoun + 1).contains(where: \.isMove) || isVisited(before: pronoun, .visit) {
            return false
        }
        let before = reading.word(pronoun - 1)
        if ["as", "like"].contains(before) { return true }
        let noun = reading.tokens[pronoun - 1]
        return noun.kind == .word && !noun.isCapital && !Self.conjunctions.contains(before)
            && !sentence.cues(at: pronoun - 1).contains { $0 == .turn || $0 == .then || $0 == .accordingTo }
            && (!sentence.cues(at: pronoun - 1).contains(.say) || ["the", "a"].contains(reading.word(pronoun - 2)))
            && sentence.time(at: pronoun - 1) == nil
    }

    private static let conjunctions: Set<String> = [
        "and", "but", "that", "where", "when", "before", "after", "as", "since", "while", "because", "whether", "if",
        "then", "until", "so", "or", "once", "which", "who", "though", "although", "than", "what", "why", "how",
    ]

    /// "Yang ia sampaikan di", "yang dilakukannya di", with nothing that says it will be.
    private func isDoneThere(_ relative: Int) -> Bool {
        // "Konferensi yang dipimpinnya di": he is there.
        guard reading.word(relative) == "yang",
            !sentence.cues(at: relative - 1).contains(where: { $0 == .meeting || $0 == .event || $0 == .ceremony })
        else { return false }
        let verb: Int
        if ["ia", "dia", "beliau"].contains(reading.word(relative + 1)) {
            verb = relative + 2
        } else if reading.word(relative + 1).hasPrefix("di"), reading.word(relative + 1).hasSuffix("nya") {
            verb = relative + 1
        } else {
            return false
        }
        return !sentence.cues(at: verb).contains { $0.isMove || $0 == .future || $0 == .scheduled || $0 == .planned }
            && sentence.cues(at: verb + 1).contains(.at)
    }

    // MARK: On a condition, by an invitation, wished for

    private static let ifs: Set<String> = ["if", "jika", "kalau", "apabila", "bila", "bilamana", "seandainya"]

    /// "Only if a truce holds", "baru mau pergi kalau": nobody says that it will be. "If all goes well" alone does not undo a plan.
    private func isOnlyIf(_ place: PlaceMention) -> Bool {
        for at in words where Self.ifs.contains(reading.word(at)) {
            let isOnly =
                ["only", "hanya", "cuma", "baru"].contains(reading.word(at - 1)) || reading.word(at + 1) == "saja"
            if at < place.words.lowerBound {
                // "Only if both sides agree, an aide said, will he go on to": at the head of the sentence.
                guard isOnly, at - 1 == words.lowerBound, clauseStart(place.words.lowerBound) <= at else { continue }
                return true
            }
            let near = max(words.lowerBound, place.words.lowerBound - 3)..<at
            let isLate = near.contains { at in
                reading.word(at) == "baru" && sentence.time(at: at) == nil && reading.language == .indonesian
            }
            guard isOnly || isLate, clauseStart(at) <= place.words.lowerBound,
                // "Lands in Cairo and will hold talks only if": of something else.
                !(place.words.upperBound..<max(place.words.upperBound, at)).contains(where: { at in
                    ["and", "dan", "serta", ",", ";"].contains(reading.word(at))
                })
            else { continue }
            // The place right before it, of several.
            return !sentence.places.contains {
                $0.words.lowerBound >= place.words.upperBound && $0.words.upperBound <= at
            }
        }
        return false
    }

    private static let offers: Set<String> = [
        "undangan", "ajakan", "tawaran", "permintaan", "invitation", "offer", "request", "proposal", "usulan", "usul",
    ]
    private static let answers: Set<String> = [
        "dibahas", "dibicarakan", "discussed",
        "dijawab", "ditanggapi", "dibalas", "diputuskan", "disanggupi", "dipertimbangkan", "dipenuhi", "diterima",
        "jawaban", "tanggapan", "kepastian", "answered", "considered", "studied", "decided", "pending", "unanswered",
        "accepted", "ditolak",
    ]

    /// "Undangan Tajikistan agar ia mampir ke Dushanbe belum dijawab": an offer that begins its clause and has no answer.
    private func isOfInvitation(_ place: PlaceMention) -> Bool {
        let start = clauseStart(place.words.lowerBound)
        let head = start..<min(place.words.lowerBound, start + 3)
        guard let offer = head.first(where: { Self.offers.contains(reading.word($0)) }) else { return false }
        // "Memenuhi undangan menghadiri": it is accepted.
        if ["memenuhi", "atas", "menerima", "menyambut", "accepting"].contains(reading.word(offer - 1)) {
            return false
        }
        // "Undangan menghadiri konferensi di Belém akan ia serahkan": what it is for.
        if reading.word(offer) == "undangan",
            ["menghadiri", "untuk", "ke", "berkunjung", "mengunjungi"].contains(reading.word(offer + 1)),
            !(place.words.upperBound..<min(words.upperBound, place.words.upperBound + 10)).contains(where: {
                ["diterima", "dipenuhi", "disambut", "disanggupi"].contains(reading.word($0))
                    && reading.word($0 - 1) != "belum"
            })
        {
            return true
        }
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 8)
        guard let answer = behind.first(where: { Self.answers.contains(reading.word($0)) }) else { return false }
        let isOpen = ["pending", "unanswered", "considered", "studied", "dipertimbangkan", "ditolak"].contains(
            reading.word(answer)
        )
        return isOpen
            || (place.words.upperBound..<answer).contains {
                ["belum", "not", "yet", "tidak", "tak", "never"].contains(reading.word($0))
            }
    }
}

/// Ways that nobody goes, and what stands between a place and what is told of it.
extension RoleFinder {
    private static let going: Set<String> = [
        "rute", "route", "routes", "routing", "routed", "rerouted", "berputar", "memutar", "dialihkan", "diverted",
    ]

    /// "Via Rome" behind a word of going, somebody, or an aircraft: goods, a march and a railway go by a place as well.
    func isWayOfSomebody(_ via: Int) -> Bool {
        let clause = clauseStart(via)..<via
        return clause.contains { at in
            sentence.person(at: at) != nil || Self.going.contains(reading.word(at))
                || sentence.cues(at: at).contains {
                    $0.isMove
                        || [.pronoun, .delegation, .aircraft, .stateAircraft, .charter, .carrying].contains($0)
                }
        }
            || !AircraftNames(reading: reading, sentence: sentence).types.filter { clause.contains($0.lowerBound) }
                .isEmpty
            // "Via Rome, he flies to": what goes stands behind.
            || via == clause.lowerBound
    }

    /// "A visit to Gyumri, where Moscow keeps a base, had been ruled out": where the words between commas end, or the place.
    func endOfAside(behind place: PlaceMention) -> Int {
        let comma = place.words.upperBound
        guard reading.word(comma) == ",", ["where", "which", "yang", "tempat", "who"].contains(reading.word(comma + 1))
        else { return comma }
        let reach = comma + 2..<max(comma + 2, min(words.upperBound, comma + 14))
        guard let close = reach.first(where: { reading.word($0) == "," }) else { return comma }
        return close + 1
    }

    /// "Meets them at the palace in", "mengunjungi pabrik di": somebody does something there; not "the idea of a plant in".
    func isVisitedVenue(_ venue: CueHit) -> Bool {
        guard sentence.has(.visit, .programme, .meeting, .event, .ceremony) else { return false }
        let before = clauseStart(venue.words.lowerBound)..<venue.words.lowerBound
        if sentence.has(.visit, .programme, .meeting, .event, .ceremony, .arrive, .travel, .welcome, in: before) {
            return true
        }
        return before.suffix(4).contains { at in
            sentence.cues(at: at).contains { $0 == .at || $0 == .to }
                || ["in", "at", "di", "ke", "to"].contains(reading.word(at))
        }
    }

    /// "Memulai perjalanan apostoliknya di Kolombo": the journey is the word's own.
    func isBegunJourney(_ verb: CueHit) -> Bool {
        verb.cue == .depart && ["memulai", "mengawali"].contains(reading.word(verb.words.lowerBound))
    }

    /// "Over lunch in Paris the talk may turn to the works at Valenciennes": a meeting is held in one place.
    func isTaken(_ verb: CueHit, before start: Int) -> Bool {
        guard [.meeting, .ceremony, .welcome].contains(verb.cue), !isJoinedTo(start) else { return false }
        return sentence.places.contains { place in
            place.words.lowerBound >= verb.words.upperBound && place.words.upperBound < start
                && sentence.cues(at: place.words.lowerBound - 1).contains(.at)
        }
    }

    private func isJoinedTo(_ start: Int) -> Bool {
        ["and", "dan", ",", "serta"].contains(reading.word(start - 1)) || sentence.time(at: start - 1) != nil
            || sentence.cues(at: start - 1).contains(.then)
    }

    /// "To Cairo on Friday to talk about a railway": what he goes for.
    func isPurposeVerb(_ at: Int) -> Bool {
        guard reading.language == .english, reading.word(at) == "to", at + 1 < words.upperBound else { return false }
        let next = at + 1
        return reading.tokens[next].kind == .word && !reading.tokens[next].isCapital
            && !["the", "a", "an", "his", "her", "their", "its"].contains(reading.word(next))
            && sentence.placeMention(at: next) == nil && sentence.time(at: next) == nil
    }
}
