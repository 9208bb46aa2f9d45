import Aero

extension Drafter {
    /// Drafts a visit from a text.
    ///
    /// - Parameters:
    ///   - text: at most `largestText` bytes; any characters.
    ///   - report: the number that spans and claims get.
    /// - Throws: `DraftError`.
    public func draft(_ text: String, context: DraftContext, report: Int = 0) throws(DraftError) -> Draft {
        var reading = try TextReading(text, places: places)
        let dateline = DatelineFinder(reading: reading, context: context).dateline()
        if dateline.basis != .entered {
            let day = CivilDate(
                utcSeconds: Int(dateline.time.seconds),
                offsetSeconds: dateline.offsetSeconds ?? 0
            )
            reading.year = day.year
        }
        let found = MoveReader(reading: reading).moves()
        let subject = SubjectFinder(reading: reading, moves: found.moves).subject()
        var plan = StopPlanner(reading: reading, subject: subject).plan(found.moves)
        attach(found.loose, to: &plan, reading)
        let home = subject?.state.flatMap { places.country($0) }
        let capital = home?.capital.flatMap { places.city($0) }
        var windows = WindowMaker(
            reading: reading,
            context: context,
            dateline: dateline,
            subjectZone: capital?.timeZone
        )
        var timed = Self.inOrder(&plan, &windows)
        if dateline.basis != .entered { Self.dropBygone(&plan, &timed, at: dateline.time) }
        let bounded = WindowMaker.bounded(Self.withSurface(timed.map(\.window), plan, found.moves, &windows), timed)
        var claims = ClaimReader(reading: reading, subject: subject, moves: found.moves, plan: plan).claims()
        if dateline.basis != .entered {
            for index in claims.indices where claims[index].isLanding {
                guard let start = windows.claimed(claims[index])?.start, start <= dateline.time else { continue }
                claims[index].kind = .arrival
            }
        }
        claims = JourneyTelling.settled(claims)
        var assembly = DraftAssembly(reading: reading, report: report, plan: plan, timed: timed, windows: bounded)
        let stops = assembly.stops()
        var draft = Draft(
            language: reading.language,
            dateline: dateline,
            outlet: outlet(of: reading),
            subject: subject.map { person in
                VisitSubject(
                    name: person.written ?? person.name,
                    role: person.role,
                    state: person.state,
                    span: person.span,
                    assumedHome: home.map { AirportChoice(places: places).airports(of: $0) } ?? []
                )
            },
            stops: stops,
            claims: assembly.claims(claims, resolve: { windows.claimed($0) }),
            openPoints: []
        )
        draft.link()
        draft.openPoints = OpenPointFinder(reading: reading, context: context, plan: plan, timed: timed).points(
            of: draft
        )
        return draft
    }

    /// "PERSPEKTIF.CO.ID -", "JAKARTA, KOMPAS.com –": who wrote it.
    private func outlet(of reading: TextReading) -> String? {
        for sentence in reading.sentences.prefix(6) {
            for at in sentence.words
            where ["–", "-"].contains(reading.word(at)) && at - sentence.words.lowerBound <= 8
                && at > sentence.words.lowerBound
            {
                let head = sentence.words.lowerBound..<at
                if head.contains(where: { ["com", "id", "net", "co"].contains(reading.word($0)) })
                    || sentence.outlets.contains(where: { head.contains($0.lowerBound) })
                {
                    return reading.string(head)
                }
            }
        }
        return nil
    }

    /// Times of sentences without a place belong to the stop that was named last as somewhere to go.
    private func attach(
        _ loose: [(sentence: Int, time: TimeUse.Loose)],
        to plan: inout StopPlanner.Plan,
        _ reading: TextReading
    ) {
        for (sentence, time) in loose {
            let cues = reading.sentences[sentence]
            let isMoving = time.verb.map { $0.cue.isMove || $0.cue == .begins } ?? false
            let isMeeting = time.verb.map { TimeUse.isMeeting($0.cue) } ?? false
            let isThere = isMeeting && cues.has(.there)
            guard isMoving || isThere || (!isMeeting && ((cues.has(.trip) && cues.has(.begins)) || cues.has(.arrive)))
            else { continue }
            guard !cues.has(.ownCrowd, .history, .past),
                !cues.words.contains(where: { cues.cues(at: $0).contains(.seen) })
            else { continue }
            if isElsewhere(cues, time, reading) || time.verb?.cue == .goBack { continue }
            if let seat = SeatVisit(reading: reading, sentence: cues).seat {
                // "Received in the Oval Office at noon": bounds the landing in that state.
                let there = plan.stops.lastIndex { $0.place.state?.description == seat.state && $0.kind != .return }
                if let there, plan.stops[there].bound == nil, !plan.stops[there].mentions.isEmpty {
                    plan.stops[there].mentions[0].bound = time.phrase
                }
                continue
            }
            var best: (stop: Int, move: Int, at: (Int, Int))?
            for (index, stop) in plan.stops.enumerated() where stop.kind != .return {
                for (number, move) in stop.mentions.enumerated()
                where move.sentence < sentence && sentence - move.sentence <= 2 {
                    let at = (move.sentence, -move.place.words.lowerBound)
                    if best.map({ at > $0.at }) ?? true { best = (index, number, at) }
                }
            }
            guard let best else { continue }
            let isDeparture = time.verb.map { [.depart, .leave].contains($0.cue) } ?? false
            if isThere {
                if plan.stops[best.stop].bound == nil { plan.stops[best.stop].mentions[best.move].bound = time.phrase }
            } else if isDeparture {
                if plan.stops[best.stop].departure == nil {
                    plan.stops[best.stop].mentions[best.move].departure = time.phrase
                }
            } else if plan.stops[best.stop].arrival == nil {
                plan.stops[best.stop].mentions[best.move].arrival = time.phrase
            }
        }
    }

    /// "Semula ia dijadwalkan berada di Caen pada Rabu", "he came back from Berlin on Sunday": a time of a place that is no stop, unless
    /// it stands beside somebody who speaks.
    private func isElsewhere(_ sentence: SentenceReading, _ time: TimeUse.Loose, _ reading: TextReading) -> Bool {
        guard let verb = time.verb, verb.cue.isMove, ![.depart, .leave].contains(verb.cue) else { return false }
        return sentence.places.contains { place in
            let before = place.words.lowerBound - 1
            let isBehindVerb =
                place.words.lowerBound >= verb.words.upperBound
                && place.words.upperBound <= time.phrase.words.lowerBound
            return isBehindVerb && ["in", "at", "to", "di", "ke", "from", "dari"].contains(reading.word(before))
                && !sentence.cues(at: before - 1).contains { [.anonymous, .institution, .voice].contains($0) }
        }
    }

    /// Times the stops in the order of the words, then puts those with a day in the order of their days.
    private static func inOrder(_ plan: inout StopPlanner.Plan, _ windows: inout WindowMaker) -> [WindowMaker.Timed] {
        var timed = plan.stops.map { _ in WindowMaker.Timed() }
        let byText = plan.stops.indices.sorted { one, other in
            func place(_ index: Int) -> (Int, Int) {
                plan.stops[index].mentions.first.map { ($0.sentence, $0.place.words.lowerBound) } ?? (0, 0)
            }
            return place(one) < place(other)
        }
        for index in byText { timed[index] = windows.timed(plan.stops[index]) }
        var order: [Int] = []
        for index in plan.stops.indices {
            if let day = timed[index].day,
                let later = order.firstIndex(where: { timed[$0].day.map { $0 > day } ?? false })
            {
                plan.isOrderUnclear = plan.isOrderUnclear || order[later...].contains { timed[$0].day == nil }
                order.insert(index, at: later)
            } else {
                order.append(index)
            }
        }
        plan.stops = order.map { plan.stops[$0] }
        return order.map { timed[$0] }
    }

    /// "In May he visited Tokyo" in a text of the middle of June: what was over a week (ours) before the text is no part of what it
    /// announces, unless it tells of nothing else.
    private static func dropBygone(
        _ plan: inout StopPlanner.Plan,
        _ timed: inout [WindowMaker.Timed],
        at time: Timestamp
    ) {
        var isOver = timed.map { $0.window.end.map { time.seconds(since: $0) > 7 * 86_400 } ?? false }
        guard isOver.contains(true) else { return }
        for index in isOver.indices where !isOver[index] {
            // "He flew to Moscow and Minsk in March": what is listed with such a place alone.
            isOver[index] = plan.stops[index].mentions.allSatisfy { move in
                move.arrival == nil && move.departure == nil
                    && zip(plan.stops, isOver).contains { stop, isOver in
                        isOver
                            && stop.mentions.contains { other in
                                other.sentence == move.sentence
                                    && (move.isListed
                                        || other.isListed
                                            && other.place.words.lowerBound >= move.place.words.upperBound)
                            }
                    }
            }
        }
        guard isOver.contains(true), isOver.contains(false) else { return }
        let kept = isOver.indices.filter { !isOver[$0] }
        plan.stops = kept.map { plan.stops[$0] }
        timed = kept.map { timed[$0] }
    }

    /// A train on a day ends the flight before it by the end of that day.
    private static func withSurface(
        _ windows: [ArrivalWindow],
        _ plan: StopPlanner.Plan,
        _ moves: [Move],
        _ maker: inout WindowMaker
    ) -> [ArrivalWindow] {
        var windows = windows
        for leg in moves where leg.isSurface {
            guard let time = leg.arrival ?? leg.departure, time.day != nil || time.weekday != nil else { continue }
            guard let phrase = leg.arrival ?? leg.departure, let span = maker.span(phrase, leg.sentence) else {
                continue
            }
            let before = plan.stops.lastIndex { stop in
                stop.mentions.contains {
                    ($0.sentence, $0.place.words.lowerBound) < (leg.sentence, leg.place.words.lowerBound)
                }
            }
            guard let before else { continue }
            let zones = [leg.place.zone, plan.stops[before].place.zone]
            let ends = zones.flatMap { maker.readings(span, phrase, zone: $0) }.compactMap(\.end)
            guard let latest = ends.max(), windows[before].end.map({ $0 > latest }) ?? true,
                windows[before].start.map({ $0 < latest }) ?? true
            else { continue }
            windows[before] = ArrivalWindow(
                readings: windows[before].readings,
                earliest: windows[before].earliest,
                latest: latest
            )
        }
        return windows
    }
}

/// Makes the parts of a draft of what was read.
struct DraftAssembly {
    let reading: TextReading
    let report: Int
    let plan: StopPlanner.Plan
    let timed: [WindowMaker.Timed]
    let windows: [ArrivalWindow]

    mutating func stops() -> [DraftedStop] {
        plan.stops.indices.map { index in
            let stop = plan.stops[index]
            var drafted = DraftedStop(
                id: index + 1,
                stop: ItineraryStop(
                    kind: stop.kind,
                    name: stop.place.name,
                    airports: stop.place.airports,
                    arrival: windows[index],
                    dwellHours: dwell(of: stop)
                ),
                country: stop.place.state,
                certainty: certainty(of: stop),
                spans: stop.mentions.map(\.place.span),
                report: report
            )
            drafted.track = stop.track
            drafted.roundTripFrom = stop.roundTripFrom
            drafted.stayUntil = timed[index].stayUntil
            return drafted
        }
    }

    private func certainty(of stop: PlannedStop) -> Certainty {
        guard let move = stop.mentions.max(by: { ($0.arrival == nil ? 0 : 1) < ($1.arrival == nil ? 0 : 1) }) else {
            return .asserted
        }
        let sentence = reading.sentences[move.sentence]
        return CertaintyReader.certainty(
            of: sentence,
            attribution: AttributionFinder(reading: reading, sentence: sentence).attribution()
        )
    }

    /// "Several hours there" is said of the place of the sentence before, and of the one its main clause names.
    private func dwell(of stop: PlannedStop) -> ClosedRange<Double>? {
        for index in reading.sentences.indices {
            let sentence = reading.sentences[index]
            guard sentence.has(.spend), let hours = DwellReader.hours(in: sentence, reading) else { continue }
            let here = plan.stops.first { $0.mentions.contains { $0.sentence == index && $0.order == nil } }
            let before = plan.stops.filter { $0.mentions.contains { $0.sentence == index - 1 } }
            let meant =
                here ?? before.first { $0.mentions.contains { $0.sentence == index - 1 && $0.order == nil } }
                ?? before.first
            if let meant, meant.place.words == stop.place.words { return hours }
        }
        return nil
    }

    mutating func claims(_ drafts: [ClaimDraft], resolve: (ClaimDraft) -> ArrivalWindow?) -> [Claim] {
        ClaimMerger.merged(drafts).enumerated().map { number, draft in
            var claim = Claim(
                id: number + 1,
                kind: draft.kind,
                report: report,
                spans: [reading.span(draft.words)] + draft.again.map { reading.span($0) },
                speaker: draft.speaker,
                certainty: draft.certainty
            )
            claim.polarity = draft.polarity
            claim.time = resolve(draft)
            claim.count = draft.count
            claim.aircraft = draft.aircraft
            claim.other = draft.other
            claim.places = draft.places.map { ClaimedPlace(name: $0.name, span: $0.span, airports: $0.airports) }
            claim.stops = plan.stops.indices.filter { index in
                draft.about.contains { place in plan.stops[index].mentions.contains { $0.place.words == place.words } }
            }.map { $0 + 1 }
            return claim
        }
    }
}
