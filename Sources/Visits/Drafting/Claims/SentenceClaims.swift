/// The claims of one sentence.
struct SentenceClaims {
    let reading: TextReading
    let subject: PersonMention?
    let index: Int
    /// The sentence, or the part of it that one speaker says.
    let sentence: SentenceReading
    let moves: [Move]
    /// Moves of the subject to a stop.
    let ours: [Move]
    let plan: StopPlanner.Plan
    let attribution: Attribution?
    let speaker: Speaker?

    var words: Range<Int> { sentence.words }

    func claims() -> [ClaimDraft] {
        if PastFinder(reading: reading, sentence: sentence).isBygone {
            return [made(.history, .asserted, speaker: speaker)]
        }
        // "The invitation was not taken up, and he flies to Rome" tells of the journey.
        if isOpenInvitation, ours.isEmpty {
            return [made(.invitation, speaker == nil ? .asserted : .announced, speaker: speaker)]
        }
        var claims: [ClaimDraft] = []
        claims += observations()
        let isObservation = claims.contains { $0.kind == .observation || $0.kind == .sighting }
        claims += negations()
        // "Beijing has warned that it would act if she went to Taipei": who warns tells no journey.
        let isWarned =
            speaker != nil
            && (attribution.map { found in
                found.cue.cue == .warns || found.cue.cue == .evades
                    || ["warned", "warns", "threatened", "threatens"].contains(reading.word(found.cue.words.lowerBound))
            } ?? false)
        if !isObservation, !isWarned { claims += journeys() }
        if !claims.contains(where: { $0.kind == .sighting }) || !isTrainSeen { claims += surface() }
        // "Leaves Pyongyang by train for Beijing": what leaves is the train.
        if claims.contains(where: { $0.kind == .surfaceLeg }), leavesOverland {
            claims.removeAll { $0.kind == .departure }
        }
        claims += otherSubjects()
        // What others travel with, and how long, is theirs.
        if ours.isEmpty, speaker == nil, claims.contains(where: { $0.kind == .otherSubject }) {
            claims.removeAll { [.surfaceLeg, .departure, .origin, .observation].contains($0.kind) }
            return claims
        }
        let journeys: Set<ClaimKind> = [.schedule, .stop, .departure, .arrival]
        claims += stays(
            isJourney: claims.contains { journeys.contains($0.kind) },
            isMet: claims.contains { $0.kind == .meeting || $0.kind == .event }
        )
        // How long a jet that somebody saw stood somewhere is part of what they saw.
        if isObservation { claims.removeAll { $0.kind == .dwell || $0.kind == .duration } }
        if !isObservation { claims += aircraft() }
        // Of those who saw an aircraft: that they do not know who was in it is part of what they saw.
        if !isObservation { claims += silences(isNegated: claims.contains { $0.kind == .negation }) }
        // "An invitation has been received but no date is set".
        if speaker == nil, claims.contains(where: { $0.kind == .invitation }) {
            claims.removeAll { $0.kind == .secrecy }
        }
        // "Membantah kabar itu dan menyebut ia hanya akan berpidato": what is done instead is no programme.
        if attribution?.cue.cue == .denies { claims.removeAll { $0.kind == .programme } }
        claims += remarks(isTold: !claims.isEmpty)
        // "To Islamabad on Saturday for a visit of two days": how long it lasts is part of the journey, as a night where a drive ends is.
        if claims.contains(where: { journeys.contains($0.kind) }) {
            claims.removeAll { $0.kind == .duration || $0.kind == .invitation && $0.speaker == nil }
        }
        if claims.contains(where: { $0.kind == .surfaceLeg }) { claims.removeAll { $0.kind == .dwell } }
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
            let met = meetings(ours)
            return claims + (met.isEmpty ? toldMeeting().map { [$0] } ?? [] : met)
        }
        // "Will leave Taipei on Saturday, his office said": what somebody announces is a plan.
        let isAnnounced = speaker != nil && sentence.has(.future, .scheduled, .planned, .expected)
        let isLeaving = goals.isEmpty && leavesAlone && !isAnnounced || leavesFromNamed(goals)
        let kind: ClaimKind = isLeaving ? .departure : makesRoom ? .schedule : journeyKind(goals)
        var claim = made(kind, certainty, speaker: speaker)
        claim.about = goals.map(\.place)
        claim.time = goals.lazy.compactMap { $0.arrival ?? $0.departure }.first ?? sentence.times.first
        claim.isLanding = kind == .schedule && isBareLanding(goals)
        claim.isReturn = comesHome || !goals.isEmpty && goals.allSatisfy(\.isReturn)
        claim.isHalt = !goals.isEmpty && goals.allSatisfy(isHalt)
        claim.isOnward =
            kind == .departure && !goals.isEmpty && !moves.contains { $0.role == .origin } && !isPast
        if kind == .departure { claim.places = moves.filter { $0.role == .origin }.map(\.place) }
        claims.append(claim)
        let met = meetings(ours)
        return claims + (met.isEmpty ? timedEvent().map { [$0] } ?? [] : met)
    }

    /// "Kunjungan ini dijadwalkan dimulai pada Selasa malam".
    private var startsVisit: Bool {
        guard !sentence.has(.history), !moves.contains(where: \.isNegated) else { return false }
        let hasTime = sentence.times.contains { !TimeUse.isCitation($0, in: sentence, reading) }
        if sentence.has(.trip, .dayTrip), sentence.has(.begins, .scheduled), hasTime { return true }
        if makesRoom { return true }
        return speaker != nil && (hasTime || isVaguelyTimed) && isTourAnnounced
    }

    /// "Announced that the president tours three Asian states on February 10 to 13", "only said the visit would be in the coming days": a
    /// journey with a time and without a place, told by somebody.
    private var isTourAnnounced: Bool {
        guard moves.isEmpty, !sentence.has(.negation, .cancelled, .surface, .ownCrowd, .meeting, .denies, .noComment),
            let cue = attribution?.cue, [.say, .accordingTo].contains(cue.cue),
            let tour = sentence.cues.first(where: { hit in
                !hit.words.overlaps(cue.words)
                    && (hit.cue == .travel || hit.cue == .trip && hit.words.allSatisfy { reading.word($0) != "flight" })
            })
        else { return false }
        let isAhead =
            sentence.has(.future, .scheduled, .planned, .expected) || words.contains { reading.word($0) == "would" }
        switch ActorFinder(reading: reading, sentence: sentence).actor(before: tour.words.lowerBound) {
        case .person(let person):
            return (subject?.isSame(as: person) ?? false) && (isAhead || tour.cue == .travel)
        case .pronoun: return isAhead || tour.cue == .travel
        case .unnamed: return isAhead && tour.cue == .trip
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

    private func isHalt(_ goal: Move) -> Bool {
        goal.role != .via && (goal.isStopover || goal.verb?.cue == .stopover)
    }

    private func journeyKind(_ goals: [Move]) -> ClaimKind {
        let times = sentence.times.filter { !TimeUse.isCitation($0, in: sentence, reading) }
        let isOpen = sentence.has(.future, .scheduled, .planned, .expected, .possible)
        let hasOrigin = moves.contains { $0.role == .origin } || leavesSomewhere
        let hasLeft = isLeaving(isOpen: isOpen) && (hasOrigin || !times.isEmpty)
        // "Landed in Singapore, having flown from Brussels": the landing is what is told.
        if hasLeft, sentence.has(.depart, .leave) || !hasLanded(goals) { return .departure }
        if hasLanded(goals) { return .arrival }
        if !isOpen, goals.contains(where: { $0.verb?.cue == .arrive }), !isAwaited(goals),
            isPast || sentence.cues(.carrying).contains(where: { reading.word($0.words.lowerBound) != "with" })
        {
            return .arrival
        }
        // "Lands in Rome on Sunday after a refuelling stop in Cairo": what has a day is the goal.
        let isGoalTimed = goals.contains { ($0.arrival ?? $0.departure) != nil && !$0.isStopover && $0.role != .via }
        let isStopover = !isGoalTimed && goals.contains { $0.verb?.cue == .stopover || $0.role == .via }
        // "Will leave on Saturday and stop over in Hawaii on the way to Majuro": when it begins and where it leads.
        let isBegun = !times.isEmpty && sentence.has(.depart, .leave) && (speaker != nil || !goals.allSatisfy(isHalt))
        if isStopover && !isBegun || times.isEmpty && !isVaguelyTimed { return .stop }
        return .schedule
    }

    /// "Later this month", "bulan depan", "in early December": a time too wide for a window.
    private var isVaguelyTimed: Bool {
        words.contains { at in
            let (before, word, next) = (reading.word(at - 1), reading.word(at), reading.word(at + 1))
            switch word {
            case "month", "year", "autumn", "spring", "summer", "winter": return ["this", "next"].contains(before)
            case "bulan", "tahun": return ["ini", "depan", "mendatang"].contains(next)
            case "weeks", "days", "months":
                return before == "coming" || before == "few" && reading.word(at - 2) == "next"
            case "hari", "pekan", "minggu": return ["mendatang", "depan", "ke"].contains(next) && before == "beberapa"
            default:
                guard TimeWords.months[word] != nil, reading.tokens[at].isCapital else { return false }
                return ["in", "early", "late", "mid", "pada", "awal", "akhir", "bulan", "pertengahan"].contains(before)
            }
        }
    }

    /// "Is expected in Rome", "is due in Oslo", "diperkirakan berada di Roma": the word of arriving is one of what comes.
    private func isAwaited(_ goals: [Move]) -> Bool {
        goals.contains { goal in
            guard let verb = goal.verb, verb.cue == .arrive else { return false }
            return verb.words.contains {
                ["expected", "awaited", "due", "expect", "dinanti", "ditunggu"].contains(reading.word($0))
                    || reading.word($0) == "be" || reading.word($0).hasSuffix("ing")
            }
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

    var isPast: Bool {
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
        // "Crosses the border to open a market in Atambua": what is done there, of which the journey is told elsewhere.
        if sentence.has(.surface), goal.verb?.cue == .programme, !sentence.has(.meeting, .event, .ceremony) {
            return []
        }
        var isRange = false
        if case .range = bound.day { isRange = true }
        // "Will attend a summit in Belém on 6 and 7 November, his office said": the days of the journey.
        let isJourney = goal.verb?.cue == .welcome || isRange && speaker != nil
        let kind: ClaimKind = isJourney ? .schedule : isEvent || isRange ? .event : .meeting
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
        guard let leg = legs.first else { return otherOverland() == nil ? unplacedSurface() : [] }
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
            || words.contains { at in
                let word = reading.word(at)
                // "The train journey takes ten hours": not what somebody takes.
                let isTaken =
                    !["take", "takes"].contains(word) || sentence.has(.surface, in: at..<min(words.upperBound, at + 4))
                return Self.coming.contains(word) && isTaken
            }
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
        "come", "comes", "came", "coming", "take", "takes", "board", "membawa", "menempuh", "ditempuh", "carrying",
        "took", "covered", "boards",
        "diteruskan", "dilanjutkan", "naik",
    ]
}
