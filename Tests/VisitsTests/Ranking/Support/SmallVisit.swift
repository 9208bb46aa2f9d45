import Aero
import Flights
import Visits

/// A few invented aircraft and an itinerary of two stops, for tests by hand.
enum SmallVisit {
    static let start = Timestamp(seconds: 1_767_571_200)
    static let watched = start...hour(72)

    static let moscow = airport("UUWW", 55.5915, 37.2615)
    static let yakutsk = airport("UEEE", 62.0933, 129.7711)
    static let pyongyang = airport("ZKPY", 39.2241, 125.6701)
    static let hanoi = airport("VVNB", 21.2212, 105.8072)
    static let chicago = airport("KORD", 41.9786, -87.9048)

    static func hour(_ hour: Double) -> Timestamp { start.advanced(bySeconds: hour * 3_600) }

    static func airport(_ code: String, _ latitude: Double, _ longitude: Double) -> StopAirport {
        StopAirport(code: code, position: Position(latitude: latitude, longitude: longitude) ?? .origin, weight: 1)
    }

    /// Home, Pyongyang in hours 30 to 36, then Hanoi in hours 44 to 54.
    static var itinerary: [ItineraryStop] {
        [
            stop(.origin, moscow, nil), stop(.destination, pyongyang, 30...36),
            stop(.destination, hanoi, 44...54),
        ]
    }

    static func stop(
        _ kind: ItineraryStop.Kind,
        _ airport: StopAirport,
        _ hours: ClosedRange<Double>?
    ) -> ItineraryStop {
        let readings = hours.map {
            [ArrivalReading(start: hour($0.lowerBound), end: hour($0.upperBound), zone: .stated, weight: 1)]
        }
        return ItineraryStop(
            kind: kind,
            name: airport.code,
            airports: [airport],
            arrival: ArrivalWindow(readings: readings ?? [])
        )
    }

    /// Points of a flight every five minutes, of the shares of the way that are heard.
    static func flight(
        _ from: StopAirport,
        _ to: StopAirport,
        at takeoff: Double,
        heard: [ClosedRange<Double>] = [0...1]
    ) -> [HeardPoint] {
        let kilometres = Geodesy.distance(from.position, to.position).rawValue / 1_000
        let hours = kilometres / 850 + 0.33
        let steps = Int((hours * 12).rounded(.up))
        return (0...steps).compactMap { step in
            let share = min(1, Double(step) / (hours * 12))
            guard heard.contains(where: { $0.contains(share) }) else { return nil }
            let edge = min(share, 1 - share) * kilometres
            return HeardPoint(
                time: hour(takeoff + share * hours),
                position: Geodesy.intermediate(from: from.position, to: to.position, fraction: share),
                altitude: Metres(min(10_500, 52.5 * edge)).feet
            )
        }
    }

    static func aircraft(
        _ address: UInt32,
        _ role: AircraftRole,
        type: String = "IL96",
        operator name: String = "State flight",
        _ flights: [[HeardPoint]]
    ) -> HeardAircraft {
        HeardAircraft(
            identity: RegisteredAircraft(
                address: AircraftAddress(icao: address),
                registration: "T-\(address)",
                type: type,
                aircraftOperator: name
            ),
            role: role,
            stretches: StretchMaker().stretches(of: flights.flatMap { $0 })
        )
    }

    /// It flies all of it and is heard; one that flies elsewhere; one that stays near home.
    static var sky: [HeardAircraft] {
        [
            aircraft(
                0x10,
                .subjectFleet,
                [flight(moscow, pyongyang, at: 24), flight(pyongyang, hanoi, at: 42), flight(hanoi, moscow, at: 60)]
            ),
            aircraft(
                0x20,
                .airliner,
                operator: "Airline",
                (0..<7).map { number in
                    let isOut = number % 2 == 0
                    return flight(isOut ? chicago : moscow, isOut ? moscow : chicago, at: Double(number) * 10.5)
                }
            ),
            aircraft(0x35, .subjectFleet, [flight(moscow, yakutsk, at: 2), flight(yakutsk, moscow, at: 26)]),
            aircraft(0x47, .businessJet, operator: "Owner", [flight(hanoi, yakutsk, at: 10)]),
        ]
    }

    /// - Parameter now: of what is later nothing was heard yet; hours.
    static func ranking(
        _ aircraft: [HeardAircraft] = sky,
        itinerary: [ItineraryStop] = itinerary,
        until now: Double = 72,
        archive: ArchiveKnowledge = .none,
        claims: [CarrierClaim] = []
    ) -> VisitRanking? {
        VisitRanker().ranking(
            of: aircraft,
            itinerary: itinerary,
            watched: start...hour(now),
            archive: archive,
            claims: claims
        )
    }
}
