import Aero

/// Rules of watching, and what polled sources would be asked.
extension DossierWords {
    /// How far from a stop a rule looks: 150 km.
    public static let nearStopKilometres = 150

    /// What a rule tells.
    public func sentence(_ rule: VisitRule) -> DossierSentence {
        let state = visit.subject?.state.map { DossierText($0.description) } ?? DossierPhrase.anyState.filled()
        var values = ["state": state, "distance": Self.kilometres(Self.nearStopKilometres)]
        if let stop = rule.stop { values["stop"] = name(ofStop: stop) }
        let phrase: DossierPhrase =
            switch rule.kind {
            case .fleet: .watchFleet
            case .sisters: .watchSisters
            case .nearStop: .watchNear
            case .landingAtStop: .watchLanding
            case .silence: .watchSilence
            }
        return sentence(phrase, values, rests: rule.stop.map(rests(ofStop:)) ?? [.assumption(.roles)])
    }

    /// What an alert of a watch is, and what it is not.
    public var alertsNotice: DossierSentence {
        sentence(.alertsNotice, rests: [.assumption(.aircraftOnly), .assumption(.heardOnly)])
    }

    /// What asking tells others.
    public var planNotice: DossierSentence { sentence(.planNotice, rests: [.assumption(.providers)]) }

    /// What stands before the questions for which the running sources leave no room.
    public var planIfPaused: DossierSentence { sentence(.planIfPaused, rests: [.assumption(.providers)]) }

    public var planUnconfigured: DossierSentence { sentence(.planUnconfigured, rests: [.assumption(.providers)]) }

    /// What a plan leaves out.
    public func sentence(_ gap: VisitPlan.Gap) -> DossierSentence {
        switch gap {
        case .noAirport(let stop):
            sentence(.planNoAirport, ["stop": name(ofStop: stop)], rests: rests(ofStop: stop))
        case .beyondCircle(let stop, let provider, let kilometres):
            sentence(
                .planBeyondCircle,
                [
                    "stop": name(ofStop: stop), "provider": DossierText(provider),
                    "distance": Self.kilometres(kilometres),
                ],
                rests: [.assumption(.providers)] + rests(ofStop: stop)
            )
        case .noRoom(let stop):
            sentence(
                .planNoRoom,
                ["stop": name(ofStop: stop)],
                rests: [.assumption(.providers)] + rests(ofStop: stop)
            )
        case .noFleet: sentence(.planNoFleet, rests: [.assumption(.roles)])
        case .ways: sentence(.planWays, rests: [.assumption(.providers)])
        case .moreNames(let provider, let left):
            sentence(
                .planMoreNames,
                ["number": WordForms.count(left), "provider": DossierText(provider)],
                rests: [.assumption(.providers)]
            )
        }
    }

    private static func kilometres(_ number: Int) -> DossierText {
        let count = WordForms.count(number)
        return DossierText(english: count.english + " km", indonesian: count.indonesian + " km")
    }
}
