/// Whether a sentence speaks of what has been, where no word of history says so.
struct PastFinder {
    let reading: TextReading
    let sentence: SentenceReading

    private var words: Range<Int> { sentence.words }

    /// The sentence tells of what has been and of nothing else.
    var isBygone: Bool {
        isPastYear || isOnceMade || isLastTime || isPastCancellation || isGoneAircraft || isNever || isPastMonth
            || isWas
    }

    private var isAhead: Bool { sentence.has(.future, .scheduled, .planned, .expected) }

    /// The sentence tells of a year before that of the text: "… in Bali in November 2022".
    private var isPastYear: Bool {
        guard let year = reading.year, !isAhead else { return false }
        let years = words.filter(isYear).compactMap { reading.tokens[$0].number }
        return !years.isEmpty && years.allSatisfy { $0 < year }
            && sentence.times.allSatisfy { time in
                time.words.contains(where: isYear) || isYear(time.words.upperBound)
                    || time.day == nil && time.weekday == nil
            }
            && (sentence.cues.contains { $0.cue.isMove || [.meeting, .event].contains($0.cue) }
                || !sentence.places.isEmpty || sentence.has(.history))
    }

    /// "Pada Januari lalu ia ke Namibia", "last spring he flew to Rome": behind a month or a season that is over, up to the next comma
    /// behind a place.
    ///
    /// - Parameter over: `over`, asked once a sentence.
    func isLong(_ place: PlaceMention, _ over: [Int]) -> Bool {
        guard !over.isEmpty, !isAhead else { return false }
        // "He flew to New York last September".
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 4)
        if let at = over.first(where: { behind.contains($0) }),
            !(behind.lowerBound..<at).contains(where: { at in
                reading.tokens[at].kind == .sign || sentence.cues(at: at).contains(where: \.isMove)
            })
        {
            return true
        }
        guard let at = over.last(where: { $0 < place.words.lowerBound }), !isToCome(place, behind: at) else {
            return false
        }
        return !(at..<place.words.lowerBound).contains { at in
            [";", "–"].contains(reading.word(at)) || sentence.cues(at: at).contains(.turn)
        }
    }

    /// "Elected last May, the president flies to Rome", "yang dilantik Mei lalu, terbang ke Roma pada Selasa": the place has a verb or a
    /// day of the week of its own of what comes.
    private func isToCome(_ place: PlaceMention, behind over: Int) -> Bool {
        let before = over..<place.words.lowerBound
        let end =
            (place.words.upperBound..<max(place.words.upperBound, words.upperBound)).first { at in
                sentence.placeMention(at: at) != nil || sentence.cues(at: at).contains(where: \.isMove)
            } ?? words.upperBound
        if sentence.times.contains(where: { time in
            time.weekday != nil && time.words.lowerBound > over && time.words.lowerBound < end
        }) {
            return true
        }
        return reading.language == .english
            && sentence.cues.contains { hit in
                [.travel, .depart, .leave, .arrive].contains(hit.cue) && before.contains(hit.words.lowerBound)
                    && reading.word(hit.words.lowerBound).hasSuffix("s")
            }
    }

    private static let made: Set<String> = ["made", "paid", "took", "flew", "went", "visited", "travelled", "traveled"]

    /// "In January he made his first journey abroad, to Davos": a month, who it was, and a verb of the past.
    private var isOnceMade: Bool {
        guard reading.language == .english, !isAhead, !hasDay, !goesOn else { return false }
        return words.contains { at in
            guard reading.word(at) == "in", TimeWords.months[reading.word(at + 1)] != nil,
                reading.tokens[at + 1].isCapital
            else { return false }
            return (at + 2..<at + 6).contains { next in
                words.contains(next) && Self.made.contains(reading.word(next))
                    && (sentence.person(at: next - 1) != nil || sentence.cues(at: next - 1).contains(.pronoun))
            }
        }
    }

    /// Where words say that something is over: "Januari lalu", "last spring".
    var over: [Int] { words.filter(isOver) }

    private static let seasons: Set<String> = [
        "spring", "summer", "autumn", "winter", "fall", "semester", "ramadan", "lebaran",
    ]

    private func isOver(_ at: Int) -> Bool {
        func isMonth(_ at: Int) -> Bool {
            words.contains(at) && TimeWords.months[reading.word(at)] != nil && reading.tokens[at].isCapital
        }
        switch reading.word(at) {
        case "lalu", "silam":
            // "Pada Januari lalu terbang" goes on.
            return isMonth(at - 1) && !sentence.cues(at: at + 1).contains { $0.isMove && $0 != .trip && $0 != .visit }
        case "last", "past", "previous", "earlier":
            if isMonth(at + 1) || Self.seasons.contains(reading.word(at + 1)) { return true }
            // "His last foreign trip took him to", not "his last trip as president takes him to".
            return (at + 1..<at + 4).contains { words.contains($0) && sentence.cues(at: $0).contains(.trip) }
                && words.contains { at in
                    ["was", "were", "took", "had", "brought", "included", "ended", "came"].contains(reading.word(at))
                }
        default: return false
        }
    }

    /// A year behind a month or a preposition; one behind "since" says what it is compared with.
    private func isYear(_ at: Int) -> Bool {
        guard words.contains(at), let number = reading.tokens[at].number, (1900...2200).contains(number) else {
            return false
        }
        let before = reading.word(at - 1)
        return TimeWords.months[before] != nil
            || ["in", "tahun", "of", "from", "pada", "dari", "during", "back"].contains(before)
    }

    /// "Erdogan terakhir ke Indonesia", "he was last in the region".
    private var isLastTime: Bool {
        words.contains { at in
            guard ["terakhir", "last"].contains(reading.word(at)) else { return false }
            // "He and his host last sat down together in Rio": whoever it was.
            // Not "who last visited Hanoi in 2017, will fly to".
            let isAlone = !isAhead && !hasDay && !goesOn
            if isAlone, Self.didLast.contains(reading.word(at + 1)), !Self.articles.contains(reading.word(at - 1)) {
                return true
            }
            if isAlone, isLastTrip(at) { return true }
            var before = at - 1
            if ["was", "were", "had", "kali"].contains(reading.word(before)) { before -= 1 }
            guard words.contains(before) else { return false }
            let isSomebody = sentence.person(at: before) != nil || sentence.cues(at: before).contains(.pronoun)
            // "He last landed in Rome in May and flies to Cairo on Tuesday" tells of both.
            return isSomebody && Self.behindLast.contains(reading.word(at + 1)) && !goesOn
        }
    }

    /// "He was in Oslo on Monday, after a stop in Rome": where somebody was, with nothing of what comes.
    private var isWas: Bool {
        guard !isAhead else { return false }
        return words.contains { at in
            // "Was in Paris on Monday and flies to Rome": another verb of moving goes on from there.
            let isAlone = !sentence.cues.contains {
                [.travel, .depart, .leave, .goBack, .arrive].contains($0.cue) && !$0.words.contains(at)
            }
            guard isAlone, ["was", "were"].contains(reading.word(at)), ["in", "at"].contains(reading.word(at + 1))
            else {
                return false
            }
            return sentence.person(at: at - 1) != nil || sentence.cues(at: at - 1).contains(.pronoun)
        }
    }

    static let articles: Set<String> = ["the", "his", "her", "their", "its", "a", "at", "on", "for"]
    static let didLast: Set<String> = [
        "sat", "met", "spoke", "saw", "held", "talked", "heard", "seen", "shook", "stood", "appeared", "visited",
        "came", "went", "flew",
        "travelled", "traveled",
    ]

    /// "Perjalanan jauh terakhir sang raja, ke Samoa pada Oktober, sempat dipersingkat": the last one that was; "tujuan terakhir" comes.
    private func isLastTrip(_ at: Int) -> Bool {
        guard reading.word(at) == "terakhir",
            (at - 2..<at).contains(where: {
                ["kunjungan", "lawatan", "perjalanan", "safari", "muhibah"].contains(reading.word($0))
            })
        else { return false }
        return words.contains {
            $0 > at && ["sempat", "pernah", "silam", "lalu", "terjadi", "tercatat"].contains(reading.word($0))
        }
    }

    private static let behindLast: Set<String> = [
        "ke", "di", "berada", "datang", "mengunjungi", "bertandang", "berkunjung", "singgah", "in", "at", "came",
        "went",
        "flew", "visited", "travelled", "traveled", "met", "there", "saw", "landed", "stopped", "toured", "stayed",
        "mampir", "mendarat", "melawat", "menginap", "terbang", "bertolak",
    ]

    /// "No Indian leader has been to Poland in 45 years", "belum pernah ada presiden yang berkunjung sejak 1990".
    private var isNever: Bool {
        guard !isAhead, !hasDay, !goesOn else { return false }
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 9)
        let isIndonesian = head.contains { at in
            ["belum", "tak", "tidak"].contains(reading.word(at)) && reading.word(at + 1) == "pernah"
        }
        let isNotSince = head.contains { at in
            ["has", "have"].contains(reading.word(at)) && ["not", "never"].contains(reading.word(at + 1))
                && Self.been.contains(reading.word(at + 2)) && !["made", "come"].contains(reading.word(at + 2))
        }
        let isEnglish =
            isNotSince
            || ["no", "none", "never", "not"].contains(reading.word(words.lowerBound))
                && head.contains { at in
                    ["has", "have", "had"].contains(reading.word(at))
                        && (at + 1..<at + 4).contains { Self.been.contains(reading.word($0)) }
                }
        // "He has been to Peru four times".
        let isOften =
            head.contains { at in
                ["has", "have"].contains(reading.word(at)) && ["been", "visited"].contains(reading.word(at + 1))
            }
            && words.contains { at in
                ["once", "twice"].contains(reading.word(at))
                    || reading.word(at) == "times" && reading.word(at - 1) != "the"
            } && !sentence.has(.aircraft, .negation)
        if isOften { return true }
        guard isIndonesian || isEnglish else { return false }
        return words.contains { at in
            [
                "years", "decades", "decade", "generation", "century", "since", "before", "ever", "tahun", "dekade",
                "sejak",
            ].contains(reading.word(at))
        }
    }

    private static let been: Set<String> = [
        "been", "visited", "set", "come", "gone", "travelled", "traveled", "flown", "made", "paid", "landed", "stayed",
    ]

    /// "Pada Januari lalu ia mendatangi Namibia", "last January he toured Namibia".
    private var isPastMonth: Bool {
        guard !isAhead else { return false }
        return words.contains { at in
            guard TimeWords.months[reading.word(at)] != nil, reading.tokens[at].isCapital else { return false }
            return ["lalu", "silam"].contains(reading.word(at + 1)) && reading.word(at + 2) != ","
                || reading.word(at - 1) == "last"
        } && sentence.cues.contains { $0.cue.isMove || [.meeting, .event].contains($0.cue) }
            && !hasDay
    }

    /// A day or an hour, which what has been long ago is seldom told with; a month is none.
    private var hasDay: Bool {
        sentence.times.contains { time in
            if case .month = time.day { return time.hours != nil }
            return time.day != nil || time.weekday != nil || time.hours != nil
        }
    }

    /// "He has been to Rome twice and flies to Riyadh": behind "and" somebody goes on, in another tense.
    private var goesOn: Bool {
        words.contains { at in
            ["and", "dan", "but", "tetapi", "before", "sebelum", "kemudian", "then"].contains(reading.word(at))
                && (at + 1..<at + 4).contains { next in
                    sentence.cues(at: next).contains { $0.isMove && $0 != .trip }
                        && !["flew", "went", "gone", "flown", "met"].contains(reading.word(next))
                        && !(reading.language == .english && reading.word(next).hasSuffix("ed"))
                }
        }
    }

    /// "Kunjungan ke Riyadh dua pekan lalu ditunda", "a visit to Rome was called off last month".
    private var isPastCancellation: Bool {
        sentence.has(.cancelled) && !isAhead
            && sentence.cues(.history).contains { hit in
                hit.words.contains { ["lalu", "silam", "ago", "last"].contains(reading.word($0)) }
            }
    }

    private static let gone: Set<String> = [
        "sold", "retired", "decommissioned", "crashed", "auctioned", "dijual", "dipensiunkan", "dilelang", "jatuh",
        "mogok", "rusak",
    ]

    /// "The presidential Boeing was sold", "in March the 757 broke down".
    private var isGoneAircraft: Bool {
        guard !isAhead, !sentence.has(.ruledOut), sentence.has(.aircraft, .stateAircraft) || namesAircraft else {
            return false
        }
        return words.contains { at in
            Self.gone.contains(reading.word(at)) && !["not", "tidak", "belum"].contains(reading.word(at - 1))
                || reading.word(at) == "broke" && reading.word(at + 1) == "down"
        }
    }

    private var namesAircraft: Bool {
        !AircraftNames(reading: reading, sentence: sentence).types.isEmpty
            || words.contains { at in
                // "The 757".
                reading.word(at - 1) == "the" && reading.tokens[at].number.map { (300...799).contains($0) } ?? false
            }
    }
}
