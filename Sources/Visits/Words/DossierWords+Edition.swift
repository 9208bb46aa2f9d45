import Aero

/// Stops, claims and aircraft in whole sentences, for what is published.
extension DossierWords {
    /// What is announced of a stop, and whether somebody confirmed that it was read so.
    public func announced(_ drafted: DraftedStop) -> DossierSentence {
        let (stop, window) = (drafted.stop, drafted.stop.arrival)
        let airports = stop.airports.prefix(3).map { airport($0.code) }
        var values = [
            "stop": name(stop),
            "airports": airports.isEmpty ? DossierPhrase.noKnownAirport.filled() : WordForms.list(Array(airports)),
        ]
        values["from"] = window.start.map(WordForms.time)
        values["to"] = window.end.map(WordForms.time)
        let phrase: DossierPhrase =
            switch (window.start, window.end) {
            case (_?, _?): .announcedBetween
            case (_?, nil): .announcedFrom
            case (nil, _?): .announcedUntil
            case (nil, nil): .announcedSometime
            }
        let rests = rests(ofStop: drafted.id) + [.assumption(.readingRules)]
        guard drafted.confirmedBy == nil else { return sentence(phrase, values, rests: rests) }
        return sentence(.unconfirmedStop, ["announced": phrase.filled(values)], rests: rests)
    }

    /// Who says what, in the words it stands in, as far as these are quoted to others.
    public func said(_ claim: Claim, _ quotations: VisitQuotations) -> DossierSentence {
        let span = claim.spans.first
        let quote = span.flatMap { quotations.quotation($0, of: claim.report) }?.text
        let isLeftOut = span.map { quotations.leavesOut($0, of: claim.report) } ?? false
        var values = [
            "speaker": Self.speaker(claim.speaker), "kind": Self.name(claim.kind),
            "certainty": Self.name(claim.certainty),
        ]
        values["words"] = quote.map { DossierText($0) }
        let hasReport = visit.reports.contains { $0.id == claim.report }
        return sentence(
            quote != nil ? .saidWithWords : isLeftOut ? .saidWithWordsLeftOut : .saidWithoutWords,
            values,
            rests: hasReport ? [.report(claim.report)] : [.assumption(.enteredByHand)]
        )
    }
}

extension RankingWords {
    /// That an aircraft is consistent with the visit: the head of its reasons.
    public func consistent(_ candidate: Candidate) -> DossierSentence {
        words.sentence(
            .heardAircraft,
            ["aircraft": label(candidate.address)],
            rests: [.assumption(.aircraftOnly), .assumption(.heardOnly)]
        )
    }
}
