/// What a place is in its sentence: somewhere to go to, to come from, or nothing of a journey.
struct RoleFinder {
    let reading: TextReading
    let sentence: SentenceReading

    struct Finding {
        var role: Move.Role
        var verb: CueHit?
        var isNegated = false
        var isSurface = false
        var isListed = false
        /// Where the words that govern the place begin.
        var start: Int
    }

    var words: Range<Int> { sentence.words }

    /// The roles of all places of the sentence; `nil` for one that is none.
    func roles() -> [Finding?] {
        var found: [Finding?] = []
        for index in sentence.places.indices {
            let finding = role(of: index, before: found)
            found.append(finding.flatMap { isAside(sentence.places[index], $0) ? nil : $0 })
        }
        spread(&found)
        return found
    }

    private func role(of index: Int, before: [Finding?]) -> Finding? {
        let place = sentence.places[index]
        if isPartOfAnother(place) || isAskedOnly(place) || isSpeaking(place) || isWhereabouts(place)
            || isUnrealised(place) || isConditional(place) || isWithdrawn(place) || isAround(place)
        {
            return nil
        }
        if let named = announced(place) { return named }
        var at = place.words.lowerBound - 1
        while at >= words.lowerBound, isTransparent(at) { at -= 1 }
        guard at >= words.lowerBound else { return isTripName(place) ? ownTrip(place) : nil }
        let cues = sentence.cues.filter { $0.words.contains(at) }
        func hit(_ kinds: Cue...) -> CueHit? { cues.first { kinds.contains($0.cue) } }
        if let hit = hit(.afterFirst), hit.words.count > 2,
            [.to, .at].contains(reading.word(hit.words.upperBound - 1) == "in" ? .at : Cue.to)
        {
            return Finding(
                role: .destination,
                verb: CueHit(words: hit.words, cue: .stopover),
                start: hit.words.lowerBound
            )
        }
        if let hit = hit(.via) {
            if isFlownOver(place, via: hit.words.lowerBound) || !isWayOfSomebody(hit.words.lowerBound) { return nil }
            // "By rail through Poland".
            let near = max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound
            let isSurface = sentence.has(.surface, in: near) || surfaceBehind(place)
            return Finding(
                role: .via,
                verb: hit,
                isNegated: isNegated(place, hit.words.lowerBound),
                isSurface: isSurface,
                start: hit.words.lowerBound
            )
        }
        if let hit = hit(.from) {
            return Finding(role: .origin, verb: verb(before: hit.words.lowerBound), start: hit.words.lowerBound)
        }
        if let hit = hit(.to) { return goingTo(place, hit, isBefore: cues.contains { $0.cue == .before }) }
        if let hit = hit(.at) { return goingOn(index, hit, before: before) ?? being(at: place, hit) }
        if let hit = hit(.leave) { return Finding(role: .origin, verb: hit, start: hit.words.lowerBound) }
        if let hit = hit(.visit, .stopover, .arrive, .travel), isDirect(hit) {
            if isMoveOfOthers(hit) || isPresent(place, hit) { return nil }
            return governed(place, by: hit, from: hit.words.lowerBound)
        }
        if let verb = stated(by: at) {
            var finding = governed(place, by: verb, from: at)
            // "The route is Jakarta-Jeddah-Brasilia": the first is where it begins.
            if isChained(index) { finding.role = .origin }
            return finding
        }
        if let hit = hit(.negation, .cancelled) {
            return Finding(role: .destination, verb: hit, isNegated: true, start: hit.words.lowerBound)
        }
        if let stop = apposed(place, comma: at) { return governed(place, by: stop, from: stop.words.lowerBound) }
        if let listed = continued(index, from: at, before: before) { return listed }
        // "With Astana and Ulaanbaatar to follow".
        if reading.word(at) == "with", index > 0, var listed = before[index - 1],
            (place.words.upperBound..<min(words.upperBound, place.words.upperBound + 9)).contains(where: {
                reading.word($0) == "follow"
            })
        {
            listed.isListed = true
            return listed
        }
        return isTripName(place) ? ownTrip(place) : nil
    }

    /// Words that may stand between a place and what governs it.
    private func isTransparent(_ at: Int) -> Bool {
        let word = reading.word(at)
        if ["the", "a", "an", "\"", "'", "both", "baik", "either", "pulau", "another", "second", "third", "unnamed"]
            .contains(word)
        {
            return true
        }
        let cues = sentence.cues(at: at)
        return cues.contains(.cityWord) || (cues.contains(.airport) && sentence.placeMention(at: at) == nil)
    }

    /// "Universitas Cambridge", "Cambridge University", "Paris Agreement", "China's foreign ministry".
    func isPartOfAnother(_ place: PlaceMention) -> Bool {
        if reading.tokens[place.words.upperBound - 1].isPossessive { return true }
        let next = place.words.upperBound
        if next < words.upperBound, reading.tokens[next].isSpaced, reading.tokens[next].kind == .word {
            let cues = sentence.cues(at: next)
            if !cues.contains(.airport), cues.contains(where: { [.venue, .institution, .block].contains($0) }) {
                return true
            }
            if isOfSeveral(place) { return true }
            if reading.language == .english, cues.contains(where: { [.meeting, .event, .ceremony].contains($0) }),
                !cues.contains(where: \.isMove)
            {
                return true
            }
        }
        var at = place.words.lowerBound - 1
        if at > words.lowerBound, ["of", "the"].contains(reading.word(at)) {
            at -= reading.word(at) == "the" && reading.word(at - 1) == "of" ? 2 : 1
        }
        guard at >= words.lowerBound else { return false }
        let cues = sentence.cues(at: at)
        return cues.contains(.venue) || cues.contains(.institution)
            || (cues.contains(.anonymous) && reading.word(place.words.lowerBound - 1) != "in")
    }

    private func isDirect(_ hit: CueHit) -> Bool {
        let last = reading.word(hit.words.upperBound - 1)
        if hit.words.count > 1, ["in", "at", "into", "to", "on", "ke", "di", "menuju", "for"].contains(last) {
            return true
        }
        if hit.cue == .travel { return false }
        return hit.cue != .arrive || ["reach", "reaches", "reached", "reaching", "mencapai", "tiba"].contains(last)
    }

    /// "Negara yang dikunjungi adalah …", "the tour includes …", "a tour of …".
    private func stated(by at: Int) -> CueHit? {
        let word = reading.word(at)
        if word == "of" {
            return sentence.cues.first {
                [.trip, .visit].contains($0.cue) && $0.words.upperBound == at && $0.cue.isMove
            }
        }
        let stating: Set<String> = [
            "adalah", "ialah", "yaitu", "yakni", "meliputi", "mencakup", "lain", "termasuk", "includes", "include",
            "including", "covers", "takes", ":", "are", "be",
        ]
        if ["lists", "list", "names", "mencantumkan", "memuat"].contains(word) {
            return sentence.cues.last { [.scheduled, .trip].contains($0.cue) && $0.words.upperBound <= at }
        }
        guard stating.contains(word) else { return nil }
        let from = word == ":" ? words.lowerBound : clauseStart(at)
        return sentence.cues.last {
            [.visit, .trip, .travel, .stopover].contains($0.cue) && $0.words.lowerBound >= from
                && $0.words.upperBound <= at
        }
    }

    // MARK: Prepositions

    private func goingTo(_ place: PlaceMention, _ hit: CueHit, isBefore: Bool) -> Finding? {
        let start = hit.words.lowerBound
        // "Menuju" is a verb and a preposition.
        if let own = sentence.cues.first(where: { $0.words == hit.words && $0.cue.isMove }) {
            return isWayOfAnybody(own) ? nil : governed(place, by: own, from: start)
        }
        if ["batal", "urung", "gagal"].contains(reading.word(start - 1)) {
            return Finding(role: .destination, verb: nil, isNegated: true, start: start - 1)
        }
        if isBehindTraveller(start) { return governed(place, by: nil, from: start) }
        guard let verb = verb(before: start) else {
            guard isBefore || isBehindConnective(start) else { return nil }
            let isMoving = sentence.cues.contains { $0.cue.isMove } || isBefore || isHedged(start)
            return isMoving ? governed(place, by: nil, from: start) : nil
        }
        if reading.word(hit.words.lowerBound) == "for", ![.depart, .leave, .surface].contains(verb.cue),
            !sentence.has(.from, in: verb.words.upperBound..<max(verb.words.upperBound, start)),
            // "Changing planes in Frankfurt for Zurich".
            !["planes", "aircraft"].contains(reading.word(verb.words.upperBound - 1)),
            !["head", "heads", "heading", "headed", "bound"].contains(reading.word(verb.words.lowerBound))
        {
            return nil
        }
        if isWayOfAnybody(verb) { return nil }
        switch verb.cue {
        case .depart, .travel, .arrive, .trip, .visit, .goBack, .dayTrip, .leave, .stopover, .surface:
            return governed(place, by: verb, from: start)
        default:
            return isBehindConnective(start)
                && (sentence.cues.contains { $0.cue.isMove || $0.cue == .overnight } || isHedged(start)
                    || sentence.cues(at: start - 1).contains(.then))
                ? governed(place, by: nil, from: start) : nil
        }
    }

    /// "Direncanakan ke Washington".
    private func isHedged(_ start: Int) -> Bool {
        reading.word(start) == "ke"
            && sentence.cues(at: start - 1).contains { [.scheduled, .planned, .expected, .future].contains($0) }
    }

    private func being(at place: PlaceMention, _ hit: CueHit) -> Finding? {
        let start = hit.words.lowerBound
        if isSeatOfBody(start) { return nil }
        // "Officials in Warsaw", and "it was announced in Brasilia".
        if sentence.cues(at: start - 1).contains(where: {
            [.institution, .anonymous, .delegation, .say, .accordingTo].contains($0)
        }) {
            return nil
        }
        // "After two days in Paris".
        if ["days", "day", "nights", "night", "hours", "hari", "malam", "jam"].contains(reading.word(start - 1)) {
            return governed(place, by: nil, from: start)
        }
        if isBehindConnective(start), let going = relative(behind: place) {
            return governed(place, by: going, from: start)
        }
        if isKept(start) || isPlaceOfTalk(start) || isSeen(start) { return nil }
        guard let verb = verb(before: start) else {
            // "Agenda di Pakistan ditiadakan".
            let finding = governed(place, by: nil, from: start)
            return finding.isNegated ? finding : nil
        }
        if [.trip, .visit].contains(verb.cue) && isEnd(verb, before: start) || isBegunJourney(verb) {
            return governed(place, by: verb, from: start)
        }
        if let going = going(to: verb) { return governed(place, by: going, from: start) }
        switch verb.cue {
        case .arrive, .stopover, .dayTrip, .spend, .overnight, .goBack: return governed(place, by: verb, from: start)
        case .begins where isBegunByPerson(verb): return governed(place, by: verb, from: start)
        case .trip where reading.language == .indonesian && sentence.has(.begins):
            return governed(place, by: verb, from: start)
        case .visit, .trip, .travel, .meeting, .event, .programme, .ceremony, .welcome, .venue, .begins:
            // "A speech that dwells on Rafah" is about it.
            if isTaken(verb, before: start) || reading.word(start) == "on" && !verb.cue.isMove { return nil }
            if verb.cue == .venue, !isVisitedVenue(verb) { return nil }
            if isEnding(place, verb) { return nil }
            var finding = governed(place, by: verb, from: start)
            finding.role = .town
            return finding
        default: return nil
        }
    }

    /// "Then to Rome", "pada Jumat ke Roma".
    private func isBehindConnective(_ start: Int) -> Bool {
        let before = start - 1
        guard before >= words.lowerBound else { return true }
        if sentence.time(at: before) != nil { return true }
        let cues = sentence.cues(at: before)
        return cues.contains {
            [.then, .before, .after, .afterFirst, .first, .scheduled, .planned, .expected, .future].contains($0)
        }
            || [",", "dan", "and", "serta"].contains(reading.word(before))
            || reading.word(before) == "also" && reading.word(before - 1) == "but"
    }

    /// The nearest word to the left that can govern a preposition.
    private func verb(before start: Int) -> CueHit? {
        let from = clauseStart(start)
        var place = start - 1
        while place >= from {
            let hits = sentence.cues.filter { $0.words.contains(place) }
            if hits.contains(where: { $0.cue == .block || $0.cue == .invitation }) { return nil }
            if let move = hits.first(where: { $0.cue.isMove && !$0.words.contains(start) && !isNoun($0) }) {
                return surfaceOr(move)
            }
            if let carrying = carrying(hits) { return carrying }
            // "Menggunakan penerbangan komersial ke Roma".
            if let flight = hits.first(where: { $0.cue == .charter }), reading.language == .indonesian,
                flight.words.upperBound == start, reading.word(flight.words.lowerBound) == "penerbangan"
            {
                return CueHit(words: flight.words, cue: .travel)
            }
            if let other = hits.first(where: {
                [.surface, .spend, .overnight, .meeting, .event, .programme, .ceremony, .welcome, .venue].contains(
                    $0.cue
                )
            }) {
                return other
            }
            if let begins = hits.first(where: { $0.cue == .begins }),
                !sentence.cues.contains(where: { $0.cue.isMove && $0.words.upperBound <= place })
            {
                return begins
            }
            place -= 1
        }
        return nil
    }

    /// "The jet, hired in Dubai": no verb, as it is in "will jet off", "his ministers jet to Rome". "A jet takes him to Rome" moves.
    private func isNoun(_ hit: CueHit) -> Bool {
        reading.word(hit.words.lowerBound) == "jet" && hit.words.count == 1
            && (reading.tokens[max(0, hit.words.lowerBound - 1)].isPossessive && hit.words.lowerBound > 0
                || ["the", "a", "this", "that", "his", "her", "its", "chartered"].contains(
                    reading.word(hit.words.lowerBound - 1)
                ))
            && !["takes", "take", "carries", "brings", "will"].contains(reading.word(hit.words.upperBound))
    }

    private func surfaceOr(_ move: CueHit) -> CueHit {
        sentence.cues.first { $0.cue == .surface && $0.words.overlaps(move.words) } ?? move
    }

    func clauseStart(_ place: Int) -> Int {
        var start = words.lowerBound
        for hit in sentence.cues where hit.cue == .turn && hit.words.upperBound <= place {
            start = max(start, hit.words.upperBound)
        }
        for at in words where at < place && [";", ":"].contains(reading.word(at)) && !reading.tokens[at].isJoined {
            if at + 1 < words.upperBound, reading.tokens[at + 1].kind != .number { start = max(start, at + 1) }
        }
        return start
    }

    // MARK: What governs

    func governed(_ place: PlaceMention, by verb: CueHit?, from start: Int) -> Finding {
        var finding = Finding(role: .destination, verb: verb, start: start)
        finding.isSurface =
            verb?.cue == .surface || surfaceBehind(place) || isRidden(to: start)
            || verb.map(isOfTrain) ?? false || isLeftByTrain(place, verb) || isCovered(place)
        // "To Hanoi and not to Tokyo", "bukan ke Tokyo".
        finding.isNegated =
            ["not", "bukan", "tidak", "tak", "nor"].contains(reading.word(start - 1))
            || isNegated(place, verb?.words.lowerBound ?? start)
        return finding
    }

    private func isNegated(_ place: PlaceMention, _ verb: Int) -> Bool {
        let from = max(clauseStart(verb), verb - 6)
        var masked = sentence.cues(.secrecy, .omission, .noComment, .unnamed, .unknown).map(\.words)
        // An aircraft that is ruled out rules out no stop.
        if sentence.has(.aircraft, .stateAircraft) { masked += sentence.cues(.ruledOut).map(\.words) }
        for hit in sentence.cues where hit.words.upperBound <= verb && hit.words.lowerBound >= from {
            if hit.cue == .denies { return true }
            guard isDenying(hit), !isBeside(hit, before: verb), !masked.contains(where: { $0.overlaps(hit.words) })
            else { continue }
            let isParted = (hit.words.upperBound..<verb).contains { at in
                let named = sentence.placeMention(at: at)
                // "Not attend the China-Africa forum": a place in a name parts nothing.
                let isInName =
                    named.map {
                        sentence.places[$0].words.upperBound < verb
                            && reading.tokens[sentence.places[$0].words.upperBound].isJoined
                            || reading.tokens[at].isJoined
                    } ?? false
                // "Cannot make it unaided and will refuel": another thought.
                let isAnew =
                    Self.joining.contains(reading.word(at))
                    && ["will", "is", "would", "akan"].contains(reading.word(at + 1))
                return reading.word(at) == "," || isAnew || (named != nil && !isInName)
                    // "Gives up a holiday and flies to".
                    || (hit.cue == .cancelled || reading.word(hit.words.upperBound - 1) == "up")
                        && Self.joining.contains(reading.word(at))
            }
            if !isParted, !["only", "hanya", "saja", "just"].contains(reading.word(hit.words.upperBound)) {
                return true
            }
        }
        if sentence.cues.contains(where: {
            $0.cue == .denies && $0.words.upperBound <= verb && $0.words.lowerBound >= clauseStart(verb)
                && verb - $0.words.upperBound <= 14
        }) {
            return true
        }
        return isOffBehind(place)
    }

    /// Called off by words behind the place.
    func isOffBehind(_ place: PlaceMention) -> Bool {
        let end = endOfAside(behind: place)
        let next = sentence.places.first { $0.words.lowerBound >= end }?.words.lowerBound ?? words.upperBound
        return sentence.cues.contains { hit in
            (hit.cue == .cancelled || isDeniedBehind(hit) || isFailed(hit) || isCalledOffLater(hit))
                && hit.words.lowerBound >= end && hit.words.lowerBound < min(next, end + 14)
                && isOfPlace(hit, behind: end)
                && !(end..<hit.words.lowerBound).contains { at in
                    reading.word(at) == ";"
                        || sentence.cues(at: at).contains {
                            ($0.isMove && $0 != .trip)
                                // "Had been discussed but was dropped".
                                || $0 == .turn && hit.words.lowerBound - at > 2
                        }
                }
        }
    }
}
