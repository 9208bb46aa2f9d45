/// Departures: who leaves, from where, and whether that is what a sentence tells.
extension SentenceClaims {
    /// A departure without a word of where to.
    var leavesAlone: Bool {
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

    /// "Will leave Buenos Aires on Monday evening", "akan berangkat dari Taoyuan pada Sabtu dan transit di Honolulu": where from and when it
    /// leaves is told, and of no goal when.
    func leavesFromNamed(_ goals: [Move]) -> Bool {
        guard let hit = sentence.cues.first(where: { $0.cue == .depart || $0.cue == .leave }), !isBehindOrder(hit),
            let origin = moves.first(where: { $0.role == .origin }), goals.allSatisfy({ $0.arrival == nil }),
            !sentence.has(.negation, .surface, .ownCrowd),
            (0...6).contains(origin.place.words.lowerBound - hit.words.upperBound),
            !sentence.times.isEmpty
        else { return false }
        let first = goals.first?.place.words.lowerBound ?? words.upperBound
        // What somebody announces with its goal, or calls a tour, is a plan.
        let isTour = sentence.cues(.trip).contains { !Self.flights.contains(reading.word($0.words.lowerBound)) }
        if isTour || speaker != nil && !isOutletSpeaking && !goals.isEmpty { return false }
        // The time stands by the verb, and nobody lands within it.
        let times = sentence.times.filter { !TimeUse.isCitation($0, in: sentence, reading) }
        return times.count == 1 && times[0].words.lowerBound >= hit.words.lowerBound
            && !sentence.has(.arrive, in: hit.words.upperBound..<words.upperBound)
            && origin.place.words.lowerBound < first
    }

    private static let flights: Set<String> = ["flight", "flights", "penerbangan", "penerbangannya"]

    /// Who reports is an outlet, and nobody's office.
    var isOutletSpeaking: Bool {
        guard let found = attribution else { return false }
        if sentence.outlets.contains(where: { $0.overlaps(found.words) }) { return true }
        // "Bild reported", "tulis Bild": a name alone, and what papers do.
        return ["reported", "reports", "wrote", "writes", "tulis", "lapor", "memberitakan", "mewartakan", "melaporkan"]
            .contains(reading.word(found.cue.words.lowerBound))
            && sentence.person(at: found.words.lowerBound) == nil && found.words.count <= 2
            && found.words.allSatisfy { at in
                sentence.cues(at: at).allSatisfy { ![.anonymous, .institution, .voice].contains($0) }
            }
    }

    /// Told as a departure: by the text itself, or as one that has been.
    func isLeaving(isOpen: Bool) -> Bool {
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
        let isTold =
            reading.language == .indonesian && (moves.contains { $0.role == .origin } || leavesSomewhere)
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

    /// "Lepas landas dari Halim", "took off from Andrews": where from, by a name that no list of places has.
    var leavesSomewhere: Bool {
        sentence.cues(.depart).contains { hit in
            let at = hit.words.upperBound
            return at + 1 < words.upperBound && ["dari", "from"].contains(reading.word(at))
                && reading.tokens[at + 1].isCapital
        }
    }

    /// "Before leaving", "setelah bertolak": not what the sentence tells.
    func isBehindOrder(_ hit: CueHit) -> Bool {
        (max(words.lowerBound, hit.words.lowerBound - 2)..<hit.words.lowerBound).contains {
            sentence.cues(at: $0).contains { [.before, .after].contains($0) }
        }
    }

    /// The train or the road stands before every goal of the sentence, and beside what leaves.
    var leavesOverland: Bool {
        guard let hit = sentence.cues(.surface).first,
            let leaves = sentence.cues.first(where: { $0.cue == .depart || $0.cue == .leave })
        else { return false }
        let goals = moves.filter { $0.role == .destination || $0.role == .via }
        // "… by train for Brussels and flies to Cairo": another goal has a verb of its own.
        let isFlown = goals.contains { goal in
            guard let verb = goal.verb?.words.lowerBound, verb > max(hit.words.lowerBound, leaves.words.lowerBound)
            else {
                return false
            }
            return ["and", "then", "before", "dan", "lalu", "kemudian", "sebelum"].contains(reading.word(verb - 1))
        }
        return !isFlown && goals.allSatisfy { $0.place.words.lowerBound > hit.words.lowerBound }
            && abs(leaves.words.lowerBound - hit.words.lowerBound) <= 10
            && !sentence.has(.aircraft, .stateAircraft, .charter)
            && !(min(leaves.words.lowerBound, hit.words.lowerBound)..<max(leaves.words.lowerBound, hit.words.lowerBound))
                .contains { [",", ";"].contains(reading.word($0)) || sentence.cues(at: $0).contains(.then) }
    }
}
