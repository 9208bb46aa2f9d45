import Aero

extension SentenceClaims {
    /// "He will be received in the Oval Office at noon on Wednesday", "ia dinanti di Istana Malacañang pukul 16.30": a meeting in a seat of
    /// government, at the stop in that state.
    func seatMeeting() -> ClaimDraft? {
        guard !sentence.has(.history), !isNegatedForGood,
            speaker != nil || sentence.has(.scheduled, .future, .planned, .expected, .begins)
                || sentence.cues(.arrive).contains(where: isHosted),
            let seat = SeatVisit(reading: reading, sentence: sentence).seat,
            sentence.cues(.arrive).contains(where: isHosted) || sentence.has(.meeting, .welcome)
                || sentence.has(.ceremony) && sentence.has(.begins),
            let time = sentence.times.first(where: { !TimeUse.isCitation($0, in: sentence, reading) })
        else { return nil }
        var claim = made(.meeting, certainty == .asserted ? .scheduled : certainty, speaker: speaker)
        claim.time = time
        claim.about = plan.stops.filter { $0.place.state.map { $0.description == seat.state } ?? false }.map(\.place)
        return claim
    }

    /// "Not in the capital but in the palace": what is not, before what is.
    private var isNegatedForGood: Bool {
        sentence.cues(.negation, .cancelled).contains { hit in
            !words.contains { ["melainkan", "but", "tetapi"].contains(reading.word($0)) && $0 >= hit.words.upperBound }
        }
    }

    /// "Received", "dinanti": others are there already.
    func isHosted(_ hit: CueHit) -> Bool {
        [
            "received", "welcomed", "greeted", "hosted", "awaited", "expected", "dinanti", "ditunggu", "dinantikan",
            "disambut", "diterima", "dijamu",
        ]
        .contains(
            reading.word(hit.words.lowerBound)
        )
    }

    /// "Setelah dari Malaysia", "coming from Malaysia": where it comes from, when that is not how a departure is told.
    func originClaim() -> ClaimDraft? {
        guard let origin = moves.first(where: { $0.role == .origin && !$0.isNegated && $0.place.kind != .wide }),
            !sentence.has(.depart, .leave, .aircraft) || isComing(origin),
            !plan.stops.contains(where: { $0.place.isSame(as: origin.place) && $0.place.words != origin.place.words })
        else { return nil }
        if case .aircraft = origin.actor { return nil }
        guard isComing(origin) else { return nil }
        var claim = made(.origin, .asserted, origin.place.words, speaker: speaker)
        claim.places = [origin.place]
        return claim
    }

    private func isComing(_ move: Move) -> Bool {
        if isArriving(move) || isFlyingIn(move) { return true }
        let before = max(words.lowerBound, move.place.words.lowerBound - 4)..<move.place.words.lowerBound
        return before.contains {
            [
                "setelah", "sesudah", "usai", "datang", "coming", "arriving", "after", "straight", "langsung", "tiba",
                "arrives", "arrived", "arrive", "comes", "came",
            ]
            .contains(reading.word($0))
        }
    }

    /// "Will arrive in Muscat on Monday from Baghdad": nothing but where and when stands before where from.
    private func isArriving(_ move: Move) -> Bool {
        var at = move.place.words.lowerBound - 1
        guard words.contains(at), sentence.cues(at: at).contains(.from) else { return false }
        at -= 1
        while words.contains(at), move.place.words.lowerBound - at < 16 {
            if sentence.cues(at: at).contains(.arrive) { return !sentence.cues(at: at - 1).contains(.before) }
            guard
                sentence.time(at: at) != nil || sentence.placeMention(at: at) != nil
                    || ["on", "at", "pada", "directly", "direct", "langsung", "internasional"].contains(
                        reading.word(at)
                    )
                    || sentence.cues(at: at).contains(where: { [.at, .to, .airport, .cityWord].contains($0) })
            else { return false }
            at -= 1
        }
        return false
    }

    /// "Ia terbang dari Riyadh, tempat ia berada sejak Minggu", "he is flying in from Riyadh": where from is all that is told.
    private func isFlyingIn(_ move: Move) -> Bool {
        guard moves.allSatisfy({ $0.role == .origin }), !sentence.has(.depart, .leave, .negation, .history) else {
            return false
        }
        let near = max(words.lowerBound, move.place.words.lowerBound - 4)..<move.place.words.lowerBound
        let end = words.first { $0 >= move.place.words.upperBound && reading.word($0) == "," } ?? words.upperBound
        return near.contains {
            ["terbang", "flies", "flying", "flew", "travels", "travelling"].contains(reading.word($0))
        }
            && !sentence.times.contains { $0.words.lowerBound < end }
    }

    /// "From there she flies to Brussels", behind a train or a road: where the flight begins.
    func groundOrigin() -> ClaimDraft? {
        guard let at = words.first(where: isFromThere),
            sentence.cues.contains(where: {
                [.travel, .depart, .goBack].contains($0.cue) && abs($0.words.lowerBound - at) <= 5
            }
            ) || sentence.has(.aircraft)
        else { return nil }
        let before = reading.sentences.indices.contains(index - 1) ? index - 1 : index
        let legs = plan.ground.filter { move in
            move.sentence == index && move.place.words.upperBound <= at || move.sentence == before && before != index
        }
        guard let leg = legs.last else { return nil }
        var claim = made(.origin, certainty, at..<at + 2, speaker: speaker)
        claim.places = [leg.place]
        return claim
    }

    private func isFromThere(_ at: Int) -> Bool {
        reading.word(at) == "from" && reading.word(at + 1) == "there"
            || reading.word(at) == "dari" && ["sana", "situ"].contains(reading.word(at + 1))
    }

    /// "From the airport the motorcade goes to the Peace Palace": a way within a town, not a leg of the journey.
    func isWithinTown(behind hit: CueHit) -> Bool {
        let behind = hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 6)
        guard let to = behind.first(where: { sentence.cues(at: $0).contains(.to) }) else { return false }
        let goal = to + 1..<min(words.upperBound, to + 5)
        // "Dari bandara ia menempuh perjalanan darat ke Taman Nasional Kaziranga": out of town.
        if goal.contains(where: { ["nasional", "national", "reserve", "cagar"].contains(reading.word($0)) }) {
            return false
        }
        return goal.contains { at in
            reading.tokens[at].isCapital && sentence.placeMention(at: at) == nil
                && goal.contains {
                    sentence.cues(at: $0).contains(.venue) || sentence.cues(at: $0).contains(.institution)
                }
        } && sentence.has(.airport)
    }
}
