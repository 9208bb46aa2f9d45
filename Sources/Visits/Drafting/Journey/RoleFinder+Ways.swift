/// Ways of being somewhere that are told without a word of going, or that no flight leads to.
extension RoleFinder {
    /// "In Bali from the 14th, then in Bangkok", "berada di Bali pada 14 November, kemudian di Bangkok": where the journey is next.
    func goingOn(_ index: Int, _ at: CueHit, before: [Finding?]) -> Finding? {
        guard index > 0, let previous = before[index - 1], previous.role == .destination, let verb = previous.verb,
            [.arrive, .stopover, .spend, .visit].contains(verb.cue)
        else { return nil }
        let one = sentence.places[index - 1]
        guard sentence.cues(at: one.words.lowerBound - 1).contains(.at),
            at.words.lowerBound - one.words.upperBound <= 14
        else { return nil }
        var before = at.words.lowerBound - 1
        while before > one.words.upperBound, sentence.time(at: before) != nil || reading.word(before) == "on" {
            before -= 1
        }
        guard
            // A place whose name ends in "Dan" or "Then", right before the preposition.
            before >= one.words.upperBound,
            sentence.cues(at: before).contains(.then)
                || ["and", "dan", "serta"].contains(reading.word(before)) && before + 1 == at.words.lowerBound,
            !(one.words.upperBound..<before).contains(where: { place in
                reading.word(place) == ";"
                    || sentence.cues(at: place).contains { $0.isMove || $0 == .turn || $0 == .say }
            })
        else { return nil }
        var listed = previous
        listed.isListed = true
        return listed
    }

    /// "They begin in Nairobi on Tuesday", "ia memulai di Nairobi": somebody begins a journey there, not a summit.
    func isBegunByPerson(_ verb: CueHit) -> Bool {
        let at = verb.words.lowerBound - 1
        guard
            sentence.cues(at: at).contains(.pronoun) || sentence.person(at: at) != nil
                || ["will", "akan", "to"].contains(reading.word(at))
                    && (sentence.cues(at: at - 1).contains(.pronoun) || sentence.person(at: at - 1) != nil)
        else { return false }
        return !sentence.cues.contains { [.event, .meeting, .ceremony].contains($0.cue) && $0.words.upperBound <= at }
    }

    /// "A fault kept him in New Delhi", "tertahan di Delhi", "is due in Rome, his office said, after two weeks in Delhi": where somebody
    /// is kept, or what stands behind whoever says so, is not where he goes.
    func isKept(_ preposition: Int) -> Bool {
        for at in stride(from: preposition - 1, through: max(words.lowerBound, preposition - 12), by: -1) {
            if isKeeping(at) || isLaidUp(at) { return preposition - at <= 4 }
            if at == preposition - 1, sentence.cues(at: at).contains(.ruledOut) { return true }
            let cues = sentence.cues(at: at)
            if cues.contains(where: { $0.isMove || $0 == .begins }) { return false }
            if cues.contains(.say) {
                // Behind "his office said," nothing governs but what stands there.
                return reading.word(at + 1) == ","
            }
        }
        return false
    }

    private static let keeping: Set<String> = [
        "kept", "stranded", "stuck", "grounded", "delayed", "marooned", "detained", "trapped", "keeps",
        "remains", "remained", "tertahan", "terdampar", "terjebak", "terkatung",
    ]
    private static let laidUp: Set<String> = [
        "parked", "stationed", "based", "stored", "repaired", "overhauled", "serviced", "built", "diparkir", "disimpan",
        "dirawat", "diperbaiki", "berpangkalan", "ditempatkan", "bermarkas",
    ]

    /// "The jet is parked in Cairo", "a ceasefire has to be in place in Gaza". "Visits troops stationed in Rome" is a stop.
    private func isLaidUp(_ at: Int) -> Bool {
        if reading.word(at) == "place" { return reading.word(at - 1) == "in" }
        guard Self.laidUp.contains(reading.word(at)) else { return false }
        return (max(words.lowerBound, at - 8)..<at).contains { before in
            sentence.cues(at: before).contains { [.aircraft, .stateAircraft, .fighter].contains($0) }
        }
    }

    /// "Held him in", "held up in", "tetap berada di": a summit is held, and goes on to be held.
    private func isKeeping(_ at: Int) -> Bool {
        let next = reading.word(at + 1)
        switch reading.word(at) {
        case "held": return ["up", "him", "her", "them", "back"].contains(next)
        case "tetap": return ["di", "berada", "tinggal", "tertahan"].contains(next)
        default: return Self.keeping.contains(reading.word(at))
        }
    }

    /// "To Kyiv by train": before the next place and the next comma.
    func surfaceBehind(_ place: PlaceMention) -> Bool {
        for at in place.words
            .upperBound..<max(place.words.upperBound, min(words.upperBound, place.words.upperBound + 9))
        {
            if sentence.placeMention(at: at) != nil
                || [",", ";", "and", "dan", "lalu", "kemudian", "serta", "untuk", "guna"].contains(reading.word(at))
                || isPurposeVerb(at)
            {
                return false
            }
            if sentence.cues(at: at).contains(.surface) { return true }
            // "In Kyiv after a ten-hour train ride".
            if sentence.cues(at: at).contains(.after), sentence.has(.surface, in: at..<min(words.upperBound, at + 6)) {
                return true
            }
            if sentence.cues(at: at).contains(where: { $0.isMove || $0 == .then || $0 == .before || $0 == .after }) {
                return false
            }
        }
        return false
    }

    /// "Left by armoured train for Vladivostok", "berangkat dengan kereta menuju Vladivostok": nothing but a vehicle and small words stand
    /// before the preposition.
    func isRidden(to preposition: Int) -> Bool {
        guard sentence.cues(at: preposition).contains(where: { $0 == .to || $0 == .at }) else { return false }
        var steps = 0
        for at in stride(from: preposition - 1, through: max(words.lowerBound, preposition - 16), by: -1) {
            // "Dengan kereta khusus pada Senin (1/9) menuju": when it is parts nothing.
            // "Menumpang kereta yang melewati Daejeon menuju": nor is a place that it passes.
            if sentence.time(at: at) != nil || isPassed(at) { continue }
            steps += 1
            guard steps <= 6 else { return false }
            let cues = sentence.cues(at: at)
            if cues.contains(.surface) { return isVehicle(at) }
            // "By train on Sunday, bound for".
            if reading.word(at) == ",",
                Self.boundFor.contains(reading.word(at + 1))
            {
                continue
            }
            if Self.boundFor.contains(reading.word(at)), reading.word(at - 1) == "," { continue }
            if reading.tokens[at].kind == .sign || sentence.placeMention(at: at) != nil
                || ["and", "dan", "lalu", "after", "setelah"].contains(reading.word(at))
                || cues.contains(where: { $0.isMove || [.aircraft, .stateAircraft, .meeting, .event].contains($0) })
            {
                return false
            }
        }
        return false
    }

    private static let boundFor: Set<String> = ["bound", "heading", "headed", "menuju"]

    private func isPassed(_ at: Int) -> Bool {
        guard let index = sentence.placeMention(at: at) else { return false }
        return ["melewati", "lewat", "melalui", "via", "through", "past", "melintasi"].contains(
            reading.word(sentence.places[index].words.lowerBound - 1)
        )
    }

    /// "His train crossed into Russia", "kereta yang membawanya tiba di Vladivostok": what moves is a train.
    func isOfTrain(_ verb: CueHit) -> Bool {
        guard verb.cue.isMove, !verb.words.contains(where: { Self.flying.contains(reading.word($0)) }) else {
            return false
        }
        var steps = 0
        for at in stride(
            from: verb.words.lowerBound - 1,
            through: max(words.lowerBound, verb.words.lowerBound - 26),
            by: -1
        ) {
            // "Pada Senin sore (1/9) menuju": when it is parts nothing.
            if sentence.time(at: at) != nil { continue }
            steps += 1
            guard steps <= 14 else { return false }
            // "Kapal itu bertolak dari Marseille menuju": where it began parts nothing.
            if reading.tokens[at].kind == .sign || sentence.placeMention(at: at) != nil && !isOrigin(at) {
                return false
            }
            let cues = sentence.cues(at: at)
            if cues.contains(.surface) { return !isVehicle(at) }
            if isOtherSubject(at, cues) { return false }
            if reading.language == .indonesian, cues.contains(where: { $0 == .depart || $0 == .leave }) { continue }
            if cues.contains(where: { $0.isMove || $0 == .turn || $0 == .rider }) { return false }
        }
        return false
    }

    private static let flying: Set<String> = ["fly", "flies", "flying", "flew", "flown", "terbang", "diterbangkan"]

    /// "Opens a railway and goes", "after a drive to the airport he leaves", "meresmikan kereta lalu bertolak": another begins, unless it
    /// is whom the train carries.
    private func isOtherSubject(_ at: Int, _ cues: [Cue]) -> Bool {
        if ["and", "dan", "lalu", "serta"].contains(reading.word(at)) || cues.contains(.then) || cues.contains(.before)
            || cues.contains(.after)
        {
            return true
        }
        if cues.contains(.programme), !cues.contains(.carrying) { return true }
        guard cues.contains(.pronoun) || sentence.person(at: at) != nil else { return false }
        let start = sentence.person(at: at)?.words.lowerBound ?? at
        return !(max(words.lowerBound, start - 2)...at).contains { sentence.cues(at: $0).contains(.carrying) }
            && !reading.tokens[at].isPossessive
    }

    private func isOrigin(_ at: Int) -> Bool {
        sentence.cues(at: at - 1).contains { $0 == .from || $0 == .leave }
    }

    /// "By train", "dengan kereta", "on a special train", "aboard a ferry".
    private func isVehicle(_ at: Int) -> Bool {
        (max(words.lowerBound, at - 4)...at).contains { place in
            ["by", "on", "aboard", "in", "with", "via", "dengan", "naik", "lewat", "melalui", "menumpang"].contains(
                reading.word(place)
            )
                || sentence.cues(at: place).contains { $0 == .rider || $0 == .via }
        }
    }

    /// "They continue to St Petersburg, Pretoria said": a capital that speaks, behind a comma.
    func isSpeaking(_ place: PlaceMention) -> Bool {
        let next = place.words.upperBound
        guard next < words.upperBound, [",", "\""].contains(reading.word(place.words.lowerBound - 1)),
            sentence.cues(at: next).contains(where: { [.say, .denies, .warns, .accuses, .noComment].contains($0) })
        else { return false }
        return next + 1 >= words.upperBound || !["by", "oleh"].contains(reading.word(next + 1))
    }

    /// "The king, who is visiting Washington, will stop in London", "yang sedang melawat ke Washington": where somebody is already.
    func isWhereabouts(_ place: PlaceMention) -> Bool {
        // "Who has been at the Group of 20 summit in".
        let from = max(words.lowerBound, place.words.lowerBound - 11)
        guard let opens = (from..<place.words.lowerBound).last(where: { ["who", "yang"].contains(reading.word($0)) }),
            Self.being.contains(reading.word(opens + 1)),
            !(opens..<place.words.lowerBound).contains(where: { [",", ";"].contains(reading.word($0)) })
        else { return false }
        if isOnTheWay(place, behind: opens) || isComing(to: place, behind: opens) { return false }
        // "Who is to fly to Rome" is a plan.
        return !sentence.cues.contains { hit in
            [.future, .scheduled, .planned, .expected].contains(hit.cue) && hit.words.lowerBound >= opens
                && hit.words.upperBound <= place.words.lowerBound
        }
    }

    /// "Who has agreed to visit Rome", "who has said he will be in Rome", "who landed in Rome on Monday, will hold talks": of what comes,
    /// or the journey itself, where nothing goes on from there.
    private func isComing(to place: PlaceMention, behind opens: Int) -> Bool {
        let isPlan = sentence.cues.contains { hit in
            let first = reading.word(hit.words.lowerBound), before = reading.word(hit.words.lowerBound - 1)
            return hit.cue.isMove && hit.words.lowerBound > opens && hit.words.upperBound <= place.words.lowerBound
                && (["will", "akan"].contains(first) || ["to", "will", "akan", "untuk"].contains(before))
        }
        if isPlan { return true }
        guard ["landed", "arrived"].contains(reading.word(opens + 1)) else { return false }
        return !sentence.places.contains { $0.words.lowerBound >= place.words.upperBound }
    }

    private static let being: Set<String> = [
        "is", "was", "has", "had", "landed", "arrived", "came", "spent", "visited", "met", "stayed", "sedang", "tengah",
        "masih", "sudah", "telah", "baru", "sempat",
    ]

    /// "Who is flying to Cairo", "who is visiting Cairo on Tuesday", "yang sedang terbang ke Kairo": where somebody is not yet.
    private func isOnTheWay(_ place: PlaceMention, behind opens: Int) -> Bool {
        guard ["is", "sedang", "tengah"].contains(reading.word(opens + 1)) else { return false }
        let verbs = opens..<place.words.lowerBound
        let isGoing = sentence.cues.contains { hit in
            (hit.cue == .travel || hit.cue == .depart) && verbs.contains(hit.words.lowerBound)
                && hit.words.contains { Self.underWay.contains(reading.word($0)) }
        }
        if isGoing { return true }
        let end = (place.words.upperBound..<words.upperBound).first { at in
            [",", ";"].contains(reading.word(at))
                || sentence.cues(at: at).contains {
                    $0.isMove || [.future, .scheduled, .planned, .expected].contains($0)
                }
        }
        return sentence.times.contains { time in
            guard (opens..<(end ?? words.upperBound)).contains(time.words.lowerBound), !time.isEarliest, !time.isLatest,
                ![time.words.lowerBound - 1, time.words.lowerBound].contains(where: {
                    ["since", "sejak", "until", "till", "hingga", "sampai"].contains(reading.word($0))
                })
            else { return false }
            return switch time.day {
            case .weekday, .date: true
            default: time.weekday != nil
            }
        }
    }

    private static let underWay: Set<String> = [
        "flying", "travelling", "traveling", "heading", "going", "bound", "departing", "leaving", "terbang", "menuju",
        "bertolak", "berangkat", "pergi",
    ]

    /// "He had wanted to visit Beirut", "would have gone to", "semula ia hendak mengunjungi Beirut": what did not come to be.
    func isUnrealised(_ place: PlaceMention) -> Bool {
        let from = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 10)
        for at in from..<max(from, place.words.lowerBound) where isUnrealising(at) {
            return !(at..<place.words.lowerBound).contains { [",", ";"].contains(reading.word($0)) }
                && !isOfNow(at, before: place)
        }
        return false
    }

    /// "The visit originally planned for May will take him", "lawatan yang semula direncanakan Mei akan membawanya": what was meant is
    /// the subject, and what will be stands behind it.
    private func isOfNow(_ at: Int, before place: PlaceMention) -> Bool {
        let behind = at + 2..<max(at + 2, place.words.lowerBound)
        switch reading.word(at) {
        case "originally":
            return behind.contains { ["will", "now", "takes", "brings"].contains(reading.word($0)) }
        case "semula", "sedianya", "awalnya", "tadinya", "mulanya":
            // "Presiden yang semula dijadwalkan akan terbang" is told of the same plan.
            return reading.word(at - 1) == "yang"
                && behind.contains { now in
                    ["akan", "bakal", "kini", "membawa", "membawanya"].contains(reading.word(now))
                        && !sentence.cues(at: now - 1).contains { [.scheduled, .planned, .expected].contains($0) }
                }
        default: return false
        }
    }

    private func isUnrealising(_ at: Int) -> Bool {
        let (word, next, third) = (reading.word(at), reading.word(at + 1), reading.word(at + 2))
        switch word {
        case "semula", "sedianya", "awalnya", "tadinya", "mulanya": return true
        case "originally": return true
        case "would", "could":
            return next == "have" && sentence.cues(at: at + 2).contains { $0.isMove } || third == "gone"
        case "was", "were": return next == "to" && third == "have"
        case "had":
            return ["wanted", "hoped", "planned", "intended", "meant", "considered", "wished"].contains(next)
                || next == "been" && ["due", "scheduled", "expected", "supposed", "meant", "planned"].contains(third)
        default: return false
        }
    }

    /// "A jet with no markings": what something is without, unless that is the way itself, "with no further stop".
    ///
    /// - Parameter verb: the word of moving that the place hangs on.
    func isBeside(_ hit: CueHit, before verb: Int) -> Bool {
        let before = reading.word(hit.words.lowerBound - 1)
        guard ["with", "dengan"].contains(before) || reading.word(hit.words.lowerBound) == "without" else {
            return false
        }
        let isOfVerb =
            sentence.cues(at: verb).contains(where: \.isMove)
            && (hit.words.upperBound..<max(hit.words.upperBound, verb)).allSatisfy {
                Self.joiningAside.contains(reading.word($0)) || sentence.cues(at: $0).contains { $0.isMove }
            }
        if isOfVerb { return false }
        return !sentence.cues(at: hit.words.upperBound).contains { $0.isMove || $0 == .planned || $0 == .scheduled }
    }

    private static let joiningAside: Set<String> = [
        "a", "an", "any", "the", "his", "her", "their", "further", "other", "additional", "more", "planned",
        "scheduled", "technical", "refuelling", "refueling", "intermediate", "brief", "first", "ada", "adanya", "lagi",
        "lebih", "dulu", "satu", "pun",
    ]

    /// "A Commonwealth country", "Pacific leaders": several, of which none is named; "another Gulf state" is one that is not named.
    func isOfSeveral(_ place: PlaceMention) -> Bool {
        guard reading.language == .english else { return false }
        let next = reading.word(place.words.upperBound)
        if ["country", "nation", "state"].contains(next) {
            return place.kind != .wide
                || ["a", "any", "every", "no"].contains(reading.word(place.words.lowerBound - 1))
        }
        // "Bali island" is Bali.
        if next == "island" { return place.kind == .wide || place.kind == .country }
        return ["countries", "nations", "states", "leaders", "members", "allies", "capitals"].contains(next)
            && place.kind != .airport
    }

    /// "Rencana terbang ke Naypyidaw batal", "kunjungan ke Manila urung": said of the place before, where no other follows.
    func isFailed(_ hit: CueHit) -> Bool {
        guard hit.cue == .negation, ["batal", "urung", "gagal"].contains(reading.word(hit.words.lowerBound)) else {
            return false
        }
        let next = hit.words.upperBound
        guard next < words.upperBound, reading.tokens[next].kind == .word else { return true }
        // "Batal menyusul seruan mogok": why.
        if reading.word(next) == "menyusul" { return true }
        return !sentence.cues(at: next).contains { $0.isMove || [.to, .at, .meeting, .programme].contains($0) }
    }
}
