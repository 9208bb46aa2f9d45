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
            if Self.keeping.contains(reading.word(at)) { return preposition - at <= 4 }
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
        "kept", "stranded", "stuck", "grounded", "delayed", "marooned", "detained", "trapped", "held", "keeps",
        "remains", "remained", "tertahan", "terdampar", "terjebak", "terkatung", "tetap",
    ]

    /// "Left by armoured train for Vladivostok", "berangkat dengan kereta menuju Vladivostok": nothing but a vehicle and small words stand
    /// before the preposition.
    func isRidden(to preposition: Int) -> Bool {
        guard sentence.cues(at: preposition).contains(where: { $0 == .to || $0 == .at }) else { return false }
        for at in stride(from: preposition - 1, through: max(words.lowerBound, preposition - 6), by: -1) {
            let cues = sentence.cues(at: at)
            if cues.contains(.surface) { return isVehicle(at) }
            if reading.tokens[at].kind == .sign || sentence.placeMention(at: at) != nil
                || ["and", "dan", "lalu", "after", "setelah"].contains(reading.word(at))
                || cues.contains(where: { $0.isMove || [.aircraft, .stateAircraft, .meeting, .event].contains($0) })
            {
                return false
            }
        }
        return false
    }

    /// "His train crossed into Russia", "kereta yang membawanya tiba di Vladivostok": what moves is a train.
    func isOfTrain(_ verb: CueHit) -> Bool {
        guard verb.cue.isMove else { return false }
        for at in stride(
            from: verb.words.lowerBound - 1,
            through: max(words.lowerBound, verb.words.lowerBound - 8),
            by: -1
        ) {
            if reading.tokens[at].kind == .sign || sentence.placeMention(at: at) != nil { return false }
            let cues = sentence.cues(at: at)
            if cues.contains(.surface) { return !isVehicle(at) }
            if cues.contains(where: { $0.isMove || $0 == .turn || $0 == .rider }) { return false }
        }
        return false
    }

    /// "By train", "dengan kereta", "on a special train", "aboard a ferry".
    private func isVehicle(_ at: Int) -> Bool {
        (max(words.lowerBound, at - 4)...at).contains { place in
            ["by", "on", "aboard", "in", "with", "via", "dengan", "naik", "lewat", "melalui"].contains(
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

    /// "A Commonwealth country", "Pacific leaders": several, of which none is named; "another Gulf state" is one that is not named.
    func isOfSeveral(_ place: PlaceMention) -> Bool {
        guard reading.language == .english else { return false }
        let next = reading.word(place.words.upperBound)
        if ["country", "nation", "state"].contains(next) {
            return place.kind != .wide
                || ["a", "any", "every", "no"].contains(reading.word(place.words.lowerBound - 1))
        }
        return ["countries", "nations", "states", "leaders", "members", "allies", "capitals", "island"].contains(next)
            && place.kind != .airport
    }

    /// "Rencana terbang ke Naypyidaw batal", "kunjungan ke Manila urung": said of the place before, where no other follows.
    func isFailed(_ hit: CueHit) -> Bool {
        guard hit.cue == .negation, ["batal", "urung", "gagal"].contains(reading.word(hit.words.lowerBound)) else {
            return false
        }
        let next = hit.words.upperBound
        guard next < words.upperBound, reading.tokens[next].kind == .word else { return true }
        return !sentence.cues(at: next).contains { $0.isMove || [.to, .at, .meeting, .programme].contains($0) }
    }
}
