import Aero

extension Drafter {
    /// A stop of words that a person marked: its airports from the list of places, no window, no guess.
    ///
    /// - Returns: a stop without airports if no place has these words as its name.
    /// - Throws: `VisitChangeError.badSpan` if the words lie outside the text or are none.
    public func stop(
        marking span: TextSpan,
        in text: String,
        kind: ItineraryStop.Kind = .destination
    ) throws(VisitChangeError) -> ItineraryStop {
        guard span.count > 0, span.count <= 400, let words = span.words(of: text) else { throw .badSpan(span) }
        let choice = AirportChoice(places: places)
        let airports: [StopAirport] =
            switch places.places(named: words, limit: 1).first?.place {
            case .country(let country): choice.airports(of: country)
            case .city(let city): choice.airports(of: city)
            case .airport(let airport): choice.airport(airport)
            case nil: places.airport(code: words.uppercased()).map(choice.airport) ?? []
            }
        return ItineraryStop(kind: kind, name: words, airports: airports, arrival: ArrivalWindow())
    }

    /// A claim of words that a person marked, in any language.
    ///
    /// - Throws: `VisitChangeError.badSpan` if the words lie outside the text or are none.
    public func claim(
        _ kind: ClaimKind,
        marking span: TextSpan,
        in text: String,
        report: Int,
        certainty: Certainty = .asserted,
        time: ArrivalWindow? = nil
    ) throws(VisitChangeError) -> Claim {
        guard span.count > 0, span.words(of: text) != nil else { throw .badSpan(span) }
        var claim = Claim(id: 0, kind: kind, report: report, spans: [span], speaker: nil, certainty: certainty)
        claim.time = time
        return claim
    }
}
