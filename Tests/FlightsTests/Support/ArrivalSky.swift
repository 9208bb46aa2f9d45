import Aero
import Flights
import Testing

@testable import Simulation

/// Flights of the synthetic sky with what that has not: wind, ways that are not straight, holdings. Cut somewhere, with the true landing beside it.
struct ArrivalSky {
    struct Settings {
        var seed: UInt64
        var legs = 400
        var cuts = 3
        /// Wind over the cruise, ways 2.8 % longer than straight, and holdings of 1.24 minutes on average: Europe's means of 2017.
        ///
        /// - Source: EASA, European Aviation Environmental Report, "Environmental performance and targets", figures 4.2 and 4.3.
        var isDisturbed = true
        /// Aircraft that land mostly at three airports.
        var hasRegulars = false
    }

    /// A flight that was cut.
    struct Cut {
        let situation: FlightSituation
        let limits: AirframeLimits
        let kind: String
        let isLocal: Bool
        let field: String
        let landing: Timestamp
        /// On the great circle to the airport.
        let metres: Double
        let history: LandingHistory
        /// What it was doing.
        let phase: String
    }

    let settings: Settings
    private let chooser = AirportChooser(origins: Array(AirportTable.all.indices))
    static let start = Timestamp(seconds: 1_735_689_600)

    init(_ settings: Settings) { self.settings = settings }

    /// The kinds of the traffic scene, by how common they are there.
    private static let kinds: [(share: Double, kind: AircraftKind)] = [
        (0.62, .airliner), (0.15, .heavy), (0.05, .business), (0.08, .turboprop), (0.05, .light), (0.03, .helicopter),
        (0.02, .glider),
    ]

    /// What an operator would write for the kind.
    private static func limits(_ kind: AircraftKind) -> AirframeLimits {
        let longest = (kind.range?.upperBound ?? 300) * 1_000
        var limits = AirframeLimits(
            typicalSpeed: Knots(kind.cruiseSpeed).kilometresPerHour,
            maximumSpeed: Knots(kind.cruiseSpeed * 1.07).kilometresPerHour,
            range: Metres(longest),
            runwayMinimum: kind.rotation > 120 ? 1_600 : kind.rotation > 100 ? 1_100 : 400,
            rotation: Knots(kind.rotation)
        )
        limits.isRotorcraft = kind.name == "helicopter"
        limits.enduranceSeconds = max(limits.enduranceSeconds, 4 * 3_600)
        return limits
    }

    func cuts() -> [Cut] {
        var random = SeededNumbers(seed: settings.seed &* 104_729 &+ 17)
        var list: [Cut] = []
        for number in 0..<settings.legs {
            var generator = Simulation.SeededGenerator(seed: settings.seed, stream: UInt64(number) + 1)
            var draw = random.number(0, 1)
            let kind =
                Self.kinds.first { one in
                    draw -= one.share
                    return draw < 0
                }?.kind ?? .airliner
            let from = chooser.origin(&generator)
            let (leg, history) =
                settings.hasRegulars && kind.range != nil
                ? regular(kind, from, UInt64(number), &generator, &random)
                : (chooser.leg(from: from, kind: kind, slot: UInt64(number), &generator), LandingHistory())
            list += cut(leg, kind, history, &random)
        }
        return list
    }

    /// A leg to one of three airports in 85 of 100 cases, and forty landings before it drawn alike.
    private func regular(
        _ kind: AircraftKind,
        _ from: Int,
        _ slot: UInt64,
        _ generator: inout Simulation.SeededGenerator,
        _ random: inout SeededNumbers
    ) -> (Simulation.Leg, LandingHistory) {
        let usual = (0..<3).map { _ in chooser.destination(from: from, kind: kind, &generator) }
        func next(_ generator: inout Simulation.SeededGenerator) -> Int {
            random.chance(0.85)
                ? usual[Int(random.number(0, 3))] : chooser.destination(from: from, kind: kind, &generator)
        }
        var history = LandingHistory()
        for _ in 0..<40 { history.add(AirportTable.all[next(&generator)].code) }
        let levels = kind.cruiseLevels
        var planner = LegPlanner(
            kind: kind,
            from: AirportTable.all[from],
            to: AirportTable.all[next(&generator)],
            slot: slot,
            altitude: random.number(Double(levels.lowerBound), Double(levels.upperBound)) * 100
        )
        planner.cruise = kind.cruiseSpeed * random.number(0.95, 1.03)
        return (planner.plan(), history)
    }

    /// Lists differ about a few airports by up to 17 km: who flies to one of those lands beside the other list's.
    private func isListed(_ airport: SimulatedAirport) -> Bool {
        guard let gazetteer = RealPlaces.gazetteer, let slot = gazetteer.slot(ofAirport: airport.code) else {
            return true
        }
        return Geodesy.distance(gazetteer.position(at: slot), airport.place).rawValue < 3_000
    }

    private func cut(
        _ leg: Simulation.Leg,
        _ kind: AircraftKind,
        _ history: LandingHistory,
        _ random: inout SeededNumbers
    ) -> [Cut] {
        let weather = Weather(isDisturbed: settings.isDisturbed, random: &random)
        let destination = AirportTable.all[leg.to]
        let off = leg.start + leg.knots[leg.takeoffKnot + 1].time
        let clock = WindyClock(leg, from: off, weather)
        return (0..<settings.cuts).compactMap { _ -> Cut? in
            let length = clock.seconds.last ?? 0
            let at = random.number(0.01, 0.995) * length
            guard let point = clock.point(at: at), let place = point.position else { return nil }
            let isHolding = weather.holdSeconds > 0 && clock.holdsAt.map { abs(at - $0) < 1 } ?? false
            guard !isHolding else { return nil }
            let known = random.chance(0.5)
            guard isListed(destination) else { return nil }
            let origin = AirportTable.all[leg.from].place
            let takeoff = KnownTakeoff(time: Self.start, place: origin)
            let situation = FlightSituation(
                position: place,
                time: Self.start.advanced(bySeconds: at),
                altitude: Feet(point.altitude + weather.pressureFeet),
                groundSpeed: Knots(point.speedKnots),
                track: Degrees(point.track),
                verticalRate: FeetPerMinute(point.rate),
                takeoff: random.chance(0.7) ? takeoff : nil
            )
            return Cut(
                situation: situation,
                limits: known ? Self.limits(kind) : .unknown,
                kind: kind.name,
                isLocal: kind.range == nil,
                field: destination.code,
                landing: Self.start.advanced(bySeconds: length),
                metres: Geodesy.distance(place, destination.place).rawValue,
                history: history,
                phase: point.phase.rawValue
            )
        }
    }
}
