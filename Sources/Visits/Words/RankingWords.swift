public import Aero
import Flights

/// Makes the sentences of a ranking; those of an aircraft tell nothing but what was heard of it and what lists say.
public struct RankingWords: Sendable {
    public let words: DossierWords
    let itinerary: [ItineraryStop]
    let stops: [Int?]
    let claims: [Int]
    let labels: [AircraftAddress: String]
    let lists: [AircraftAddress: [String]]
    let isYoung: Bool
    let unkept: [ClosedRange<Timestamp>]

    /// - Parameters:
    ///   - itinerary: what was compared with.
    ///   - stops: numbers of the visit's stops by place in it; `nil` for a beginning that is assumed.
    ///   - claims: numbers of the visit's claims by place in the list that the ranking was given.
    ///   - labels: what aircraft are called; one without is called by its address.
    ///   - lists: by aircraft, the sources that say what it is.
    ///   - isYoung: nothing is said of how likely anything is, and no rate as a number.
    ///   - unkept: times of which nothing is kept of any aircraft.
    public init(
        _ words: DossierWords,
        itinerary: [ItineraryStop],
        stops: [Int?],
        claims: [Int],
        labels: [AircraftAddress: String],
        lists: [AircraftAddress: [String]],
        isYoung: Bool,
        unkept: [ClosedRange<Timestamp>] = []
    ) {
        self.words = words
        self.itinerary = itinerary
        self.stops = stops
        self.claims = claims
        self.labels = labels
        self.lists = lists
        self.isYoung = isYoung
        self.unkept = unkept
    }

    public var notice: DossierSentence {
        words.sentence(.notice, rests: [.assumption(.aircraftOnly), .assumption(.heardOnly)])
    }

    /// A row of a candidate: the reason, then how much it counts.
    public func sentence(_ row: RankingRow, of candidate: Candidate) -> DossierSentence {
        let (reason, rests) = reason(row, of: candidate)
        guard Self.isWeighed(row.term) else {
            return words.sentence(.unweighed, ["reason": reason], rests: rests)
        }
        let values = ["reason": reason, "ratio": WordForms.ratio(row.weight, isYoung: isYoung)]
        // While little is known, how much it counts rests on usual values.
        let basis: [DossierSentence.Rest] = isYoung ? [.assumption(.usualRates)] : []
        return words.sentence(.weighed, values, rests: Self.once(rests + basis))
    }

    /// What an aircraft is, and who flew with whom, is told without how much it counts: the one is no evidence, the other counts in groups.
    private static func isWeighed(_ term: RankingTerm) -> Bool {
        switch term {
        case .prior, .companions, .relay, .mayAccompany, .sister(.oneBit, _), .unreachable: false
        default: true
        }
    }

    public func sentence(_ convoy: Convoy) -> DossierSentence {
        let phrase: DossierPhrase =
            switch convoy.ground {
            case .alone: .alone
            case .together: .together
            case .relay: .relay
            }
        let group = phrase.filled(["count": WordForms.count(convoy.members.count)])
        var rests: [DossierSentence.Rest] = [.assumption(.heardOnly)]
        if convoy.ground != .alone { rests.append(.assumption(.companions)) }
        guard !isYoung else { return words.sentence(.unweighed, ["reason": group], rests: rests) }
        return words.sentence(
            .groupLikely,
            ["group": group, "likely": DossierPhrase.likely(convoy.probability).filled()],
            rests: rests + [.assumption(.rolePriors), .assumption(.nonePriors)]
        )
    }

    /// That it is none of these.
    public func none(_ probability: Double) -> DossierSentence {
        let rests: [DossierSentence.Rest] = [.assumption(.nonePriors), .assumption(.heardOnly)]
        guard !isYoung else { return words.sentence(.none, rests: rests) }
        return words.sentence(.noneLikely, ["likely": DossierPhrase.likely(probability).filled()], rests: rests)
    }

    public func sentence(_ excluded: ExcludedAircraft) -> DossierSentence {
        switch excluded.reason {
        case .outOfReach(let places, let need):
            let stop = WordForms.list(places.map(name(ofStop:)))
            let rests = places.flatMap(rests(ofStop:)) + [.assumption(.reach), .assumption(.greatCircles)]
            let reason = unreachable(stop, need)
            return words.sentence(.unweighed, ["reason": reason], rests: Self.once(rests))
        case .outOfOrder:
            let rests = itinerary.indices.flatMap(rests(ofStop:))
            return words.sentence(.outOfOrder, rests: Self.once(rests + [.assumption(.legTimes)]))
        case .escort:
            return words.sentence(.escort, rests: listed(excluded.address) + [.assumption(.roles)])
        }
    }

    public func sentence(_ missing: VisitRanking.Missing) -> DossierSentence {
        let phrase: DossierPhrase =
            switch missing {
            case .landingRates: .missingRates
            case .detectionAtStops: .missingDetection
            case .coverageOfRoutes: .missingCoverage
            }
        return words.sentence(phrase, rests: [.assumption(.archiveRates), .assumption(.usualRates)])
    }

    public func sentence(_ settling: SettlingObservation) -> DossierSentence {
        words.sentence(
            .settling,
            [
                "airport": words.airport(settling.airport),
                "from": WordForms.time(settling.span.earliest),
                "to": WordForms.time(settling.span.latest),
            ],
            rests: Self.once(rests(ofStop: settling.stop) + [.assumption(.announcedTimes)])
        )
    }

    // MARK: - Parts

    func name(ofStop place: Int) -> DossierText {
        guard itinerary.indices.contains(place) else {
            return DossierPhrase.someStop.filled(["number": DossierText("\(place + 1)")])
        }
        return words.name(itinerary[place])
    }

    func rests(ofStop place: Int) -> [DossierSentence.Rest] {
        guard stops.indices.contains(place), let id = stops[place] else { return [.assumption(.homeBase)] }
        return words.rests(ofStop: id)
    }

    func label(_ address: AircraftAddress) -> DossierText { DossierText(labels[address] ?? address.hex) }

    func listed(_ address: AircraftAddress) -> [DossierSentence.Rest] {
        (lists[address] ?? []).map { DossierSentence.Rest.list($0) }
    }

    /// Each once, in the order they came.
    static func once(_ rests: [DossierSentence.Rest]) -> [DossierSentence.Rest] {
        var seen: Set<DossierSentence.Rest> = []
        return rests.filter { seen.insert($0).inserted }
    }
}
