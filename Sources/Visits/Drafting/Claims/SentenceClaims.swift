/// The claims of one sentence.
struct SentenceClaims {
    let reading: TextReading
    let subject: PersonMention?
    let index: Int
    let moves: [Move]
    let plan: StopPlanner.Plan
    let attribution: Attribution?
    let speaker: Speaker?

    var sentence: SentenceReading { reading.sentences[index] }
    var words: Range<Int> { sentence.words }

    /// Moves of the subject to a stop.
    var ours: [Move] {
        moves.filter { move in
            plan.stops.contains {
                $0.mentions.contains { $0.sentence == move.sentence && $0.place.words == move.place.words }
            }
        }
    }

    func claims() -> [ClaimDraft] {
        if PastFinder(reading: reading, sentence: sentence).isBygone {
            return [made(.history, .asserted, speaker: speaker)]
        }
        var claims: [ClaimDraft] = []
        claims += observations()
        let isObservation = claims.contains { $0.kind == .observation || $0.kind == .sighting }
        claims += negations()
        if !isObservation { claims += journeys() }
        claims += surface()
        claims += otherSubjects()
        // What others travel with, and how long, is theirs.
        if ours.isEmpty, speaker == nil, claims.contains(where: { $0.kind == .otherSubject }) {
            claims.removeAll { [.surfaceLeg, .departure, .origin].contains($0.kind) }
            return claims
        }
        let journeys: Set<ClaimKind> = [.schedule, .stop, .departure, .arrival]
        claims += stays(
            isJourney: claims.contains { journeys.contains($0.kind) },
            isMet: claims.contains { $0.kind == .meeting || $0.kind == .event }
        )
        if !isObservation { claims += aircraft() }
        // Of those who saw an aircraft: that they do not know who was in it is part of what they saw.
        if !isObservation { claims += silences(isNegated: claims.contains { $0.kind == .negation }) }
        claims += remarks(isTold: !claims.isEmpty)
        return claims
    }

    func made(_ kind: ClaimKind, _ certainty: Certainty, _ words: Range<Int>? = nil, speaker: Speaker?) -> ClaimDraft {
        ClaimDraft(kind: kind, words: words ?? self.words, sentence: index, speaker: speaker, certainty: certainty)
    }

    var certainty: Certainty { CertaintyReader.certainty(of: sentence, attribution: attribution) }

    // MARK: The journey

    private func journeys() -> [ClaimDraft] {
        let ours = self.ours
        var claims: [ClaimDraft] = []
        if let origin = originClaim() ?? groundOrigin() { claims.append(origin) }
        if let meeting = seatMeeting(), ours.allSatisfy({ $0.bound != nil || $0.arrival == nil }) {
            return claims + [meeting]
        }
        let goals = ours.filter { $0.role == .destination || $0.role == .via }
        guard !goals.isEmpty || startsVisit || leavesAlone || comesHome || landsAlone else {
            return claims + meetings(ours)
        }
        // "Will leave Taipei on Saturday, his office said": what somebody announces is a plan.
        let isAnnounced = speaker != nil && sentence.has(.future, .scheduled, .planned, .expected)
        let kind = goals.isEmpty && leavesAlone && !isAnnounced ? .departure : journeyKind(goals)
        var claim = made(kind, certainty, speaker: speaker)
        claim.about = goals.map(\.place)
        claim.time = goals.lazy.compactMap { $0.arrival ?? $0.departure }.first ?? sentence.times.first
        claim.isLanding = kind == .schedule && isBareLanding(goals)
        claim.isReturn = comesHome || !goals.isEmpty && goals.allSatisfy(\.isReturn)
        if kind == .departure { claim.places = moves.filter { $0.role == .origin }.map(\.place) }
        claims.append(claim)
        return claims + meetings(ours)
    }

    /// "Kunjungan ini dijadwalkan dimulai pada Selasa malam".
    private var startsVisit: Bool {
        sentence.has(.trip, .dayTrip) && sentence.has(.begins, .scheduled)
            && sentence.times.contains { !TimeUse.isCitation($0, in: sentence, reading) } && !sentence.has(.history)
    }

    /// A departure without a word of where to.
    private var leavesAlone: Bool {
        guard let hit = sentence.cues.first(where: { $0.cue == .depart || $0.cue == .leave }),
            !sentence.has(.ownCrowd, .history, .negation, .surface)
        else { return false }
        guard !sentence.times.isEmpty, moves.allSatisfy({ $0.role == .origin }) else { return false }
        switch ActorFinder(reading: reading, sentence: sentence).actor(before: hit.words.lowerBound) {
        case .unnamed, .pronoun: return true
        case .person(let person): return subject?.isSame(as: person) ?? false
        default: return false
        }
    }

    /// "He is expected to land at around 5 p.m.": where is told before.
    private var landsAlone: Bool {
        guard let hit = sentence.cues.first(where: { $0.cue == .arrive && isVerbOfLanding($0) }),
            !sentence.times.isEmpty, moves.allSatisfy({ $0.role == .origin }), sentence.places.isEmpty,
            sentence.has(.scheduled, .expected, .planned, .future),
            !sentence.has(.ownCrowd, .history, .negation, .surface)
        else { return false }
        switch ActorFinder(reading: reading, sentence: sentence).actor(before: hit.words.lowerBound) {
        case .unnamed, .pronoun: return true
        case .person(let person): return subject?.isSame(as: person) ?? false
        default: return false
        }
    }

    private func isVerbOfLanding(_ hit: CueHit) -> Bool {
        ["land", "arrive", "touch", "tiba", "mendarat"].contains(reading.word(hit.words.lowerBound))
    }

    /// "He will be home by Friday".
    private var comesHome: Bool {
        !sentence.times.isEmpty && moves.allSatisfy { $0.role == .origin }
            && (sentence.has(.goBack) || sentence.has(.home) && sentence.has(.future, .scheduled, .expected, .planned))
            && !sentence.has(.history, .ownCrowd)
    }

    private func journeyKind(_ goals: [Move]) -> ClaimKind {
        let times = sentence.times.filter { !TimeUse.isCitation($0, in: sentence, reading) }
        let isOpen = sentence.has(.future, .scheduled, .planned, .expected, .possible)
        let hasOrigin = moves.contains { $0.role == .origin }
        let hasLeft = isLeaving(isOpen: isOpen) && (hasOrigin || !times.isEmpty)
        // "Landed in Singapore, having flown from Brussels": the landing is what is told.
        if hasLeft, sentence.has(.depart, .leave) || !hasLanded(goals) { return .departure }
        if hasLanded(goals) { return .arrival }
        if !isOpen, goals.contains(where: { $0.verb?.cue == .arrive }), isPast || sentence.has(.carrying) {
            return .arrival
        }
        // "Lands in Rome on Sunday after a refuelling stop in Cairo": what has a day is the goal.
        let isGoalTimed = goals.contains { ($0.arrival ?? $0.departure) != nil && !$0.isStopover && $0.role != .via }
        let isStopover = !isGoalTimed && goals.contains { $0.verb?.cue == .stopover || $0.role == .via }
        if isStopover || times.isEmpty && !isVaguelyTimed { return .stop }
        return .schedule
    }

    /// "Later this month", "bulan depan", "in early December": a time too wide for a window.
    private var isVaguelyTimed: Bool {
        words.contains { at in
            let (before, word, next) = (reading.word(at - 1), reading.word(at), reading.word(at + 1))
            switch word {
            case "month", "year", "autumn", "spring", "summer", "winter": return ["this", "next"].contains(before)
            case "bulan", "tahun": return ["ini", "depan", "mendatang"].contains(next)
            case "weeks", "days", "months": return before == "coming"
            default:
                guard TimeWords.months[word] != nil, reading.tokens[at].isCapital else { return false }
                return ["in", "early", "late", "mid", "pada", "awal", "akhir", "bulan", "pertengahan"].contains(before)
            }
        }
    }

    /// Told as a departure: by the text itself, or as one that has been.
    private func isLeaving(isOpen: Bool) -> Bool {
        let leaving = sentence.cues.first { ($0.cue == .depart || $0.cue == .leave) && !isBehindOrder($0) }
        guard let hit = leaving else {
            return !isOpen
                && words.contains {
                    ["flew", "flown", "travelled", "traveled", "headed"].contains(reading.word($0))
                        && !["into", "in"].contains(reading.word($0 + 1))
                }
        }
        let before = max(words.lowerBound, hit.words.lowerBound - 4)..<hit.words.lowerBound
        if before.contains(where: { at in
            sentence.cues(at: at).contains { [.future, .scheduled, .planned, .expected, .possible].contains($0) }
        }) {
            return false
        }
        let isLeft =
            Self.leftWords.contains(reading.word(hit.words.lowerBound)) || sentence.has(.past, in: before)
        // Indonesian verbs have no past: with where from, and no word of a plan, it is told as a departure.
        let isTold = reading.language == .indonesian && moves.contains { $0.role == .origin }
        // "Leaves Delhi on Monday and will break the journey in Perth": what is planned behind the verb is not its own.
        let isOpenBefore = sentence.has(
            .future,
            .scheduled,
            .planned,
            .expected,
            .possible,
            in: words.lowerBound..<hit.words.lowerBound
        )
        return isLeft || !isOpenBefore && speaker == nil || !isOpen && isTold
    }

    private static let leftWords: Set<String> = ["left", "departed", "took", "lifted", "flew", "flown", "jetted"]

    /// "Before leaving", "setelah bertolak": not what the sentence tells.
    private func isBehindOrder(_ hit: CueHit) -> Bool {
        (max(words.lowerBound, hit.words.lowerBound - 2)..<hit.words.lowerBound).contains {
            sentence.cues(at: $0).contains { [.before, .after].contains($0) }
        }
    }

    /// The word of landing itself is in the past.
    private func hasLanded(_ goals: [Move]) -> Bool {
        goals.contains { goal in
            guard let verb = goal.verb, verb.cue == .arrive else { return false }
            return verb.words.contains { ["landed", "arrived", "touched"].contains(reading.word($0)) }
                || ["telah", "sudah"].contains(reading.word(verb.words.lowerBound - 1))
        }
    }

    /// "Tiba di Jakarta, Kamis malam": one that has been, if its time has.
    private func isBareLanding(_ goals: [Move]) -> Bool {
        reading.language == .indonesian && !sentence.has(.future, .scheduled, .planned, .expected, .possible)
            && goals.contains { goal in
                goal.verb.map { ["tiba", "mendarat", "datang"].contains(reading.word($0.words.lowerBound)) } ?? false
            }
    }

    private var isPast: Bool {
        if sentence.has(.past) { return true }
        return words.contains { ["landed", "arrived", "touched", "left", "flew"].contains(reading.word($0)) }
    }

    private func meetings(_ ours: [Move]) -> [ClaimDraft] {
        guard let goal = ours.first(where: { $0.bound != nil && $0.role == .town }), let bound = goal.bound else {
            return unplacedMeeting()
        }
        // "Summit" is a word of both.
        let events = sentence.cues(.event)
        let isEvent =
            !events.isEmpty
            && sentence.cues(.meeting).allSatisfy { meeting in events.contains { $0.words.overlaps(meeting.words) } }
        var isRange = false
        if case .range = bound.day { isRange = true }
        let kind: ClaimKind = goal.verb?.cue == .welcome ? .schedule : isEvent || isRange ? .event : .meeting
        var claim = made(kind, certainty, speaker: speaker)
        claim.about = [goal.place]
        claim.time = bound
        return [claim]
    }

    /// "The two will meet on Wednesday": at a place that was named before, or is no place of a list.
    private func unplacedMeeting() -> [ClaimDraft] {
        guard moves.allSatisfy({ $0.role == .town && !$0.isNegated }), !sentence.has(.history, .negation, .welcome),
            let time = sentence.times.first(where: isOfMeeting),
            sentence.has(.scheduled, .planned, .future, .expected, .begins) || speaker != nil
                || words.contains(where: { ["meets", "confers"].contains(reading.word($0)) })
        else { return [] }
        let events = sentence.cues(.event)
        let isMet = sentence.cues(.meeting).contains { meeting in !events.contains { $0.words.overlaps(meeting.words) }
        }
        var claim = made(isMet ? .meeting : .event, certainty, speaker: speaker)
        claim.time = time
        return [claim]
    }

    private func isOfMeeting(_ phrase: TimePhrase) -> Bool {
        // "The summit opens": it begins, and nobody opens it.
        let begun = sentence.cues(.begins).map(\.words)
        func isOpening(_ hit: CueHit) -> Bool { hit.cue == .programme && begun.contains { $0.overlaps(hit.words) } }
        guard !TimeUse.isCitation(phrase, in: sentence, reading),
            let verb = sentence.cues.last(where: { hit in
                hit.words.upperBound <= phrase.words.lowerBound && !isOpening(hit)
                    && (hit.cue.isMove || hit.cue == .spend || TimeUse.isMeeting(hit.cue) && hit.cue != .venue)
            })
        else { return false }
        return verb.cue == .meeting
            || verb.cue == .event && sentence.has(.begins) && sentence.cues(.programme).allSatisfy(isOpening)
    }

    private func surface() -> [ClaimDraft] {
        let legs = moves.filter(\.isSurface)
        guard let leg = legs.first else { return unplacedSurface() }
        var claim = made(
            .surfaceLeg,
            speaker == nil ? (certainty == .asserted ? .asserted : .scheduled) : certainty,
            speaker: speaker
        )
        claim.places = legs.map(\.place)
        claim.time = leg.arrival ?? leg.departure
        return [claim]
    }

    /// A train or a road to somewhere that no list of places has.
    private func unplacedSurface() -> [ClaimDraft] {
        let isComing =
            sentence.has(.travel, .goBack, .depart, .arrive, .leave)
            || words.contains { Self.coming.contains(reading.word($0)) }
        guard let hit = sentence.cues(.surface).first, isComing,
            !sentence.has(.negation, .ownCrowd, .history)
        else { return [] }
        let isBehindTo = (hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 4)).contains {
            sentence.cues(at: $0).contains(.to)
        }
        let isBy = ["by", "dengan", "naik", "menggunakan", "lewat"].contains(reading.word(hit.words.lowerBound - 1))
        let isDriving =
            reading.word(hit.words.lowerBound).hasPrefix("driv") || reading.word(hit.words.lowerBound) == "drove"
        // "The train left on Sunday": it is what moves.
        let isMoving = sentence.cues.contains {
            [.leave, .depart, .arrive, .carrying].contains($0.cue) && $0.words.lowerBound >= hit.words.upperBound
        }
        guard isBehindTo || isBy || isDriving || isMoving || hit.words.count > 1, !isWithinTown(behind: hit) else {
            return []
        }
        return [made(.surfaceLeg, speaker == nil ? .scheduled : certainty, speaker: speaker)]
    }

    private static let coming: Set<String> = [
        "come", "comes", "came", "coming", "membawa", "menempuh", "ditempuh", "carrying", "took", "covered", "boards",
        "diteruskan", "dilanjutkan", "naik",
    ]

    // MARK: Others

    private func otherSubjects() -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for move in plan.others where move.sentence == index && !move.isHistory {
            let name: String
            switch move.actor {
            case .person(let person): name = person.name ?? reading.string(person.words)
            case .others(let words): name = reading.string(words)
            default: continue
            }
            guard !claims.contains(where: { $0.other == name }) else { continue }
            var claim = made(.otherSubject, certainty, speaker: speaker)
            claim.other = name
            claim.places = [move.place]
            claim.time = move.arrival ?? move.departure ?? move.bound
            claims.append(claim)
        }
        if claims.isEmpty, let other = unplacedOther() { claims.append(other) }
        // "To receive Iran's president on Thursday": somebody else comes.
        for hit in sentence.cues(.welcome) where claims.isEmpty {
            guard
                let guest = sentence.persons.first(where: { person in
                    person.words.lowerBound >= hit.words.upperBound
                        && person.words.lowerBound - hit.words.upperBound <= 3 && !person.isPronoun
                }), subject.map({ !$0.isSame(as: guest) }) ?? false, !isPassive(hit)
            else { continue }
            var claim = made(.otherSubject, .scheduled, hit.words.lowerBound..<guest.words.upperBound, speaker: nil)
            claim.other = guest.name ?? reading.string(guest.words)
            claim.time = sentence.times.last
            claims.append(claim)
        }
        return claims
    }

    /// Somebody else who travels, without a place.
    private func unplacedOther() -> ClaimDraft? {
        let isCancelled = sentence.cues(.negation).contains {
            let word = reading.word($0.words.lowerBound)
            return word.hasPrefix("cancel") || word.hasPrefix("scrap") || word == "membatalkan" || word == "batal"
        }
        let verbs: Set<Cue> = isCancelled ? [.trip, .visit, .travel] : [.travel, .depart, .arrive, .goBack]
        guard moves.allSatisfy({ $0.role == .origin }), !sentence.has(.ownCrowd),
            let hit = sentence.cues.first(where: { verbs.contains($0.cue) && !isNoun($0) }),
            !sentence.has(.history), isCancelled || !sentence.has(.negation),
            case .person(let person) = ActorFinder(reading: reading, sentence: sentence).actor(
                before: hit.words.lowerBound
            ), let subject,
            !subject.isSame(as: person)
        else { return nil }
        var claim = made(.otherSubject, certainty, speaker: speaker)
        claim.other = person.name ?? reading.string(person.words)
        return claim
    }

    /// "The departure", "keberangkatan": somebody else may see it off.
    private func isNoun(_ hit: CueHit) -> Bool {
        let word = reading.word(hit.words.lowerBound)
        return word.hasPrefix("ke") && word.contains("an") && word != "kembali"
            || ["departure", "arrival", "arrivals", "journey", "journeys"].contains(word)
    }

    private func isPassive(_ hit: CueHit) -> Bool {
        ["disambut", "diterima", "received", "welcomed", "greeted", "hosted"].contains(
            reading.word(hit.words.lowerBound)
        )
    }
}
