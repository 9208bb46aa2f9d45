import Aero
public import Visits

extension RankedVisit {
    /// The sentences of this ranking.
    func words(_ words: DossierWords) -> RankingWords {
        RankingWords(
            words,
            itinerary: itinerary,
            stops: stops,
            claims: claims,
            labels: aircraft.compactMapValues(\.registration),
            lists: sources,
            isYoung: ranking.isYoung,
            unkept: unkept
        )
    }

    /// What was heard, beside each claim of the visit.
    public func heard(besideClaimsOf visit: Visit) -> [HeardVerdict] {
        HearingJudge(visit, itinerary: itinerary, numbers: stops, ranking: ranking).verdicts()
    }

    /// By aircraft, who says what it is, each source once.
    private var sources: [AircraftAddress: [String]] {
        var sources = listings.mapValues { $0.map { $0.date.isEmpty ? $0.source : "\($0.source) (\($0.date))" } }
        for (address, one) in aircraft where sources[address] == nil {
            let claimants = [one.claimants.aircraftOperator, one.claimants.type, one.claimants.registration]
            let named = claimants.compactMap(\.self)
            if !named.isEmpty { sources[address] = named }
        }
        return sources.mapValues { names in
            var seen: Set<String> = []
            return names.filter { seen.insert($0).inserted }
        }
    }

    /// Those of the fleet first, then those of whom something is known, by address.
    public func excludedInOrder(most: Int) -> [ExcludedAircraft] {
        func rank(_ one: ExcludedAircraft) -> Int {
            listings[one.address] != nil ? 0 : aircraft[one.address]?.aircraftOperator != nil ? 1 : 2
        }
        let sorted = ranking.excluded.sorted { (rank($0), $0.address) < (rank($1), $1.address) }
        return Array(sorted.prefix(most))
    }
}
