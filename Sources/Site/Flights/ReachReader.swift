import Aero
import Flights
import Tracking

/// Where an aircraft can be, or can have been, by the hardest bounds.
struct ReachReader {
    let reader: FlightReader

    /// Seconds before a moment in which a last sighting is looked for; nothing flies longer.
    private static let lookback = 24 * 3_600.0
    static let mostIsochrones = 12
    static let mostStops = 30

    struct Open {
        let from: Sighting
        let isOnGround: Bool
        let reach: OpenReach
        /// Where and when it is expected to land; `nil` on the ground.
        let forecast: ArrivalForecast?
    }

    struct Between {
        struct Stop {
            let airport: String
            let fit: StopFit
        }

        let from: Sighting
        let to: Sighting
        let reach: Reach
        /// Those in which it can have stood longest, of airports that its type uses.
        let stops: [Stop]
    }

    /// From the last sighting before a moment; `nil` where there is none within a day.
    func open(
        _ aircraft: ArchivedAircraft,
        at time: Timestamp,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Open? {
        let range = time.advanced(bySeconds: -Self.lookback)..<time.advanced(bySeconds: 1e-3)
        let account = try await reader.account(of: aircraft, during: range, reading: range, isFollowed: false, &basis)
        guard let last = account.last, let from = try await sighting(aircraft, in: range, isLast: true, &basis) else {
            return nil
        }
        let takeoff = account.log.legs.last?.takeoff
        let isOnGround = last.flags.contains(.onGround) || account.state == .ground
        return Open(
            from: from,
            isOnGround: isOnGround,
            reach: OpenReach(from: from, takeoff: isOnGround ? nil : takeoff?.span.latest, limits: account.limits),
            forecast: isOnGround ? nil : forecast(from, last, takeoff, account, at: min(time, reader.now))
        )
    }

    /// By how it flew when it was heard last, and what coverage says of landings that would have been heard.
    private func forecast(
        _ from: Sighting,
        _ last: Observation,
        _ takeoff: LegEnd?,
        _ account: FlightAccount,
        at time: Timestamp
    ) -> ArrivalForecast {
        let situation = FlightSituation(
            position: from.whereabouts.narrowest.centre,
            time: from.time,
            altitude: from.altitude,
            groundSpeed: last.groundSpeed,
            track: last.track,
            verticalRate: last.verticalRate,
            takeoff: takeoff.flatMap { KnownTakeoff($0, in: reader.gazetteer) }
        )
        var history = LandingHistory()
        for leg in account.log.legs where leg.landing?.knowing == .observed && !leg.isLost {
            if let field = leg.landing?.field { history.add(field) }
        }
        return ArrivalEstimator(LegContext(gazetteer: reader.gazetteer, unheard: reader.unheard()))
            .forecast(of: situation, limits: account.limits, now: max(time, from.time), history: history)
    }

    /// Between the last sighting at a moment and the first at another; `nil` where one of them is not within a day.
    func between(
        _ aircraft: ArchivedAircraft,
        _ range: Range<Timestamp>,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Between? {
        let (start, end) = (range.lowerBound, range.upperBound)
        let before = start.advanced(bySeconds: -Self.lookback)..<start.advanced(bySeconds: 1e-3)
        let after = end..<end.advanced(bySeconds: Self.lookback)
        guard let from = try await sighting(aircraft, in: before, isLast: true, &basis),
            let to = try await sighting(aircraft, in: after, isLast: false, &basis)
        else { return nil }
        let type = reader.book.typeDesignator(of: aircraft.address)
        let limits = reader.desk?.limits(ofType: type) ?? AirframeTable().limits(ofType: type)
        guard let reach = Reach(from: from, to: to, limits: limits) else { return nil }
        return Between(from: from, to: to, reach: reach, stops: stops(reach, limits))
    }

    private func stops(_ reach: Reach, _ limits: AirframeLimits) -> [Between.Stop] {
        let gazetteer = reader.gazetteer
        let centre = reach.from.whereabouts.narrowest.centre
        let near = gazetteer.airports(near: centre, count: 256, sizes: .larger, within: reach.longestWay)
        let beyond = gazetteer.airports(
            near: reach.to.whereabouts.narrowest.centre,
            count: 256,
            sizes: .larger,
            within: reach.longestWay
        )
        var seen: Set<AirportSlot> = []
        var found: [Between.Stop] = []
        for airport in near + beyond where seen.insert(airport.slot).inserted {
            guard (gazetteer.longestRunway(at: airport.slot) ?? 0) >= limits.runwayMinimum else { continue }
            let fit = reach.stop(at: gazetteer.position(at: airport.slot), dwellSeconds: 15 * 60)
            guard fit.arrival != nil else { continue }
            found.append(Between.Stop(airport: gazetteer.identity(at: airport.slot), fit: fit))
        }
        found.sort { ($0.fit.longestDwellSeconds, $1.airport) > ($1.fit.longestDwellSeconds, $0.airport) }
        return Array(found.prefix(Self.mostStops))
    }

    /// The last place heard in a time, or the first.
    private func sighting(
        _ aircraft: ArchivedAircraft,
        in range: Range<Timestamp>,
        isLast: Bool,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Sighting? {
        var found: Observation?
        try await reader.history.pieces(of: aircraft, during: range, withoutPositions: false, &basis) { trace in
            let rows = trace.observations.lazy.filter { $0.hasPosition && !$0.flags.contains(.doubtful) }
            if isLast { found = rows.last ?? found } else if found == nil { found = rows.first }
            return isLast || found == nil
        }
        // That no more was looked at cuts nothing off.
        if !isLast { basis.next = nil }
        guard let row = found, let place = row.position else { return nil }
        let altitude = row.flags.contains(.onGround) ? 0 : row.barometricAltitude ?? row.geometricAltitude
        return Sighting(place, at: row.time, altitude: altitude)
    }
}
