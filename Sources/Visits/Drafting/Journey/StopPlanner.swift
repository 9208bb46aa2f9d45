import Aero

/// Makes stops of moves: one for each place, in the order of the journey.
struct StopPlanner {
    let reading: TextReading
    let subject: PersonMention?

    struct Plan: Sendable {
        var stops: [PlannedStop] = []
        /// Moves by train or road.
        var ground: [Move] = []
        /// Moves of somebody else.
        var others: [Move] = []
        /// A way home without a name, where it is said.
        var unnamedReturn: TextSpan?
        /// Pairs of stops that dates and words order differently.
        var isOrderUnclear = false
    }

    func plan(_ moves: [Move]) -> Plan {
        var plan = Plan()
        var rules: [(before: Int, after: Int)] = []
        for move in moves {
            guard isOurs(move) else {
                if case .person = move.actor, move.role != .origin, !move.isNegated { plan.others.append(move) }
                if case .others = move.actor, move.role != .origin, !move.isNegated { plan.others.append(move) }
                continue
            }
            guard isStop(move, among: moves) else { continue }
            if isHome(move) {
                plan.unnamedReturn = move.place.span
                continue
            }
            let index = take(move, into: &plan.stops)
            rules += order(of: index, move, among: moves, in: plan.stops)
        }
        sort(&plan, by: rules)
        dropWide(&plan.stops)
        if plan.stops.count > 1 { plan.stops.removeAll { isContinent($0.place) } }
        // Where the text says that a train or a road leads, nobody lands.
        plan.ground = moves.filter { $0.isSurface && !$0.isNegated && (isOurs($0) || isShared($0)) }
        let ground = plan.ground.map(\.place)
        plan.stops.removeAll { stop in
            ground.contains { $0.isSame(as: stop.place) && !isFieldBefore(stop.place, $0) }
                && !stop.mentions.contains { isLanding($0.verb) }
        }
        dropGroundTown(&plan.stops)
        dropBeds(&plan.stops)
        return plan
    }

    /// Said of an aircraft; "expected home, is on his way to Ukraine" is not.
    private func isLanding(_ verb: CueHit?) -> Bool {
        guard let verb else { return false }
        return verb.cue == .stopover || verb.cue == .arrive && reading.word(verb.words.lowerBound) != "expected"
    }

    /// "Flies to Paro … by road to Thimphu": another name in the same state, where the flight ends.
    private func isFieldBefore(_ place: PlaceMention, _ goal: PlaceMention) -> Bool {
        place.kind != .country && goal.kind != .country && place.kind != .region && goal.kind != .region
            && place.name != goal.name && !place.name.contains(goal.name)
            && place.words.upperBound <= goal.words.lowerBound
    }

    /// "Kananaskis", of whose summit the text says that its site is reached by car from where he lands.
    private func dropGroundTown(_ stops: inout [PlannedStop]) {
        guard reading.sentences.contains(where: leadsToSite) else { return }
        let all = stops
        stops.removeAll { stop in
            stop.mentions.allSatisfy { $0.role == .town && [.event, .meeting].contains($0.verb?.cue) }
                && all.contains { other in
                    other.place.state == stop.place.state && other.mentions.contains { $0.role != .town }
                }
        }
    }

    private static let sites: Set<String> = ["tempat", "lokasi", "arena", "site", "venue", "grounds"]

    /// "To the summit venue by car", "perjalanan ke tempat KTT ditempuh dengan mobil".
    private func leadsToSite(_ sentence: SentenceReading) -> Bool {
        guard sentence.has(.surface) else { return false }
        return sentence.words.contains { at in
            guard Self.sites.contains(reading.word(at)) else { return false }
            let near = max(sentence.words.lowerBound, at - 3)..<min(sentence.words.upperBound, at + 4)
            return sentence.has(.to, in: near)
                && (sentence.has(.event, .meeting, in: near) || reading.word(at) == "venue")
        }
    }

    // MARK: Which moves are stops

    private func isOurs(_ move: Move) -> Bool {
        switch move.actor {
        case .unnamed, .pronoun: true
        case .person(let person): subject.map { $0.isSame(as: person) } ?? true
        case .aircraft, .companion, .thing: false
        case .others(let words):
            isNamed(words) || isNamedBeforeOffice(words)
                || reading.sentences[move.sentence].places.contains {
                    words.contains($0.words.lowerBound) && $0.state == subject?.state && $0.state != nil
                }
                || subject?.state.map { state in
                    words.contains {
                        Demonyms.states.hits(reading.tokens, at: $0, before: words.upperBound)?.values.first
                            == state.description
                    }
                } ?? false
        }
    }

    /// "Sugiono akan terbang": part of the subject's name, or a name where the subject has none.
    private func isNamed(_ words: Range<Int>) -> Bool {
        guard words.count > 1, words.allSatisfy({ reading.tokens[$0].isCapital }), let subject else { return false }
        guard let name = subject.written ?? subject.name else { return false }
        let parts = Set(Tokenizer.tokens(of: name).map(\.word))
        return words.contains { parts.contains(reading.word($0)) }
    }

    /// "Robert Golob will travel to Rome for his first visit as Slovenia's prime minister": a name before the words for a subject that has
    /// none, in the same sentence.
    private func isNamedBeforeOffice(_ words: Range<Int>) -> Bool {
        guard let subject, subject.name == nil, subject.written == nil, words.count > 1,
            words.allSatisfy({ reading.tokens[$0].isCapital }), words.upperBound <= subject.words.lowerBound
        else { return false }
        return reading.sentences.contains { sentence in
            sentence.words.contains(words.lowerBound) && sentence.words.contains(subject.words.lowerBound)
        }
    }

    private func isStop(_ move: Move, among moves: [Move]) -> Bool {
        guard !move.isNegated, !move.isOmitted, !move.isSurface, !move.isHistory else { return false }
        switch move.role {
        case .destination, .via: return move.place.kind != .wide || move.place.box.map { $0.north > $0.south } ?? false
        case .origin: return false
        case .town: return isVisited(move, among: moves)
        }
    }

    /// Whether a meeting's place is one that the subject must fly to.
    private func isVisited(_ move: Move, among moves: [Move]) -> Bool {
        guard !move.isPurpose, move.place.kind != .wide else { return false }
        let isNamedBefore = moves.contains {
            $0.sentence == move.sentence && $0.role != .origin && $0.role != .town
                && $0.place.words.lowerBound < move.place.words.lowerBound
        }
        // "Will visit Tanzania before attending the summit in Johannesburg": of another state than what comes first.
        let isNext =
            move.order?.cue == .before
            && !moves.contains {
                $0.sentence == move.sentence && $0.role != .origin && $0.place.words != move.place.words
                    && $0.place.state == move.place.state
            }
        guard !isNamedBefore || move.bound != nil || move.arrival != nil || isNext else { return false }
        let sentence = reading.sentences[move.sentence]
        let isOpen =
            sentence.has(.secrecy, .noComment, .evades, .omission)
            || sentence.words.contains { ["whether", "apakah"].contains(reading.word($0)) }
        guard !isOpen, !isBetweenOthers(sentence) else { return false }
        let isPlanned =
            sentence.has(.scheduled, .planned, .future, .expected, .announced, .possible) || move.bound != nil
            || move.arrival != nil || isHomeward(move)
            || isNext && isAttended(move, sentence)
        // "After the inauguration in Tehran he flies to Amman".
        if move.order?.cue == .after,
            moves.contains(where: { $0.sentence == move.sentence && $0.role == .destination && isOurs($0) })
        {
            return true
        }
        let isTheirs: Bool =
            switch move.actor {
            case .person, .pronoun: true
            default:
                sentence.persons.isEmpty
                    || sentence.persons.contains { person in
                        subject.map { $0.isSame(as: person) } ?? false || person.isPronoun
                    }
            }
        return isPlanned && isTheirs
    }

    /// "Before attending the summit in Johannesburg", "sebelum menghadiri KTT di": somebody goes there for it.
    private func isAttended(_ move: Move, _ sentence: SentenceReading) -> Bool {
        guard let order = move.order, order.words.upperBound < sentence.words.upperBound else { return false }
        return ["attending", "joining", "attends", "menghadiri", "mengikuti", "membuka"]
            .contains(reading.word(order.words.upperBound))
    }

    /// "Talks between Japan and China opened in Geneva": of states of which none is the subject's, where no person is named.
    private func isBetweenOthers(_ sentence: SentenceReading) -> Bool {
        guard sentence.persons.isEmpty, !sentence.has(.pronoun), let home = subject?.state else { return false }
        return sentence.cues(.meeting, .ceremony, .event).contains { hit in
            guard ["between", "antara"].contains(reading.word(hit.words.upperBound)) else { return false }
            let parties = sentence.places.filter {
                $0.words.lowerBound > hit.words.upperBound && $0.words.lowerBound <= hit.words.upperBound + 6
            }
            return parties.count >= 2 && parties.prefix(2).allSatisfy { $0.state != home }
        }
    }

    /// "Returns to Indonesia" of Indonesia's president: home, without an airport's town.
    private func isHome(_ move: Move) -> Bool {
        // A town that only the list of regions has is a town.
        let isWide = move.place.kind == .country || move.place.kind == .region && move.place.airports.count != 1
        guard isWide, let state = subject?.state, state == move.place.state else { return false }
        return move.isReturn || move.place.kind == .country
    }

    // MARK: Gathering

    private func take(_ move: Move, into stops: inout [PlannedStop]) -> Int {
        let isBack =
            move.isReturn
            && (isHomeTown(move.place) || stops.contains { $0.place.isSame(as: move.place) && $0.kind != .return })
        for index in stops.indices
        where stops[index].place.isSame(as: move.place) && (stops[index].kind == .return) == isBack {
            stops[index].mentions.append(move)
            if move.role != .town, isFiner(move.place, than: stops[index].place) { stops[index].place = move.place }
            if stops[index].kind == .destination, move.isStopover { stops[index].kind = .transit }
            return index
        }
        var stop = PlannedStop(
            place: move.place,
            kind: isBack || move.isReturn ? .return : .destination,
            mentions: [move]
        )
        if move.isDayTrip {
            stop.kind = .dayTrip
            stop.roundTripFrom = stops.last?.place.name
        } else if move.role == .via || move.isStopover {
            stop.kind = .transit
        }
        stops.append(stop)
        return stops.count - 1
    }

    private func isHomeTown(_ place: PlaceMention) -> Bool {
        place.state != nil && place.state == subject?.state && place.kind != .country
    }

    private func isFiner(_ one: PlaceMention, than other: PlaceMention) -> Bool {
        func rank(_ kind: PlaceMention.Kind) -> Int {
            switch kind {
            case .airport: 4
            case .city: 3
            case .region: 2
            case .country: 1
            default: 0
            }
        }
        return rank(one.kind) > rank(other.kind)
    }

    // MARK: Order

    /// Rules that the words give for a new naming of a stop.
    private func order(
        of index: Int,
        _ move: Move,
        among moves: [Move],
        in stops: [PlannedStop]
    ) -> [(before: Int, after: Int)] {
        var rules: [(before: Int, after: Int)] = []
        func stop(of other: Move) -> Int? {
            stops.firstIndex {
                $0.mentions.contains { $0.sentence == other.sentence && $0.place.words == other.place.words }
            }
        }
        let earlier = moves.filter {
            $0.sentence == move.sentence && $0.place.words.upperBound <= move.place.words.lowerBound
                && $0.role != .origin && !$0.isNegated
        }
        // The words of order of the place before reach over what is listed behind them.
        if let order = move.order ?? (move.isListed ? earlier.last?.order : nil) {
            let before = earlier.filter { $0.place.words.upperBound <= order.words.lowerBound }
            switch order.cue {
            // "Majuro, Funafuti and, after a night in Guam, Koror": it goes before what follows.
            case .after where isEnclosed(order): break
            case .after, .afterFirst:
                // "For Tuvalu and Palau after first stopping in Hawaii": before all that are listed together.
                let row = before.lastIndex { !$0.isListed } ?? before.startIndex
                if let first = before[row...].first.flatMap(stop) { rules.append((before: index, after: first)) }
            default:
                if let last = before.last.flatMap(stop) { rules.append((before: last, after: index)) }
            }
        }
        // "Before going to B he calls at A": what follows the words of "before" comes first.
        for other in earlier where other.order?.cue == .before && move.order == nil {
            guard let start = other.order?.words.lowerBound,
                !earlier.contains(where: { $0.place.words.upperBound <= start })
            else { continue }
            if let later = stop(of: other), later != index { rules.append((before: index, after: later)) }
        }
        // A stop for fuel is on the way to where the text has brought the journey.
        let isFuel = (isForFuel(move) || isUnderWay(move)) && !isHomeward(move)
        let isOutward = begins(move.sentence, with: Self.outward)
        let isEarlier = isOutward || begins(move.sentence, with: Self.earlier) || isFirst(move)
        if isFuel || isEarlier, earlier.isEmpty, isEarlier || move.order == nil, move.arrival == nil, index > 0,
            stops[index].mentions.count == 1
        {
            rules.append((before: index, after: isOutward ? 0 : index - 1))
        }
        if isAside(move), let goal = earlier.last.flatMap(stop) { rules.append((before: index, after: goal)) }
        let (behind, before) = bounds(of: move)
        for (number, stop) in stops.enumerated() where number != index {
            if let behind, stop.place.isSame(as: behind) {
                rules.append((before: number, after: index))
                // "In Guam after Tuvalu": before what was told behind Tuvalu.
                if before == nil, number + 1 < index { rules.append((before: index, after: number + 1)) }
            }
            if let before, stop.place.isSame(as: before) { rules.append((before: index, after: number)) }
        }
        if move.role == .via, let goal = earlier.last.flatMap(stop), earlier.last?.role != .via {
            rules.append((before: index, after: goal))
        }
        return rules
    }

    /// "Ia lebih dulu singgah di Kyzyl", "he first calls at Sal": before the goal that was named last.
    private func isFirst(_ move: Move) -> Bool {
        let sentence = reading.sentences[move.sentence]
        return sentence.cues(
            .first,
            in: sentence.words.lowerBound..<max(sentence.words.lowerBound, move.place.words.lowerBound)
        )
        .contains { hit in
            let word = reading.word(hit.words.lowerBound)
            let next = sentence.cues(at: hit.words.upperBound)
            return ["lebih", "terlebih"].contains(word)
                || word == "first" && hit.words.count == 1 && next.contains { $0.isMove && $0 != .trip }
                    && sentence.cues(at: hit.words.lowerBound - 1).contains { $0 == .pronoun || $0 == .future }
        }
    }

    private func isEnclosed(_ order: CueHit) -> Bool {
        reading.word(order.words.lowerBound - 1) == ","
            && ["and", "dan", "lalu", "then", "kemudian"].contains(reading.word(order.words.lowerBound - 2))
    }

    /// "On the way out he lands at …": before the first goal.
    private static let outward = [
        ["on", "the", "way", "out"], ["on", "the", "outbound"], ["on", "the", "outward"], ["outbound"],
        ["on", "the", "journey", "out"], ["on", "the", "flight", "out"], ["on", "his", "way", "out"],
        ["on", "her", "way", "out"], ["dalam", "perjalanan", "berangkat"], ["di", "perjalanan", "berangkat"],
        ["saat", "berangkat"], ["waktu", "berangkat"], ["dalam", "penerbangan", "berangkat"],
    ]

    /// "Before that he calls at …": before the goal that was named last.
    private static let earlier = [
        ["sebelumnya"], ["earlier"], ["beforehand"], ["before", "that"], ["before", "then"],
        ["on", "the", "way", "there"],
        ["on", "his", "way", "there"], ["on", "her", "way", "there"], ["sebelum", "itu"],
        ["dalam", "perjalanan", "ke", "sana"], ["di", "tengah", "perjalanan"], ["en", "route"],
    ]

    private func begins(_ sentence: Int, with phrases: [[String]]) -> Bool {
        let first = reading.sentences[sentence].words.lowerBound
        return phrases.contains { phrase in phrase.indices.allSatisfy { reading.word(first + $0) == phrase[$0] } }
    }

    private func sort(_ plan: inout Plan, by rules: [(before: Int, after: Int)]) {
        var order = Array(plan.stops.indices)
        let rules = rules.filter { $0.before != $0.after }
        // Each rule moves the one that must come first to just before the other; twice over for chains.
        for _ in 0..<2 {
            for rule in rules {
                guard let one = order.firstIndex(of: rule.before), let other = order.firstIndex(of: rule.after),
                    one > other
                else { continue }
                let moved = order.remove(at: one)
                order.insert(moved, at: other)
            }
        }
        // A way back comes last, unless the words put something behind it.
        plan.stops = order.map { plan.stops[$0] }
    }

    /// A region says nothing more once a stop lies in it.
    private func dropWide(_ stops: inout [PlannedStop]) {
        let all = stops
        stops.removeAll { stop in
            guard stop.place.kind == .wide, let box = stop.place.box, !stop.mentions.contains(where: \.isUnnamed) else {
                return false
            }
            return all.contains { other in
                guard let centre = other.place.centre else { return false }
                // A region over the date line lies east of its western edge or west of its eastern one.
                let isWithin =
                    box.west <= box.east
                    ? (box.west...box.east).contains(centre.longitude)
                    : centre.longitude >= box.west || centre.longitude <= box.east
                return (box.south...box.north).contains(centre.latitude) && isWithin
            }
        }
        // A part of a state that has no airports of its own, beside a stop in that state.
        stops.removeAll { stop in
            stop.place.kind == .region && stop.place.airports.isEmpty
                && all.contains { $0.place.state == stop.place.state && !$0.place.airports.isEmpty }
        }
    }
}
