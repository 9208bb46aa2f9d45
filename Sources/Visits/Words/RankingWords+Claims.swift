import Aero

/// What was heard beside what was said.
extension RankingWords {
    public func sentence(_ verdict: HeardVerdict) -> DossierSentence {
        let phrase: DossierPhrase =
            switch verdict.outcome {
            case .supported: .heardSupports
            case .contradicted: .heardContradicts
            case .notTestable: .heardOpen
            }
        let heard = verdict.aircraft.map { address in
            verdict.observations.map { DossierSentence.Rest.observation(address, $0) }
        }
        let (what, basis) = reason(verdict)
        let rests = words.rests(ofClaims: [verdict.claim]) + (heard ?? []) + basis.map { .assumption($0) }
        return words.sentence(phrase, ["what": what], rests: Self.once(rests + [.assumption(.aircraftOnly)]))
    }

    private func reason(_ verdict: HeardVerdict) -> (DossierText, [DossierAssumption]) {
        let aircraft = verdict.aircraft.map(label) ?? DossierText("?")
        switch verdict.reason {
        case .heard(let seen, let hours):
            let what = heard(seen, aircraft)
            guard let hours else { return (what, []) }
            let values = ["what": what, "duration": WordForms.duration(hours: min(1e6, abs(hours)))]
            let phrase: DossierPhrase =
                abs(hours) < 1.0 / 60 ? .withinTime : hours > 0 ? .afterTime : .beforeTime
            return (phrase.filled(values), hours > 0 ? [.announcedTimes] : [])
        case .reversed(let seen): return (DossierPhrase.wrongWayRound.filled(["what": heard(seen, aircraft)]), [])
        case .cameBefore(let seen): return (DossierPhrase.leftUnheard.filled(["what": heard(seen, aircraft)]), [])
        case .leg(let seen, let leg): return (self.leg(heard(seen, aircraft), leg), [.legTimes, .greatCircles])
        case .outOfReach(let stop, let need):
            let values = ["aircraft": aircraft, "what": unreachable(name(ofStop: stop), need)]
            return (DossierPhrase.ofAircraft.filled(values), [.reach, .greatCircles])
        case .unheard(let fit):
            let values = [
                "aircraft": aircraft,
                "airport": words.airport(fit.airport),
                "earliest": WordForms.time(fit.earliest),
                "latest": WordForms.time(fit.latest),
            ]
            return (DossierPhrase.unheardThere.filled(values), [.reach, .silentTransponders])
        case .noStop: return (DossierPhrase.noComparedStop.filled(), [])
        case .nobody: return (DossierPhrase.noConsistentAircraft.filled(), [.heardOnly])
        case .noJourney: return (DossierPhrase.noJourney.filled(), [])
        }
    }

    private func heard(_ seen: StopEvidence.Seen, _ aircraft: DossierText) -> DossierText {
        let phrase: DossierPhrase = seen.isPositionless ? .wasLow : seen.isDeparture ? .climbedOut : .cameDown
        return phrase.filled([
            "aircraft": aircraft,
            "airport": words.airport(seen.airport),
            "time": WordForms.time(seen.time),
            "distance": WordForms.roughKilometres(seen.distance),
        ])
    }

    private func leg(_ what: DossierText, _ reason: ClaimVerdict.Reason) -> DossierText {
        guard let (phrase, values) = DossierWords.heardLeg(reason) else {
            return DossierPhrase.wrongWayRound.filled(["what": what])
        }
        return phrase.filled(values.merging(["what": what]) { one, _ in one })
    }
}
