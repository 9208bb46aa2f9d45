public import Aero

/// What is said of claims, and of what a text leaves open.
extension DossierWords {
    public func sentence(_ verdict: ClaimVerdict) -> DossierSentence {
        let rests = rests(ofClaims: verdict.claims)
        let leg = rests + [.assumption(.legTimes), .assumption(.greatCircles)]
        switch verdict.reason {
        case .usual(let hours, let distance, let typical):
            return sentence(.legUsual, Self.values(hours, distance, typical: typical), rests: leg)
        case .long(let hours, let distance, let typical, let slow):
            return sentence(.legLong, Self.values(hours, distance, typical: typical, slow: slow), rests: leg)
        case .tooFast(let hours, let distance, let fastest, let speed):
            var values = Self.values(hours, distance, fastest: fastest)
            values["speed"] = WordForms.speed(speed)
            return sentence(.legTooFast, values, rests: leg)
        case .mixed(let hours, let distance, let fastest):
            return sentence(.legMixed, Self.values(hours, distance, fastest: fastest), rests: leg)
        case .reversed: return sentence(.legReversed, rests: rests)
        case .noTime: return sentence(.claimWithoutTime, rests: rests)
        case .noPlace: return sentence(.claimWithoutPlace, rests: rests)
        case .alone: return sentence(.claimAlone, rests: rests)
        }
    }

    /// A leg of which one end was heard: the phrase that follows what was heard, and its numbers; `nil` for what is told without any.
    static func heardLeg(_ reason: ClaimVerdict.Reason) -> (DossierPhrase, [String: DossierText])? {
        switch reason {
        case .usual(let hours, let distance, let typical):
            return (.heardLegUsual, values(hours, distance, typical: typical))
        case .long(let hours, let distance, let typical, let slow):
            return (.heardLegLong, values(hours, distance, typical: typical, slow: slow))
        case .tooFast(let hours, let distance, let fastest, let speed):
            let speed = ["speed": WordForms.speed(speed)]
            return (.heardLegTooFast, values(hours, distance, fastest: fastest).merging(speed) { one, _ in one })
        case .mixed(let hours, let distance, let fastest):
            return (.heardLegMixed, values(hours, distance, fastest: fastest))
        case .reversed, .noTime, .noPlace, .alone: return nil
        }
    }

    private static func values(
        _ hours: ClosedRange<Double>,
        _ distance: Metres,
        typical: Double? = nil,
        slow: Double? = nil,
        fastest: Double? = nil
    ) -> [String: DossierText] {
        var values = [
            "duration": WordForms.duration(hours: hours),
            "distance": WordForms.kilometres(distance),
        ]
        values["typical"] = typical.map { WordForms.duration(hours: $0) }
        values["slow"] = slow.map { WordForms.duration(hours: $0) }
        values["fastest"] = fastest.map { WordForms.duration(hours: $0) }
        return values
    }

    /// By when an aircraft leaves one airport to be at another in time, at the fastest.
    public func latestDeparture(
        from: StopAirport,
        to: StopAirport,
        arrival: Timestamp,
        claims: [Int]
    ) -> DossierSentence {
        let departure = LegJudge.latestDeparture(from: from, to: to, arrival: arrival)
        return sentence(
            .latestDeparture,
            [
                "from": airport(from.code),
                "to": airport(to.code),
                "distance": WordForms.kilometres(Geodesy.distance(from.position, to.position)),
                "arrival": WordForms.time(arrival),
                "time": WordForms.time(departure),
            ],
            rests: rests(ofClaims: claims) + [.assumption(.legTimes), .assumption(.greatCircles)]
        )
    }

    /// Two reports whose times for a stop have no moment in common.
    public func disagreement(onStop id: Int) -> DossierSentence {
        let stop = visit.stops.first { $0.id == id }
        let reports = ([stop?.report].compactMap(\.self) + (stop?.mentions.map(\.report) ?? [])).filter { report in
            visit.reports.contains { $0.id == report }
        }
        let rests = reports.isEmpty ? rests(ofStop: id) : reports.map { DossierSentence.Rest.report($0) }
        return sentence(.disagreement, ["stop": name(ofStop: id)], rests: rests)
    }

    public func sentence(_ point: OpenPoint) -> DossierSentence {
        let report = point.stop.flatMap { id in visit.stops.first { $0.id == id }?.report } ?? visit.reports.first?.id
        let isThere = visit.reports.contains { $0.id == report }
        let rests: [DossierSentence.Rest] = isThere ? [.report(report ?? 0)] : []
        let stop = point.stop.map { name(ofStop: $0) } ?? DossierPhrase.someWhere.filled()
        return sentence(.open(point.kind), ["stop": stop], rests: rests + [.assumption(.readingRules)])
    }
}
