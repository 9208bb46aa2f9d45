import Aero
import Flights
import Tracking

/// Where an aircraft can be, or can have been, by the hardest bounds.
struct ReachReader {
    let reader: FlightReader

    /// Seconds before a moment in which a last sighting is looked for; nothing flies longer.
    private static let lookback = 24 * 3_600.0
    /// Seconds of rows that decide whether a first place is believed.
    private static let believingSeconds = 180.0
    /// So many such parts are looked through: an hour of rows nobody believes.
    private static let mostParts = 20
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
        guard let last = account.lastPlaced else { return nil }
        let from = last.sighting
        let takeoff = account.log.legs.last?.takeoff
        let isOnGround = last.isOnGround
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
        _ last: GapEnd,
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
        let account = try await reader.account(of: aircraft, during: before, reading: before, isFollowed: false, &basis)
        guard let from = account.lastPlaced?.sighting, let to = try await first(aircraft, in: after, &basis) else {
            return nil
        }
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

    /// The first place heard in a time that what follows does not contradict; looked for a part after another.
    private func first(
        _ aircraft: ArchivedAircraft,
        in range: Range<Timestamp>,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Sighting? {
        var start = range.lowerBound
        for _ in 0..<Self.mostParts where start < range.upperBound {
            var part = start..<start
            try await reader.history.pieces(
                of: aircraft,
                during: start..<range.upperBound,
                withoutPositions: false,
                &basis
            ) { trace in
                guard let row = trace.observations.first(where: { $0.hasPosition && !$0.flags.contains(.doubtful) })
                else { return true }
                part = row.time..<min(range.upperBound, row.time.advanced(bySeconds: Self.believingSeconds))
                return false
            }
            // That no more was looked at cuts nothing off.
            basis.next = nil
            guard !part.isEmpty else { return nil }
            let account = try await reader.account(of: aircraft, during: part, reading: part, isFollowed: false, &basis)
            basis.next = nil
            if let first = account.firstPlaced { return first }
            start = part.upperBound
        }
        return nil
    }
}
