/// What the times of a sentence are times of.
struct TimeUse {
    let reading: TextReading
    let sentence: SentenceReading

    /// Times that belong to no place of their sentence, with the word that governs them.
    struct Loose: Sendable {
        let phrase: TimePhrase
        let verb: CueHit?
    }

    /// Whether a time is that of somebody's words, not of a journey: "said on Tuesday", "dikutip pada Selasa (18/6)".
    static func isCitation(_ phrase: TimePhrase, in sentence: SentenceReading, _ reading: TextReading) -> Bool {
        var at = phrase.words.lowerBound - 1
        var steps = 0
        while at >= sentence.words.lowerBound, steps < 9 {
            let cues = sentence.cues(at: at)
            if cues.contains(.quoted) { return true }
            if cues.contains(.say) || cues.contains(.accordingTo) {
                // "Diumumkan sekretaris kabinet pada Jumat": a passive verb of saying with its speaker behind.
                let isPassive = reading.word(at).hasPrefix("di") && !["dilansir", "dikutip"].contains(reading.word(at))
                if isPassive, !crossesComma(at, phrase, sentence, reading) { return true }
                return steps <= 2 || !cues.contains(.accordingTo) && !crossesComma(at, phrase, sentence, reading)
            }
            if cues.contains(where: { $0.isMove || $0 == .meeting || $0 == .event || $0 == .surface || $0 == .begins })
            {
                return false
            }
            if sentence.placeMention(at: at) != nil, sentence.cues(at: at - 1).contains(.to) { return false }
            // "Said the apron would be closed on Sunday": of what is said.
            if ["would", "will", "be", "akan", "bakal", "ditutup"].contains(reading.word(at)) { return false }
            at -= 1
            steps += 1
        }
        return false
    }

    /// "Kata juru bicara, Selasa (18/6)": one comma right before the time is no border.
    private static func crossesComma(
        _ at: Int,
        _ phrase: TimePhrase,
        _ sentence: SentenceReading,
        _ reading: TextReading
    ) -> Bool {
        let commas = (at + 1..<phrase.words.lowerBound).filter { reading.word($0) == "," }
        return commas.contains { $0 < phrase.words.lowerBound - 2 }
    }

    /// Gives each time to a move of the sentence.
    ///
    /// - Parameter moves: of this sentence, in the order of the words.
    /// - Returns: times that none of them takes.
    func assign(to moves: inout [Move]) -> [Loose] {
        var loose: [Loose] = []
        for phrase in sentence.times where !Self.isCitation(phrase, in: sentence, reading) && !isOfOffice(phrase) {
            if !assign(phrase, to: &moves) { loose.append(Loose(phrase: phrase, verb: verb(before: phrase))) }
        }
        return loose
    }

    private static let made: Set<String> = [
        "sworn", "elected", "re-elected", "reelected", "inaugurated", "appointed", "named", "crowned", "born",
        "installed", "released", "freed", "dilantik", "terpilih", "diangkat", "dinobatkan", "lahir", "dibebaskan",
    ]

    /// "Mark Carney, sworn in as prime minister on Friday, is to leave": when somebody became what he is.
    private func isOfOffice(_ phrase: TimePhrase) -> Bool {
        let near = max(sentence.words.lowerBound, phrase.words.lowerBound - 12)..<phrase.words.lowerBound
        guard let comma = near.last(where: { reading.word($0) == "," }) else { return false }
        let first = ["yang", "who"].contains(reading.word(comma + 1)) ? comma + 2 : comma + 1
        return Self.made.contains(reading.word(first))
            || ["was", "baru"].contains(reading.word(first)) && Self.made.contains(reading.word(first + 1))
    }

    private func assign(_ phrase: TimePhrase, to moves: inout [Move]) -> Bool {
        let first = phrase.words.lowerBound
        let goals = moves.indices.filter { moves[$0].role != .origin }
        guard !goals.isEmpty else { return false }
        let before = goals.last { moves[$0].place.words.upperBound <= first }
        let after = goals.first { moves[$0].place.words.lowerBound >= phrase.words.upperBound }
        if let verb = verb(before: phrase), Self.isMeeting(verb.cue),
            before.map({ moves[$0].role == .town || moves[$0].place.words.upperBound <= verb.words.lowerBound })
                ?? true,
            !isOtherVerbBetween(verb, phrase)
        {
            if let goal = before ?? after.flatMap({ moves[$0].role == .town ? $0 : nil }) {
                return set(&moves[goal].bound, phrase)
            }
            if before == nil, after != nil { return false }
        }
        if let before, isOfEvent(phrase, behind: moves[before].place) { return set(&moves[before].bound, phrase) }
        // "Then Manila: he is awaited at the palace on Tuesday at four".
        if let before, let seat = SeatVisit(reading: reading, sentence: sentence).seat,
            seat.words.lowerBound >= moves[before].place.words.upperBound, seat.words.upperBound <= first
        {
            return set(&moves[before].bound, phrase)
        }
        // "To Cairo on Tuesday at eight from Halim": the hour of leaving.
        if let before, phrase.words.upperBound < sentence.words.upperBound,
            sentence.cues(at: phrase.words.upperBound).contains(.from)
        {
            return set(&moves[before].departure, phrase)
        }
        let origin = moves.last { $0.role == .origin && $0.place.words.upperBound <= first }
        if let origin, let after,
            before.map({ moves[$0].place.words.upperBound <= origin.place.words.lowerBound }) ?? true
        {
            return set(&moves[after].departure, phrase)
        }
        if let after, let verb = verb(before: phrase), [.depart, .leave].contains(verb.cue),
            before.map({ moves[$0].place.words.upperBound <= verb.words.lowerBound }) ?? true
        {
            return set(&moves[after].departure, phrase)
        }
        guard let before else {
            // "To land on March 26 and be back in …": the verb before has its place in another sentence.
            if let after, let verb = verb(before: phrase), verb.cue == .arrive,
                let own = moves[after].verb, own.words.lowerBound >= phrase.words.upperBound
            {
                return false
            }
            return take(phrase, after, &moves)
        }
        // "Transits in Abu Dhabi and flies home on Friday": the day of a way home that names no place.
        if let verb = verb(before: phrase), verb.cue == .goBack,
            verb.words.lowerBound >= moves[before].place.words.upperBound,
            !moves.contains(where: { $0.verb?.words == verb.words })
        {
            return false
        }
        let isTaken = moves[before].arrival.map { $0.words.lowerBound >= moves[before].place.words.upperBound } ?? false
        if let after, isLeading(phrase), moves[before].arrival != nil || moves[before].bound != nil {
            return take(phrase, after, &moves)
        }
        if isTaken, let after { return take(phrase, after, &moves) }
        return take(phrase, before, &moves)
    }

    /// "Must be in Port Moresby for a flag-raising at 9 a.m.": the hour of what he comes for.
    private func isOfEvent(_ phrase: TimePhrase, behind place: PlaceMention) -> Bool {
        let between = place.words.upperBound..<max(place.words.upperBound, phrase.words.lowerBound)
        guard phrase.isExact, (2...9).contains(between.count),
            ["for", "untuk"].contains(reading.word(between.lowerBound))
        else { return false }
        return between.allSatisfy { at in
            reading.tokens[at].kind != .sign && !sentence.cues(at: at).contains { $0.isMove }
        }
    }

    private func take(_ phrase: TimePhrase, _ goal: Int?, _ moves: inout [Move]) -> Bool {
        guard let goal else { return false }
        if moves[goal].role == .town, let verb = moves[goal].verb, Self.isMeeting(verb.cue) {
            return set(&moves[goal].bound, phrase)
        }
        let last = verb(before: phrase)
        let isLanding =
            last.map { $0.cue == .arrive && $0.words.lowerBound >= moves[goal].place.words.upperBound } ?? false
        if let verb = moves[goal].verb, [.depart, .leave].contains(verb.cue), !isLanding {
            return set(&moves[goal].departure, phrase)
        }
        if case .range = phrase.day {
            // Several places in one range of days: each is somewhere in it.
            var index = goal
            while index > 0, moves[index].isListed, moves[index - 1].arrival == nil {
                moves[index - 1].arrival = phrase
                moves[index - 1].isShared = true
                index -= 1
            }
        }
        if let old = moves[goal].arrival, old.words.lowerBound < moves[goal].place.words.lowerBound,
            phrase.words.lowerBound >= moves[goal].place.words.upperBound
        {
            // What stands behind a place is nearer to it than what stood before, unless both are parts of one time.
            if old.weekday != nil || old.day != nil, phrase.weekday != nil || phrase.day != nil {
                moves[goal].arrival = nil
            }
        }
        return set(&moves[goal].arrival, phrase)
    }

    private func set(_ time: inout TimePhrase?, _ phrase: TimePhrase) -> Bool {
        if time == nil { time = phrase }
        return true
    }

    static func isMeeting(_ cue: Cue) -> Bool {
        [.meeting, .event, .ceremony, .programme, .welcome, .venue].contains(cue)
    }

    /// The word of moving or meeting to the left.
    func verb(before phrase: TimePhrase) -> CueHit? {
        sentence.cues.last { hit in
            hit.words.upperBound <= phrase.words.lowerBound
                && (hit.cue.isMove || hit.cue == .surface || hit.cue == .spend || Self.isMeeting(hit.cue))
        }
    }

    private func isOtherVerbBetween(_ verb: CueHit, _ phrase: TimePhrase) -> Bool {
        sentence.cues.contains {
            $0.cue.isMove && $0.words.lowerBound >= verb.words.upperBound
                && $0.words.upperBound <= phrase.words.lowerBound
        }
    }

    /// Behind a comma or "and", so that it begins a new thought.
    private func isLeading(_ phrase: TimePhrase) -> Bool {
        var at = phrase.words.lowerBound - 1
        while at >= sentence.words.lowerBound, ["on", "pada", "the"].contains(reading.word(at)) { at -= 1 }
        return at < sentence.words.lowerBound || [",", "and", "dan", ";", ":"].contains(reading.word(at))
            || sentence.cues(at: at).contains(.then)
    }
}
