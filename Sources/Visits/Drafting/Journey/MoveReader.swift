/// Reads all moves of a text, sentence by sentence, with their actors and times.
struct MoveReader {
    let reading: TextReading

    struct Result: Sendable {
        var moves: [Move] = []
        var loose: [(sentence: Int, time: TimeUse.Loose)] = []
    }

    func moves() -> Result {
        var result = Result()
        for index in reading.sentences.indices {
            let sentence = reading.sentences[index]
            if isHead(sentence) { continue }
            var moves = self.moves(of: index)
            let loose = TimeUse(reading: reading, sentence: sentence).assign(to: &moves)
            shareDay(in: &moves)
            result.moves += moves
            result.loose += loose.map { (index, $0) }
        }
        return result
    }

    /// "JAKARTA, 26 Juni 2022 –", "PARIS (AFP)": where and when a text was written.
    private func isHead(_ sentence: SentenceReading) -> Bool {
        sentence.words.count <= 9 && !sentence.cues.contains { $0.cue.isMove } && sentence.places.count <= 1
            && sentence.persons.isEmpty && !sentence.has(.pronoun)
            && sentence.times.contains { $0.day != nil }
    }

    private func moves(of index: Int) -> [Move] {
        let sentence = reading.sentences[index]
        let finder = RoleFinder(reading: reading, sentence: sentence)
        let actors = ActorFinder(reading: reading, sentence: sentence)
        let past = PastFinder(reading: reading, sentence: sentence)
        let isBygone = !sentence.places.isEmpty && past.isBygone
        let over = sentence.places.isEmpty ? [] : past.over
        var moves: [Move] = []
        let named = zip(sentence.places, finder.roles()).compactMap { place, finding in finding.map { (place, $0) } }
        let standIns = finder.standIns(after: index > 0 ? reading.sentences[index - 1] : nil)
        let all = standIns.isEmpty ? named : (named + standIns).sorted { $0.0.words.lowerBound < $1.0.words.lowerBound }
        for (place, finding) in all {
            let verb = finding.verb?.words.lowerBound ?? finding.start
            var move = Move(
                sentence: index,
                place: place,
                role: finding.role,
                verb: finding.verb,
                actor: actors.actor(before: verb)
            )
            if case .unnamed = move.actor, actors.isOfThing(verb) { move.actor = .thing }
            if let arrival = finder.awaited(at: place), arrival.words == finding.verb?.words,
                let person = finder.awaitedPerson(behind: arrival)
            {
                move.actor = .person(person)
            }
            if finding.isListed, let last = moves.last {
                move.actor = last.actor
                move.isPurpose = last.isPurpose
            }
            move.isNegated = finding.isNegated
            move.isSurface = finding.isSurface
            move.isListed = finding.isListed
            let isNext =
                finding.verb.map { verb in
                    !sentence.places.contains {
                        $0.words.lowerBound >= verb.words.upperBound && $0.words.upperBound <= place.words.lowerBound
                    }
                } ?? false
            move.isReturn = isNext && finding.verb?.cue == .goBack
            move.isDayTrip = isNext && finding.verb?.cue == .dayTrip
            move.isStopover = isNext && finding.verb?.cue == .stopover
            move.isUnnamed = isUnnamed(place)
            move.isOmitted = isOmitted(place, sentence, finder)
            move.isHistory =
                isBygone || past.isLong(place, over) || isHistory(place, sentence, finder) || isStayed(finding)
                || isDone(finding)
            if finding.role == .town, isDriven(to: place, verb, sentence, finder) { move.isSurface = true }
            if finding.role == .town { move.isPurpose = move.isPurpose || isPurpose(verb, sentence, finder) }
            move.order = finding.isListed ? nil : order(place, sentence)
            moves.append(move)
        }
        return moves
    }

    /// "Another Gulf state", "satu negara Teluk lain".
    private func isUnnamed(_ place: PlaceMention) -> Bool {
        guard place.kind == .wide else { return false }
        let (before, behind) = (reading.word(place.words.lowerBound - 1), reading.word(place.words.upperBound))
        return ["state", "country", "nation", "capital"].contains(behind)
            && ["another", "second", "third", "unnamed", "one", "other", "further"].contains(before)
            || ["negara", "negeri"].contains(before) && ["lain", "lainnya", "kedua", "ketiga"].contains(behind)
    }

    private func isOmitted(_ place: PlaceMention, _ sentence: SentenceReading, _ finder: RoleFinder) -> Bool {
        let start = finder.clauseStart(place.words.lowerBound)
        let end =
            sentence.cues.first { $0.cue == .turn && $0.words.lowerBound >= place.words.upperBound }?.words.lowerBound
            ?? sentence.words.upperBound
        return sentence.has(.omission, in: start..<end)
    }

    private func isHistory(_ place: PlaceMention, _ sentence: SentenceReading, _ finder: RoleFinder) -> Bool {
        let start = finder.clauseStart(place.words.lowerBound)
        if (start..<max(start, place.words.lowerBound)).contains(where: { at in
            // "In March the aircraft broke down in Port Moresby", "cut short a visit to Miami", up to the next place.
            let isOver =
                Self.ended.contains(reading.word(at)) || reading.word(at) == "broke" && reading.word(at + 1) == "down"
                || reading.word(at) == "cut" && reading.word(at + 1) == "short"
                || ["broke", "breaks"].contains(reading.word(at)) && reading.word(at + 1) == "off"
            return isOver && !(at..<place.words.lowerBound).contains { sentence.placeMention(at: $0) != nil }
        }) {
            return true
        }
        if isSince(place, start, sentence) || isDaysAfter(place, sentence) { return true }
        for hit in sentence.cues where hit.cue == .history && hit.words.lowerBound >= start {
            let words = hit.words.map { reading.word($0) }
            // "The first in 24 years" is said of the visit to come.
            if words.contains(where: { $0.hasPrefix("pertama") || $0.hasPrefix("perdana") })
                || words.contains("first") || words.contains("rarely")
            {
                continue
            }
            // "KTT yang baru saja berakhir di Roma, presiden terbang ke": up to the comma.
            let isJustOver =
                words.contains("baru")
                && (hit.words.upperBound..<max(hit.words.upperBound, place.words.lowerBound)).contains {
                    reading.word($0) == ","
                }
            if isJustOver { continue }
            if hit.words.upperBound <= place.words.lowerBound { return true }
            let between = place.words.upperBound..<max(place.words.upperBound, hit.words.lowerBound)
            // "On a jet that was in Rome last week": of something else.
            let isParted = between.contains { [",", "yang", "that", "which", "who"].contains(reading.word($0)) }
            if between.count <= 8, !isParted { return true }
        }
        return false
    }

    /// "The first to visit Vietnam since a trip to Seoul", "sejak lawatan ke Roma": what it is counted from.
    private func isSince(_ place: PlaceMention, _ start: Int, _ sentence: SentenceReading) -> Bool {
        let near = max(start, place.words.lowerBound - 8)..<max(start, place.words.lowerBound)
        guard let since = near.last(where: { ["since", "sejak"].contains(reading.word($0)) }) else { return false }
        // "For the first time since the pandemic to Rome" counts from something else.
        guard sentence.has(.trip, in: since..<place.words.lowerBound) else { return false }
        return !(since..<place.words.lowerBound).contains { at in
            if [",", ";", "and", "dan"].contains(reading.word(at)) { return true }
            return sentence.cues(at: at).contains { $0.isMove && $0 != .trip || $0 == .future || $0 == .scheduled }
        }
    }

    /// "Spent the weekend in Tokyo", "stayed in Rome".
    private func isStayed(_ finding: RoleFinder.Finding) -> Bool {
        guard let verb = finding.verb else { return false }
        // "Pesawatnya sempat mengisi bahan bakar di Riyadh".
        if reading.word(verb.words.lowerBound - 1) == "sempat", reading.word(verb.words.lowerBound - 2) != "tidak" {
            return true
        }
        guard verb.cue == .spend else { return false }
        return ["spent", "stayed", "slept", "overnighted"].contains(reading.word(verb.words.lowerBound))
    }

    /// "Pekan ini Raja sudah berkunjung ke Tokyo", "he has already visited Cairo".
    private func isDone(_ finding: RoleFinder.Finding) -> Bool {
        // "Telah menemui raja di London".
        guard let verb = finding.verb,
            [.visit, .meeting].contains(verb.cue) || Self.calling.contains(reading.word(verb.words.lowerBound))
        else { return false }
        var at = verb.words.lowerBound - 1
        while Self.lately.contains(reading.word(at)) { at -= 1 }
        return ["has", "have", "had", "sudah", "telah", "pernah"].contains(reading.word(at))
    }

    private static let calling: Set<String> = ["berkunjung", "melawat", "bertandang", "singgah", "mampir", "bertamu"]
    private static let lately: Set<String> = ["already", "just", "also", "recently", "juga", "lebih", "dulu", "dahulu"]

    /// "Three days after a visit to Kyiv", "tiga hari setelah ke Kyiv": what it is counted from has been.
    private func isDaysAfter(_ place: PlaceMention, _ sentence: SentenceReading) -> Bool {
        guard let hit = order(place, sentence), hit.cue == .after || hit.cue == .afterFirst,
            !sentence.has(.future, .scheduled, .planned, .expected)
        else { return false }
        // "The week after he travels to" is a time.
        return Self.lengths.contains(reading.word(hit.words.lowerBound - 1))
            && reading.word(hit.words.lowerBound - 2) != "the"
    }

    private static let lengths: Set<String> = [
        "days", "day", "week", "weeks", "month", "months", "year", "years", "fortnight", "hari", "pekan", "minggu",
        "bulan",
        "tahun", "sehari", "sepekan", "sebulan", "setahun", "seminggu",
    ]

    /// A visit that is over: "ended a pilgrimage in".
    private static let ended: Set<String> = [
        "ended", "concluded", "wrapped", "mengakhiri", "merampungkan", "mempersingkat", "mempercepat",
    ]

    private func isPurpose(_ verb: Int, _ sentence: SentenceReading, _ finder: RoleFinder) -> Bool {
        let start = finder.clauseStart(verb)
        return sentence.cues.contains { hit in
            hit.cue == .purpose && hit.words.lowerBound >= start && hit.words.lowerBound <= verb
                // "To meet him at the White House, then attends the summit in".
                && !sentence.has(.then, in: hit.words.lowerBound..<max(hit.words.lowerBound, verb))
                && sentence.places.contains {
                    $0.words.upperBound <= hit.words.lowerBound && $0.words.lowerBound >= start && !isLeft($0, sentence)
                }
        }
    }

    /// "Melintasi perbatasan dengan iring-iringan mobil untuk meresmikan pasar di Atambua": what the purpose of a drive leads to.
    private func isDriven(
        to place: PlaceMention,
        _ verb: Int,
        _ sentence: SentenceReading,
        _ finder: RoleFinder
    ) -> Bool {
        let start = finder.clauseStart(verb)
        guard
            let purpose = sentence.cues.last(where: {
                // "Driven to the meeting at".
                [.purpose, .to].contains($0.cue) && $0.words.lowerBound >= start
                    && $0.words.upperBound <= place.words.lowerBound
            }),
            let drive = sentence.cues.last(where: {
                $0.cue == .surface && $0.words.lowerBound >= start && $0.words.upperBound <= purpose.words.lowerBound
            })
        else { return false }
        return !(drive.words.upperBound..<purpose.words.lowerBound).contains { at in
            [",", ";", "and", "dan", "lalu"].contains(reading.word(at)) || sentence.placeMention(at: at) != nil
                || sentence.cues(at: at).contains { $0.isMove }
        }
    }

    /// "Meninggalkan Amman untuk menghadiri konferensi di Munich": a place that is left is no goal that the purpose goes with.
    private func isLeft(_ place: PlaceMention, _ sentence: SentenceReading) -> Bool {
        sentence.cues(at: place.words.lowerBound - 1).contains { $0 == .leave || $0 == .from }
    }

    /// The word of order that a place stands behind, with no other place between.
    private func order(_ place: PlaceMention, _ sentence: SentenceReading) -> CueHit? {
        let last = sentence.places.last {
            $0.words.upperBound <= place.words.lowerBound && $0.words.lowerBound >= sentence.words.lowerBound
        }
        let from = last.map(\.words.upperBound) ?? sentence.words.lowerBound
        return sentence.cues.last { hit in
            [.before, .after, .afterFirst].contains(hit.cue) && hit.words.lowerBound >= from
                && hit.words.upperBound <= place.words.lowerBound
                && hit.words.count > 0 && !isClosed(hit, before: place) && !isUnderWay(hit)
        }
    }

    /// "Was on his way to Tel Aviv", "tengah dalam perjalanan ke": who is under way, not what comes first.
    private func isUnderWay(_ hit: CueHit) -> Bool {
        hit.words.count > 1
            && ["is", "was", "are", "were", "be", "already", "tengah", "sedang", "masih"].contains(
                reading.word(hit.words.lowerBound - 1)
            )
    }

    /// "After the talks, he flies to Rome": the comma ends what "after" governs.
    private func isClosed(_ hit: CueHit, before place: PlaceMention) -> Bool {
        (hit.words.upperBound..<max(hit.words.upperBound, place.words.lowerBound)).contains { reading.word($0) == "," }
    }

    /// "On Saturday to Bali, after first calling at Brunei": the day is that of both.
    private func shareDay(in moves: inout [Move]) {
        for index in moves.indices.dropFirst() where moves[index].arrival == nil {
            guard let order = moves[index].order,
                order.cue == .afterFirst || (order.cue == .after && moves[index].verb?.cue == .stopover)
            else { continue }
            var day = moves[index - 1].arrival
            day?.hours = nil
            day?.isExact = false
            if case .range = day?.day { continue }
            moves[index].arrival = day
        }
    }
}
