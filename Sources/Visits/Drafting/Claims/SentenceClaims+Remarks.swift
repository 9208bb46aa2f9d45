extension SentenceClaims {
    /// Stays, programmes, events, invitations, durations.
    func stays(isJourney: Bool, isMet: Bool) -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        if let dwell = dwell() { claims.append(dwell) }
        if let duration = duration() { claims.append(duration) }
        if claims.isEmpty, !isMet, let programme = programme() ?? namedPurpose() { claims.append(programme) }
        if sentence.has(.invitation), !isNegatedInvitation, !isOfAnother, !isJudged {
            claims.append(made(.invitation, speaker == nil ? .asserted : .announced, speaker: speaker))
        }
        if let hit = sentence.cues.first(where: { $0.cue == .history }), isHistoryTold(hit),
            !isJourney || isComparison(hit) && !isAttribute(ofJourney: hit),
            !moves.contains(where: \.isNegated)
        {
            claims.append(made(.history, .asserted, hit.words, speaker: speaker))
        } else if claims.isEmpty, isCounted {
            claims.append(made(.history, .asserted, speaker: speaker))
        }
        return claims
    }

    /// "It is his fourth visit to Britain in three years", "ini kunjungan ketiganya ke Tokyo": which of several the journey is.
    private var isCounted: Bool {
        guard ours.isEmpty || !sentence.has(.travel, .arrive, .depart), !sentence.has(.negation, .future) || isCopula
        else { return false }
        if isCopula, isOrdinalTold, sentence.has(.trip, .visit) { return true }
        return isCopula
            && sentence.cues(.trip, .visit).contains { hit in
                (max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound).contains {
                    Self.ordinals.contains(reading.word($0))
                }
                    || reading.language == .indonesian
                        && (hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 2)).contains {
                            let word = reading.word($0)
                            return Self.ordinals.contains(word.hasSuffix("nya") ? String(word.dropLast(3)) : word)
                        }
                    // "Lawatan ke Asia ini yang ketiga sejak 2023".
                    || words.contains { reading.word($0) == "yang" && Self.ordinals.contains(reading.word($0 + 1)) }
            }
    }

    /// "The trip is his fifth to the region since October".
    private var isOrdinalTold: Bool {
        words.contains { at in
            Self.ordinals.contains(reading.word(at + 1)) && ["his", "her", "the", "a"].contains(reading.word(at))
                && ["is", "be", "was"].contains(reading.word(at - 1))
                && ["to", "since", "in", "by", "as", "of"].contains(reading.word(at + 2))
        }
    }

    private var isCopula: Bool {
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 4)
        return head.contains {
            ["is", "will", "was", "adalah", "merupakan", "menjadi", "ini"].contains(reading.word($0))
        }
            && ["it", "this", "the", "ini", "kunjungan", "lawatan", "perjalanan", "that"].contains(
                reading.word(words.lowerBound)
            )
    }

    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "pertama",
        "kedua",
        "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "perdana", "umpteenth",
    ]

    /// "Indonesia's president, who had been invited as well".
    private var isOfAnother: Bool {
        guard let hit = sentence.cues(.invitation).first, let subject else { return false }
        let isWho = (max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound).contains {
            ["who", "yang"].contains(reading.word($0))
        }
        let person = sentence.persons.last { $0.words.upperBound <= hit.words.lowerBound }
        return isWho && person.map { !subject.isSame(as: $0) } ?? false
    }

    /// "Moscow condemned the invitation": what somebody thinks of it.
    private var isJudged: Bool {
        guard let attribution, let hit = sentence.cues(.invitation).first else { return false }
        let say = attribution.cue.words
        return attribution.cue.cue == .say && (1...3).contains(hit.words.lowerBound - say.upperBound + 1)
            && ["invitation", "undangan"].contains(reading.word(hit.words.lowerBound))
            && !["confirmed", "announced", "mengonfirmasi", "mengumumkan", "membenarkan"].contains(
                reading.word(say.lowerBound)
            )
    }

    private var isNegatedInvitation: Bool {
        sentence.cues(.invitation).contains { hit in
            (max(words.lowerBound, hit.words.lowerBound - 7)..<hit.words.lowerBound).contains {
                sentence.cues(at: $0).contains(.negation)
            }
        }
    }

    /// "The first in 24 years": said of the journey itself, not of one before.
    private func isComparison(_ hit: CueHit) -> Bool {
        hit.words.contains {
            reading.word($0) == "first" || reading.word($0).hasPrefix("pertama")
                || reading.word($0).hasPrefix("perdana")
        }
    }

    /// "Will make his first journey abroad on Sunday": a word beside the journey that is told, not a sentence about it.
    private func isAttribute(ofJourney hit: CueHit) -> Bool {
        let before = max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound
        return before.contains { at in
            ["make", "makes", "making", "made", "begin", "begins", "melakukan", "menjalani", "memulai", "pay", "pays"]
                .contains(reading.word(at))
        }
    }

    private func isHistoryTold(_ hit: CueHit) -> Bool {
        sentence.cues.contains { $0.cue.isMove }
            || isComparison(hit)
            || hit.words.contains { reading.word($0) == "terakhir" } && !sentence.places.isEmpty
            || hit.words.contains { ["visit", "trip", "kunjungan", "lawatan", "visits"].contains(reading.word($0)) }
    }

    /// "Several hours there", "stay overnight".
    private func dwell() -> ClaimDraft? {
        guard let spend = sentence.cues.first(where: { $0.cue == .spend || $0.cue == .overnight }) else {
            return isThereForHours ? made(.dwell, certainty, speaker: speaker) : nil
        }
        // "Was expected at Rzeszow during the night": when, and nobody stays.
        let nights = sentence.cues(.overnight).map(\.words.lowerBound)
        if spend.cue == .overnight, nights.allSatisfy({ Self.within.contains(reading.word($0 - 1)) }) { return nil }
        let isNight = sentence.times.contains { $0.words.contains { reading.word($0) == "overnight" } }
        let isLong = isNight || sentence.has(.hours, .overnight) || hasDays(from: spend.words.lowerBound)
        guard isLong else { return nil }
        return made(.dwell, certainty == .asserted && speaker != nil ? .expected : certainty, speaker: speaker)
    }

    private static let within: Set<String> = [
        "during", "in", "through", "late", "into", "of", "throughout", "by", "at",
    ]

    /// "Ia hanya beberapa jam berada di sana", "the stop is to last two hours": a stay told by a word of being or halting.
    private var isThereForHours: Bool {
        guard !sentence.has(.history, .negation), DwellReader.hours(in: sentence, reading) != nil, sentence.has(.hours)
        else { return false }
        return sentence.cues.contains { $0.cue == .stopover }
            || words.contains { at in
                ["berada", "darat", "ground"].contains(reading.word(at))
                    || reading.word(at) == "last" && reading.word(at - 1) == "to"
                    || ["lasts", "berlangsung"].contains(reading.word(at)) && sentence.has(.stopover)
            }
    }

    private func hasDays(from first: Int) -> Bool {
        (first..<words.upperBound).contains {
            ["hari", "days", "day", "malam", "night", "nights"].contains(reading.word($0)) && isCounted($0)
        }
    }

    private static let counts: [String: Int] = [
        "sehari": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "sepekan": 7, "one": 1,
        "two": 2, "three": 3,
        "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "delapan": 8, "sembilan": 9,
        "sepuluh": 10,
    ]

    private func isCounted(_ place: Int) -> Bool {
        guard place > words.lowerBound else { return false }
        return Self.counts[reading.word(place - 1)] != nil || reading.tokens[place - 1].number != nil
    }

    /// "A three-day visit", "kunjungan tiga hari", "selama empat hari".
    private func duration() -> ClaimDraft? {
        for place in words where ["hari", "day", "days"].contains(reading.word(place)) && isCounted(place) {
            guard sentence.time(at: place) == nil, sentence.has(.trip, .visit, .duration, .travel),
                !sentence.has(.dayTrip, .spend)
            else { continue }
            // "After two days in Paris": how long something else was.
            guard !["after", "setelah", "usai", "following"].contains(reading.word(place - 2)),
                !["kemudian", "later", "before", "sebelum", "lalu", "ago", "setelah", "after"].contains(
                    reading.word(place + 1)
                )
            else { continue }
            let count = Self.counts[reading.word(place - 1)] ?? reading.tokens[place - 1].number
            guard let count, (1...60).contains(count) else { continue }
            var claim = made(.duration, certainty, place - 1..<place + 1, speaker: speaker)
            claim.count = count
            return claim
        }
        return weeks()
    }

    /// "The tour will take a week", "lawatan itu berlangsung sepekan".
    private func weeks() -> ClaimDraft? {
        guard sentence.has(.trip, .visit), !sentence.has(.history),
            let verb = words.first(where: {
                ["take", "takes", "last", "lasts", "berlangsung"].contains(reading.word($0))
            }),
            let week = (verb + 1..<min(words.upperBound, verb + 5)).first(where: {
                ["week", "weeks", "fortnight", "sepekan", "seminggu", "pekan", "minggu"].contains(reading.word($0))
            }), sentence.time(at: week) == nil
        else { return nil }
        return made(.duration, certainty, verb + 1..<week + 1, speaker: speaker)
    }

    /// Whether somebody else does it: "analysts will watch".
    var isOfOthers: Bool {
        guard let verb = sentence.cues.first(where: { $0.cue == .programme || $0.cue == .visit }) else { return false }
        if sentence.cues.contains(where: { $0.cue == .anonymous && $0.words.upperBound <= verb.words.lowerBound }),
            speaker == nil
        {
            return true
        }
        if case .person(let person) = ActorFinder(reading: reading, sentence: sentence).actor(
            before: verb.words.lowerBound
        ) {
            return !(subject?.isSame(as: person) ?? true)
        }
        return false
    }

    /// "Tripoli and Ankara will follow the talks": who acts are capitals.
    var isOfCapitals: Bool {
        guard let first = sentence.places.first, first.words.lowerBound == words.lowerBound else { return false }
        return sentence.persons.isEmpty && !sentence.has(.pronoun)
    }

    func isDenied(_ hit: CueHit) -> Bool {
        (max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound).contains {
            sentence.cues(at: $0).contains(.negation)
        }
    }

    /// "Membuka tahun dengan lawatan", "opens his tour in Cairo": how something begins, not what is opened.
    func isOfTime(_ hit: CueHit) -> Bool {
        guard
            ["open", "opens", "membuka", "menutup", "celebrate", "celebrates"].contains(
                reading.word(hit.words.lowerBound)
            )
        else { return false }
        var at = hit.words.upperBound
        if ["his", "her", "their", "the", "a", "its"].contains(reading.word(at)) { at += 1 }
        return ["year", "week", "month", "season", "tahun", "pekan", "bulan", "minggu"].contains(reading.word(at))
            || ["open", "opens", "membuka", "menutup"].contains(reading.word(hit.words.lowerBound))
                && words.contains(at) && sentence.cues(at: at).contains(.trip)
    }

    func isPurpose(_ hit: CueHit) -> Bool {
        let before = max(words.lowerBound, hit.words.lowerBound - 4)..<hit.words.lowerBound + 1
        return before.contains { sentence.cues(at: $0).contains(.purpose) }
    }

    // MARK: What is not said

    func silences(isNegated: Bool) -> [ClaimDraft] {
        if sentence.has(.evades) { return [made(.denial, .evasive, speaker: speaker)] }
        var claims: [ClaimDraft] = []
        if sentence.has(.noComment) { claims.append(made(.noComment, .declined, speaker: speaker)) }
        let isTold =
            sentence.cues(.secrecy).contains { !isNameOfBody($0) && !isAttribute($0) } && !isAircraftUnknown
            && attribution?.cue.cue != .accuses
        if isTold, !sentence.has(.unnamed), claims.isEmpty || sentence.cues(.secrecy).contains(where: isParted) {
            claims.append(made(.secrecy, .asserted, speaker: claims.isEmpty ? speaker : nil))
        }
        return claims
    }

    /// "The Secret Service", "an unannounced visit": a name, or a word beside.
    private func isNameOfBody(_ hit: CueHit) -> Bool {
        hit.words.lowerBound > words.lowerBound && reading.tokens[hit.words.lowerBound].isCapital
    }

    private func isAttribute(_ hit: CueHit) -> Bool {
        // "Diam-diam meninggalkan", "secretly flew": how, not what is kept.
        if ["diam", "secretly", "quietly"].contains(reading.word(hit.words.lowerBound))
            || reading.word(hit.words.lowerBound) == "secara"
        {
            return sentence.cues(at: hit.words.upperBound).contains { $0.isMove || $0 == .to }
                || sentence.cues(at: hit.words.lowerBound - 1).contains { $0.isMove }
        }
        guard
            ["unannounced", "undisclosed", "secret", "confidential", "classified"].contains(
                reading.word(hit.words.lowerBound)
            ), hit.words.count == 1
        else { return false }
        return sentence.cues(at: hit.words.upperBound).contains { [.trip, .visit, .meeting, .stopover].contains($0) }
    }

    /// Not within the words in which somebody declines.
    private func isParted(_ hit: CueHit) -> Bool {
        !sentence.cues(.noComment).contains { $0.words.overlaps(hit.words) }
    }

    private static let rumours: Set<String> = [
        "rumours", "rumors", "report", "reports", "claims", "claim", "speculation", "suggestion", "suggestions", "talk",
        "gossip", "story", "stories", "rumour", "rumor", "kabar", "laporan", "isu", "rumor",
        "spekulasi",
    ]

    var isRumour: Bool { words.contains { Self.rumours.contains(reading.word($0)) } }

    /// Warnings, accusations, and whatever else somebody says.
    func remarks(isTold: Bool) -> [ClaimDraft] {
        if sentence.has(.warns) { return [made(.warning, speaker == nil ? .asserted : .announced, speaker: speaker)] }
        // "Pretoria denied an accusation": who denies one accuses nobody.
        if sentence.has(.accuses), !sentence.has(.denies), let speaker {
            return [made(.accusation, .alleged, speaker: speaker)]
        }
        // "Speculation that he would fly there was unfounded, a spokesman said."
        if sentence.has(.untrue), let speaker, !isTold,
            words.contains(where: { Self.rumours.contains(reading.word($0)) })
        {
            return [made(.denial, .announced, speaker: speaker)]
        }
        guard !isTold, let attribution else { return [] }
        if sentence.has(.denies) {
            let isOfJourney =
                sentence.cues.contains {
                    $0.cue.isMove || [.aircraft, .stateAircraft, .meeting, .planned, .scheduled].contains($0.cue)
                }
                || words.contains { at in
                    // "That anyone of rank was on board".
                    [
                        "aboard", "dalamnya", "menumpang", "menumpangi", "date", "dates", "tanggal", "invitation",
                        "undangan",
                    ]
                    .contains(reading.word(at))
                        || reading.word(at) == "on" && reading.word(at + 1) == "board"
                }
            let isRumour = words.contains { Self.rumours.contains(reading.word($0)) }
            // A trip "dismissed as theatre" is not denied.
            let isDismissed = reading.word(attribution.cue.words.lowerBound).hasPrefix("dismiss")
            guard isOfJourney && !isDismissed || isRumour else { return [] }
            return [made(.denial, .announced, speaker: speaker)]
        }
        guard attribution.cue.cue != .accordingTo || sentence.has(.say) else { return [] }
        return [made(.context, sentence.has(.possible) ? .possible : .quoted, speaker: speaker)]
    }
}
