/// Places that somebody wishes for, offers in vain, compares with, or that a rumour tells of.
extension RoleFinder {
    private static let wishes: Set<String> = [
        "niat", "keinginan", "gagasan", "wacana", "impian", "harapan", "wish", "desire", "idea", "notion", "suggestion",
        "dream", "hope", "hopes",
    ]

    /// "Niat untuk mengunjungi Bamako", "the idea of a stop in Cairo": a wish that begins its clause; "kami berharap suatu hari bisa pergi ke
    /// Damaskus"; "will think about a trip to Oslo".
    func isWished(_ place: PlaceMention, _ finding: Finding) -> Bool {
        let start = clauseStart(place.words.lowerBound)
        let verb = finding.verb?.words.lowerBound ?? finding.start
        let head = start..<min(place.words.lowerBound, start + 3)
        if head.contains(where: { at in
            // "Hopes for a ceasefire travel with him to": a wish for something else.
            Self.wishes.contains(reading.word(at)) && Self.ofWishes.contains(reading.word(at + 1))
                && at < verb && verb - at <= 3
        }) {
            return true
        }
        let near = max(start, place.words.lowerBound - 8)..<place.words.lowerBound
        return near.contains { at in
            let (word, next) = (reading.word(at), reading.word(at + 1))
            if word == "suatu" && next == "hari" || word == "some" && next == "day" || word == "someday" { return true }
            if word == "one", next == "day" { return (start..<at).contains { Self.hoping.contains(reading.word($0)) } }
            if ["mestinya", "semestinya", "seharusnya", "biasanya", "lazimnya", "usually", "normally", "customarily"]
                .contains(word)
            {
                return isBeside(at, verb)
            }
            // "Has already cost him a trip to Beijing".
            if ["cost", "costs"].contains(word),
                ["him", "her", "them"].contains(next) || isCapital(at + 1),
                sentence.has(.trip, in: at + 1..<max(at + 1, place.words.lowerBound))
            {
                return true
            }
            let isThought =
                ["memikirkan", "membayangkan", "mengidamkan"].contains(word)
                || ["think", "thinking", "dream", "dreams", "dreaming", "thinks"].contains(word)
                    && ["about", "of"].contains(next)
            // "The dream of peace", "memikirkan nasib warganya": of something else.
            return isThought && at < verb && verb - at <= 4
        }
    }

    /// "Biasanya ia terbang ke", not "the usually cautious president flies to": what is told of the verb itself.
    private func isBeside(_ adverb: Int, _ verb: Int) -> Bool {
        guard adverb < verb else { return false }
        return (adverb + 1..<verb).allSatisfy { at in
            isTold(at)
                || ["would", "will", "have", "be", "been", "to", "akan", "sudah", "telah"].contains(reading.word(at))
        }
    }

    private func isCapital(_ at: Int) -> Bool { words.contains(at) && reading.tokens[at].isCapital }

    private func isTold(_ at: Int) -> Bool {
        sentence.person(at: at) != nil || sentence.cues(at: at).contains(.pronoun)
    }

    private static let ofWishes: Set<String> = [
        "untuk", "agar", "supaya", "of", "to", "that", "mengunjungi", "terbang", "singgah", "mampir", "berkunjung",
        "kunjungan", "nya", "presiden", "pergi", "for",
    ]
    private static let hoping: Set<String> = [
        "hope", "hopes", "hoped", "hoping", "wants", "want", "like", "wish", "wishes", "berharap", "ingin",
    ]

    /// "Hopes to see the king at Windsor", "berharap bertemu raja di Windsor": a meeting that nobody has announced.
    func isHopedFor(_ place: PlaceMention, _ finding: Finding) -> Bool {
        guard let verb = finding.verb, verb.words.lowerBound < place.words.lowerBound,
            ["in", "at", "di"].contains(reading.word(place.words.lowerBound - 1))
        else { return false }
        let from = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 9)
        return (from..<place.words.lowerBound).contains { at in
            // "Hopes to land in Rome" is a plan.
            guard finding.role == .town || at >= verb.words.upperBound else { return false }
            // "Who hopes to win, meets the king in": of something else.
            let isParted = (at..<place.words.lowerBound).contains { between in
                [",", ";", "and", "dan"].contains(reading.word(between)) || sentence.cues(at: between).contains(.future)
            }
            if isParted { return false }
            return ["hopes", "hope", "hoped", "hoping"].contains(reading.word(at)) && reading.word(at + 1) == "to"
                || reading.word(at) == "berharap"
        }
    }

    private static let many: Set<String> = [
        "frequent", "many", "earlier", "previous", "past", "repeated", "regular", "numerous", "lavish", "recent",
    ]

    /// "Mocked for his frequent trips to Paris", "the risk of a forced landing in Athens", "a daily based in Cairo".
    func isHabit(_ place: PlaceMention, _ finding: Finding) -> Bool {
        let near = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 6)..<place.words.lowerBound
        return near.contains { at in
            let (word, next) = (reading.word(at), reading.word(at + 1))
            if Self.many.contains(word), ["trips", "visits", "journeys", "travels", "tours", "flights"].contains(next) {
                return finding.verb?.words.contains(at + 1) ?? false
            }
            if ["risk", "danger", "fear", "fears"].contains(word) && next == "of" || word == "risiko" {
                // "Despite the risk of attack he flies to": the journey.
                return !(at..<place.words.lowerBound).contains { reading.tokens[$0].kind == .sign || isTold($0) }
            }
            if isSinceDeed(at, place) || isWithoutHim(at, place) || isUnderWay(at, place) { return true }
            return ["based", "headquartered", "published", "printed"].contains(word) && at == place.words.lowerBound - 2
                && ["in", "at"].contains(next) && !isVisited(before: at, .visit, .programme)
        }
    }

    /// "His first time there since a columnist was murdered in Istanbul".
    private func isSinceDeed(_ at: Int, _ place: PlaceMention) -> Bool {
        guard ["since", "sejak"].contains(reading.word(at)) else { return false }
        let behind = at + 1..<max(at + 1, place.words.lowerBound)
        return behind.contains { at in
            ["was", "were"].contains(reading.word(at))
                || reading.language == .indonesian && reading.word(at).hasPrefix("di") && reading.word(at).count > 5
                    && sentence.cues(at: at).allSatisfy { !$0.isMove }
        } && !behind.contains { reading.tokens[$0].kind == .sign || sentence.cues(at: $0).contains(where: \.isMove) }
    }

    /// "Hopes of the tariff talks under way in Washington", "perundingan yang sedang berlangsung di Doha": what goes on there.
    private func isUnderWay(_ at: Int, _ place: PlaceMention) -> Bool {
        let end = place.words.lowerBound - 1
        guard ["in", "at", "di"].contains(reading.word(end)) else { return false }
        return reading.word(at) == "underway" && at == end - 1
            || reading.word(at) == "under" && reading.word(at + 1) == "way" && at == end - 2
            || ["sedang", "tengah", "masih"].contains(reading.word(at)) && reading.word(at + 1) == "berlangsung"
                && at == end - 2
    }

    /// "Negotiations will go on without the prime minister in Doha".
    private func isWithoutHim(_ at: Int, _ place: PlaceMention) -> Bool {
        ["without", "tanpa"].contains(reading.word(at))
            && (at + 1..<min(place.words.lowerBound, at + 4)).contains {
                sentence.person(at: $0) != nil || ["him", "her", "dia", "dirinya"].contains(reading.word($0))
            }
    }

    private static let sometime: Set<String> = [
        "some other time", "another time", "a later date", "a later time", "a later stage", "at some point",
        "lain waktu", "lain kali", "kesempatan lain",
    ]

    /// "Will get to Canberra some other time", "ke Kairo lain kali".
    func isForAnotherTime(_ place: PlaceMention) -> Bool {
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 3)
        return behind.contains { at in
            let two = reading.word(at) + " " + reading.word(at + 1)
            // "At some point on Tuesday": the day is said.
            guard !(at + 2..<at + 5).contains(where: { sentence.time(at: $0) != nil }) else { return false }
            return Self.sometime.contains(two) || Self.sometime.contains(two + " " + reading.word(at + 2))
        }
    }

    /// "The jet will fly empty to Seoul", "terbang kosong ke Seoul".
    func isFlownEmpty(_ place: PlaceMention, _ finding: Finding) -> Bool {
        guard let verb = finding.verb, verb.words.lowerBound < place.words.lowerBound else { return false }
        let near = verb.words.upperBound..<min(words.upperBound, place.words.upperBound + 3)
        return near.contains { at in
            ["empty", "kosong"].contains(reading.word(at))
                || ["without", "tanpa"].contains(reading.word(at))
                    && ["passengers", "penumpang", "anyone"].contains(reading.word(at + 1))
        }
    }

    /// "The grain was bound for Gdansk", "reports of arms flown to Nyala": what went there, or was told to.
    func isShipped(_ finding: Finding) -> Bool {
        guard let verb = finding.verb?.words.lowerBound, verb > words.lowerBound else { return false }
        // "The president was bound for", "will be secretly flown to".
        let isOfTraveller = (max(clauseStart(verb), verb - 3)..<verb).contains { at in
            isTold(at) || sentence.cues(at: at).contains { $0 == .aircraft || $0 == .stateAircraft }
        }
        if isOfTraveller { return false }
        let before = reading.word(verb - 1)
        switch reading.word(verb) {
        case "bound":
            // "Police officers bound for Haiti": a word for them right before.
            let noun = reading.tokens[verb - 1]
            let isOfNoun =
                noun.kind == .word && !noun.isCapital && sentence.person(at: verb - 1) == nil
                && !["is", "are", "be", "now", "then", "next", "also", "being"].contains(before)
                && sentence.cues(at: verb - 1).allSatisfy { [.block, .anonymous, .voice].contains($0) }
                && sentence.time(at: verb - 1) == nil
            return ["was", "were"].contains(before) || isOfNoun
        case "flown":
            let noun = reading.tokens[verb - 1]
            return noun.kind == .word && !noun.isCapital && !before.hasSuffix("ly")
                && sentence.person(at: verb - 1) == nil
                && (sentence.cues(at: verb - 1).isEmpty || sentence.cues(at: verb - 1).contains(.block))
                && ![
                    "be", "been", "being", "is", "are", "was", "were", "then", "and", "later", "also", "first", "has",
                    "have", "had", "not", "having",
                ].contains(before)
        default: return false
        }
    }

    private static let news: Set<String> = [
        "it", "plan", "idea", "rencana", "hal", "itu", "kabar", "laporan", "isu", "rumor", "informasi", "report",
        "reports", "claim", "rumour", "story", "berita",
        "this", "that",
    ]

    /// "Menyebut ia akan mampir ke Damaskus, tetapi kabar itu dibantah", "but the report was denied": of the last place before.
    func isDeniedInTurn(_ place: PlaceMention) -> Bool {
        guard
            let turn = sentence.cues.first(where: { $0.cue == .turn && $0.words.lowerBound >= place.words.upperBound }),
            !sentence.places.contains(where: {
                $0.words.lowerBound >= place.words.upperBound && $0.words.upperBound <= turn.words.lowerBound
            }),
            let noun = (turn.words.upperBound..<min(words.upperBound, turn.words.upperBound + 3)).first(where: {
                Self.news.contains(reading.word($0))
            })
        else { return false }
        // "But reports of illness were denied": of something else.
        let denial = (noun + 1..<min(words.upperBound, noun + 5)).first { at in
            ![
                "itu", "tersebut", "ini", "kemudian", "langsung", "segera", "telah", "sudah", "was", "were", "is",
                "has",
                "have", "been", "had", "later", "soon", "quickly", "promptly", "since",
            ].contains(reading.word(at))
        }
        return denial.map { at in
            sentence.cues(at: at).contains { $0 == .denies || $0 == .untrue || $0 == .cancelled }
        } ?? false
    }

    /// "Ia diundang singgah ke Wellington, tetapi undangan itu tidak dapat dipenuhi", "invited to Cairo but will not go".
    func isInvitedInVain(_ place: PlaceMention) -> Bool {
        let start = clauseStart(place.words.lowerBound)
        let invited = sentence.cues(.invitation, in: start..<max(start, place.words.lowerBound)).last
        guard let invited,
            // "Invited by the king, the president flies to": he goes.
            !(invited.words.upperBound..<max(invited.words.upperBound, place.words.lowerBound)).contains(where: {
                reading.tokens[$0].kind == .sign || isTold($0)
            }),
            let turn = sentence.cues.first(where: {
                $0.cue == .turn && $0.words.lowerBound >= place.words.upperBound
                    && $0.words.lowerBound <= place.words.upperBound + 3
            })
        else { return false }
        let behind = turn.words.upperBound..<min(words.upperBound, turn.words.upperBound + 8)
        return behind.contains { at in
            sentence.cues(at: at).contains { $0 == .negation || $0 == .cancelled || $0 == .refuse }
                || ["declined", "refused", "menolak", "ditolak"].contains(reading.word(at))
        }
    }

    /// "Sesudah lawatan ke Kyiv, ia akan terbang lagi", "after a trip to Kyiv he is to fly again": the journey before.
    func isOfJourneyBefore(_ place: PlaceMention) -> Bool {
        let start = clauseStart(place.words.lowerBound)
        guard sentence.cues(at: start).contains(where: { $0 == .after || $0 == .afterFirst }),
            sentence.has(.trip, in: start..<place.words.lowerBound),
            !(start..<place.words.lowerBound).contains(where: { reading.tokens[$0].kind == .sign }),
            // Of a journey without a day, before another that has no goal yet.
            sentence.times.allSatisfy({ $0.words.lowerBound > place.words.upperBound + 4 })
        else { return false }
        return sentence.cues(.travel).contains { hit in
            let isAgain =
                ["lagi", "again"].contains(reading.word(hit.words.upperBound))
                || reading.word(hit.words.upperBound - 1) == "lagi"
            return hit.words.lowerBound >= place.words.upperBound && isAgain
                && !sentence.places.contains { $0.words.lowerBound >= hit.words.upperBound }
        }
    }

    private static let comparing: Set<String> = [
        "daripada", "ketimbang", "dibandingkan", "dibanding", "than", "unlike", "seperti", "like", "sebagaimana",
    ]

    /// "Lebih penting daripada kunjungan pendahulunya ke Canberra", "shorter than his trip to Rome": another journey.
    func isCompared(_ place: PlaceMention) -> Bool {
        let from = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 8)
        guard
            let than = (from..<max(from, place.words.lowerBound)).last(where: {
                // "More than a courtesy visit to": one all the same.
                Self.comparing.contains(reading.word($0))
                    && !(reading.word($0 - 1) == "more" && reading.word($0 + 1) == "a")
            })
        else { return false }
        let between = than + 1..<max(than + 1, place.words.lowerBound)
        return between.contains { at in sentence.cues(at: at).contains { $0 == .trip || $0 == .meeting } }
            && !between.contains { at in
                reading.tokens[at].kind == .sign
                    || sentence.cues(at: at).contains { $0.isMove && $0 != .trip && $0 != .visit || $0 == .future }
            }
    }

    /// "Who last visited Hanoi in 2017", "were last heard from in Rome": where somebody has been.
    func isLastSeen(_ place: PlaceMention) -> Bool {
        guard reading.language == .english else { return false }
        let near = max(words.lowerBound, place.words.lowerBound - 5)..<place.words.lowerBound
        guard
            let last = near.last(where: {
                reading.word($0) == "last" && PastFinder.didLast.contains(reading.word($0 + 1))
                    && !PastFinder.articles.contains(reading.word($0 - 1))
            })
        else { return false }
        return !(last + 2..<max(last + 2, place.words.lowerBound)).contains { at in
            reading.tokens[at].kind == .sign || ["and", "before", "after"].contains(reading.word(at))
                || sentence.cues(at: at).contains(where: \.isMove)
        }
    }

    private static let papers: Set<String> = [
        "newspapers", "newspaper", "tabloids", "tabloid", "papers", "rumours", "rumors", "rumour", "rumor", "bloggers",
        "websites", "posts", "gossip", "speculation",
    ]

    /// "Turkish newspapers had him continuing to Baku": what papers have somebody do is no announcement.
    func isRumour(_ place: PlaceMention) -> Bool {
        let start = clauseStart(place.words.lowerBound)
        return (start..<max(start, place.words.lowerBound)).contains { at in
            reading.word(at) == "had" && Self.papers.contains(reading.word(at - 1))
                && (at + 1..<place.words.lowerBound).contains { reading.word($0).hasSuffix("ing") }
        }
    }

    private static let deputies: Set<String> = [
        "wakilnya", "istrinya", "suaminya", "putranya", "putrinya", "utusannya", "menterinya", "wife", "husband",
        "deputy", "son", "daughter", "envoy", "brother", "sister", "representative",
    ]

    private static let left: Set<String> = [
        "addressed", "attended", "led", "left", "represented", "entrusted", "delegated", "opened", "diserahkan",
        "diwakili", "dihadiri", "dipercayakan",
    ]

    /// "A memorial service in Buenos Aires will be addressed by his wife", "konferensi di Belem akan diserahkan kepada wakilnya": a meeting
    /// that begins its clause, and is left to somebody else.
    func isLeftToOthers(_ place: PlaceMention, _ finding: Finding) -> Bool {
        guard finding.role == .town, let verb = finding.verb,
            verb.words.lowerBound - clauseStart(verb.words.lowerBound) <= 3,
            // "The president attends a summit in Cairo, accompanied by his wife": he is there.
            !(clauseStart(verb.words.lowerBound)..<place.words.lowerBound).contains(where: isTold)
        else { return false }
        return (place.words.upperBound..<words.upperBound).contains { at in
            let isPassed =
                ["by", "to", "oleh", "kepada"].contains(reading.word(at)) && Self.left.contains(reading.word(at - 1))
            guard isPassed || reading.word(at) == "diwakili" else { return false }
            return (at + 1..<min(words.upperBound, at + 4)).contains { Self.deputies.contains(reading.word($0)) }
        }
    }

    private static let plain: Set<String> = [
        "on", "in", "at", "for", "to", "and", "or", "from", "by", "with", "as", "after", "before", "until", "this",
        "next", "that", "which", "who", "where", "will", "is", "was", "has", "would", "could", "may", "later", "early",
        "late", "today", "tomorrow", "also", "then", "itself", "alone", "too", "instead", "again", "together", "over",
        "during", "via", "between", "under", "because", "since", "while", "when", "if", "but", "around", "within",
        "ahead", "despite", "through", "without", "about", "hours", "days", "either", "both", "not", "are", "were",
        "shortly", "soon", "first", "last", "only", "just", "once", "sometime", "later", "earlier", "aboard",
        "alongside",
        "it", "he", "she", "they", "area", "region", "suburb", "district", "direct", "directly", "the", "a", "an",
        "his",
        "her", "its", "their", "of", "so", "than", "yesterday", "tonight", "now", "here", "there", "amid", "against",
    ]

    /// "The Gdansk container terminal": a place that says which.
    func isPartOfNoun(_ place: PlaceMention) -> Bool {
        guard reading.language == .english, place.kind == .city,
            ["the", "a", "an", "its", "their"].contains(reading.word(place.words.lowerBound - 1)),
            // "Flies to the Vatican hoping to": its name has the article.
            reading.word(place.words.lowerBound) != "vatican",
            place.words.upperBound < words.upperBound
        else { return false }
        let next = reading.tokens[place.words.upperBound]
        return next.kind == .word && !next.isCapital && next.isSpaced && !Self.plain.contains(next.word)
            && sentence.time(at: place.words.upperBound) == nil && sentence.cues(at: place.words.upperBound).isEmpty
    }
}
