import Aero

/// The reason of each term, without how much it counts.
extension RankingWords {
    typealias Reason = (words: DossierText, rests: [DossierSentence.Rest])

    func reason(_ row: RankingRow, of candidate: Candidate) -> Reason {
        let heard = row.observations.map { DossierSentence.Rest.observation(candidate.address, $0) }
        var reason = reason(row, candidate)
        reason.rests = Self.once(heard + reason.rests)
        return reason
    }

    private func reason(_ row: RankingRow, _ candidate: Candidate) -> Reason {
        switch row.term {
        case .prior(let role, _, let count): return prior(role, count, candidate)
        case .seenAtStop(let stop, let seen):
            return (self.seen(seen), rests(ofStop: stop) + [.assumption(.announcedTimes)] + rates(of: seen))
        case .stopInSilence(let stop, let fit):
            let rests = rests(ofStop: stop) + [.assumption(.reach), .assumption(.silentTransponders)]
            return (silence(fit, row.observations), rests + [.assumption(.heardOnly)])
        case .unreachable(let stop, let need):
            return (
                unreachable(name(ofStop: stop), need),
                rests(ofStop: stop) + [.assumption(.reach), .assumption(.greatCircles)]
            )
        case .order(let isKept):
            let phrase: DossierPhrase = isKept ? .orderKept : .orderStrained
            return (phrase.filled(), [.assumption(.legTimes), .assumption(.greatCircles)])
        case .onRoute(let stop): return onRoute(stop, row.observations.first)
        case .origin, .notFromHome, .routeSilence: return way(row.term)
        case .companions, .relay, .sister: return company(row.term, candidate)
        case .mayAccompany:
            let phrase: DossierPhrase = row.weight > 0 ? .accompaniesMore : .accompaniesLess
            let degree = WordForms.degree(row.weight, isYoung: isYoung)
            return (
                phrase.filled(["degree": degree]),
                listed(candidate.address) + [.assumption(.companions), .assumption(.rolePriors)]
            )
        case .claim(let place): return claim(place, row.weight)
        }
    }

    private func prior(_ role: AircraftRole, _ count: Int, _ candidate: Candidate) -> Reason {
        let sources = lists[candidate.address] ?? []
        let values = [
            "role": DossierWords.name(role),
            "count": WordForms.count(count),
            "sources": WordForms.list(sources.map { DossierText($0) }),
        ]
        let phrase: DossierPhrase = sources.isEmpty ? .priorAssumed : .priorListed
        return (phrase.filled(values), listed(candidate.address) + [.assumption(.roles), .assumption(.rolePriors)])
    }

    /// A rate that nobody learned is not told.
    private func seen(_ seen: StopEvidence.Seen) -> DossierText {
        let heard: DossierPhrase =
            seen.isPositionless ? .landingInDisc : seen.isDeparture ? .departureSeen : .landingSeen
        let reason = heard.filled([
            "airport": words.airport(seen.airport),
            "time": WordForms.time(seen.time),
            "distance": WordForms.roughKilometres(seen.distance),
        ])
        guard !isYoung else { return reason }
        let phrase: DossierPhrase = seen.isOnward ? .comesOn : .comesThere
        return phrase.filled(["reason": reason, "often": WordForms.often(perHour: seen.perHour)])
    }

    /// How often those at the stop before come on is assumed where few of them were heard.
    private func rates(of seen: StopEvidence.Seen) -> [DossierSentence.Rest] {
        if isYoung { return [.assumption(.usualRates)] }
        return seen.isOnward ? [.assumption(.archiveRates), .assumption(.usualRates)] : [.assumption(.archiveRates)]
    }

    private func silence(_ fit: StopEvidence.Fit, _ observations: [Timestamp]) -> DossierText {
        let before = observations.first { $0 <= fit.earliest }
        let after = observations.last { $0 >= fit.latest }
        // What was kept of nobody is no silence of this one.
        let begin = before == nil ? unkept.first { $0.lowerBound <= fit.earliest }?.upperBound : nil
        var values = [
            "airport": words.airport(fit.airport),
            "earliest": WordForms.time(fit.earliest),
            "latest": WordForms.time(fit.latest),
        ]
        values["before"] = before.map { WordForms.time($0) }
        values["after"] = after.map { WordForms.time($0) }
        values["kept"] = begin.map { WordForms.time($0) }
        guard !fit.isAhead else { return DossierPhrase.silenceAhead.filled(values) }
        var reason = Self.silence(before, after, kept: begin).filled(values)
        let within = unkept.first {
            $0.lowerBound < after ?? fit.latest && $0.upperBound > before ?? fit.earliest && $0.upperBound != begin
        }
        if let within {
            let span = ["from": WordForms.time(within.lowerBound), "to": WordForms.time(within.upperBound)]
            reason = DossierPhrase.unkeptWithin.filled(span.merging(["reason": reason]) { one, _ in one })
        }
        guard let off = fit.courseOff else { return reason }
        let degrees = WordForms.count(Int((min(180, max(0, off.rawValue)) / 5).rounded()) * 5)
        return DossierPhrase.course.filled(["reason": reason, "degrees": degrees])
    }

    /// - Parameter kept: when what is kept begins, for a silence that was there before.
    private static func silence(_ before: Timestamp?, _ after: Timestamp?, kept: Timestamp?) -> DossierPhrase {
        if let kept {
            guard let after else { return .unkeptThenNothing }
            return after.seconds(since: kept) > 600 ? .unkeptThenSilence : .unkeptBefore
        }
        return switch (before, after) {
        case (.some, .some): .silenceBetween
        case (.some, nil): .silenceAfter
        case (nil, .some): .silenceBefore
        case (nil, nil): .silenceAround
        }
    }

    func unreachable(_ stop: DossierText, _ need: StopEvidence.Need?) -> DossierText {
        guard let need else { return DossierPhrase.elsewhere.filled(["stop": stop]) }
        var values = [
            "stop": stop,
            "distance": WordForms.kilometres(need.distance),
            "duration": WordForms.duration(hours: need.seconds / 3_600),
        ]
        guard let speed = need.speed else { return DossierPhrase.noTime.filled(values) }
        values["speed"] = WordForms.speed(speed)
        return DossierPhrase.tooFar.filled(values)
    }

    private func way(_ term: RankingTerm) -> Reason {
        switch term {
        case .origin(let airport, let heard?, _):
            let values = ["airport": words.airport(airport), "time": WordForms.time(heard)]
            return (DossierPhrase.leftHome.filled(values), [.assumption(.homeBase), .assumption(.legTimes)])
        case .origin(let airport, nil, let probability):
            let phrase: DossierPhrase = probability > 0 ? .notHeardLeaving : .leavingUnknown
            let values = [
                "airport": words.airport(airport), "share": DossierPhrase.share(probability).filled(),
            ]
            return (phrase.filled(values), [.assumption(.homeBase), .assumption(.archiveRates)])
        case .notFromHome(let airport):
            return (
                DossierPhrase.notFromHome.filled(["airport": words.airport(airport)]),
                [.assumption(.homeBase), .assumption(.reach)]
            )
        case .routeSilence(let stop, let covered):
            let values = ["stop": name(ofStop: stop), "share": DossierPhrase.share(covered).filled()]
            let rests: [DossierSentence.Rest] = [.assumption(.archiveRates), .assumption(.silentTransponders)]
            return (DossierPhrase.routeSilence.filled(values), rests)
        default: return (DossierPhrase.evenly.filled(), [.assumption(.heardOnly)])
        }
    }

    private func onRoute(_ stop: Int, _ time: Timestamp?) -> Reason {
        var values = ["stop": name(ofStop: stop)]
        values["time"] = time.map { WordForms.time($0) }
        let phrase: DossierPhrase = time == nil ? .onRouteSometime : .onRoute
        return (phrase.filled(values), [.assumption(.greatCircles), .assumption(.legTimes)])
    }

    private func company(_ term: RankingTerm, _ candidate: Candidate) -> Reason {
        switch term {
        case .sister(.neighbour, let other):
            let rests = listed(other) + [.assumption(.sisters)]
            return (DossierPhrase.neighbour.filled(["aircraft": label(other)]), rests)
        case .sister(.oneBit, let other):
            return (DossierPhrase.oneBit.filled(["aircraft": label(other)]), [.assumption(.oneBit)])
        case .relay(let others):
            let aircraft = WordForms.list(others.prefix(8).map(label))
            let rests = listed(candidate.address) + [.assumption(.companions)]
            return (DossierPhrase.byTurns.filled(["aircraft": aircraft]), rests)
        case .companions(let others):
            let aircraft = WordForms.list(others.prefix(8).map(label))
            let rests = listed(candidate.address) + [.assumption(.companions)]
            return (DossierPhrase.companions.filled(["aircraft": aircraft]), rests)
        default: return (DossierPhrase.evenly.filled(), [.assumption(.heardOnly)])
        }
    }

    private func claim(_ place: Int, _ weight: Double) -> Reason {
        let phrase: DossierPhrase = weight >= 0 ? .claimFits : .claimDiffers
        guard claims.indices.contains(place), let claim = words.claim(claims[place]) else {
            let values = [
                "speaker": DossierPhrase.nobodyNamed.filled(), "certainty": DossierWords.name(Certainty.reported),
            ]
            return (phrase.filled(values), [.assumption(.enteredByHand)])
        }
        let values = [
            "speaker": DossierWords.speaker(claim.speaker), "certainty": DossierWords.name(claim.certainty),
        ]
        return (phrase.filled(values), [.claim(claim.id), .assumption(.claimCertainty)])
    }
}
