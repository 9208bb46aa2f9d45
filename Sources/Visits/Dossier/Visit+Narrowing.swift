import Aero

/// Departures and the stops they leave; windows narrowed by later claims.
extension Visit {
    /// Ours: how long after the end of an announced window an arrival may still narrow it, seconds. Arrivals come late.
    static let latestArrival = 12 * 3_600.0

    /// Tells departures that name where they leave, and no goal, the stop of that place.
    mutating func linkDepartures() {
        for index in claims.indices
        where claims[index].kind == .departure && claims[index].stops.isEmpty
            && !claimsByHand.contains(claims[index].id)
        {
            guard let stop = stops.firstIndex(where: { leaves(claims[index], $0) }) else { continue }
            claims[index].stops = [stops[stop].id]
            if !stops[stop].claims.contains(claims[index].id) { stops[stop].claims.append(claims[index].id) }
        }
    }

    /// Whether a departure is one from this stop: it names its place, or somebody put it in for this stop without a place.
    func leaves(_ claim: Claim, _ stop: DraftedStop) -> Bool {
        guard claim.kind == .departure else { return false }
        guard let from = claim.places.first else {
            return claim.stops == [stop.id] && (claim.entry != .drafter || claimsByHand.contains(claim.id))
        }
        let codes = Set(stop.stop.airports.prefix(3).map(\.code))
        return from.airports.prefix(3).contains { codes.contains($0.code) }
    }

    /// Narrows a stop's window to what it has in common with a claim of arrival, or to before one of departure; further claims narrow what
    /// is left. The announced window stays beside it.
    mutating func narrow(_ id: Int, by number: Int) throws(VisitChangeError) {
        let index = try index(ofStop: id)
        let claim = claims[try self.index(ofClaim: number)]
        guard claim.stops.contains(id), claim.polarity == .affirmed else { throw .notAbout(claim: number, stop: id) }
        guard let time = claim.time else { throw .narrowsNothing(claim: number) }
        let (announced, narrowed) = (stops[index].stop.arrival, stops[index].narrowed)
        let from = narrowed?.window ?? announced
        let made: ArrivalWindow?
        switch claim.kind {
        case .arrival, .sighting, .observation, .stop, .schedule:
            let outer = narrowed?.window ?? announced.extended(bySeconds: Self.latestArrival)
            made = outer.intersection(time)
        case .departure:
            guard leaves(claim, stops[index]) else { throw .notAbout(claim: number, stop: id) }
            made = from.intersection(ArrivalWindow(latest: time.end))
        default: throw .narrowsNothing(claim: number)
        }
        guard let made, made.parts != from.parts else { throw .narrowsNothing(claim: number) }
        stops[index].narrowed = NarrowedWindow(window: made, claims: (narrowed?.claims ?? []) + [number])
    }
}
