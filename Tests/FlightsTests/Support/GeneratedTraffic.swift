import Aero
import Flights
import ModeS
import Tracking

@testable import Simulation

/// Aircraft of the synthetic sky over days, as rows of the archive, with what they really did beside it.
struct GeneratedTraffic {
    /// A flight as it was.
    struct Truth {
        let from: String
        let to: String
        /// When the wheels left the ground and touched it again.
        let takeoff: Timestamp
        let landing: Timestamp
    }

    struct Settings {
        var aircraft = 150
        var days = 5.0
        var seed: UInt64 = 1
        /// Seconds between rows below 10,000 ft above a field, and above.
        var lowInterval = 5.0
        var highInterval = 30.0
        /// Feet above the field below which nothing is heard; 0: heard on the ground.
        var floor = 0.0
        /// Nothing is heard within these, whatever the height.
        var dark: [Disc] = []
        /// Wrong positions and wrong flags among so many rows.
        var errors = 0.000_5
    }

    let settings: Settings
    let start = Timestamp(seconds: 1_735_689_600)
    private let sky: SyntheticSky

    init(_ settings: Settings) {
        self.settings = settings
        sky = SyntheticSky(scene: .traffic(aircraft: settings.aircraft), seed: settings.seed)
    }

    /// The sky's airports as a gazetteer, each with its one runway.
    static let gazetteer: Gazetteer = {
        var builder = GazetteerBuilder()
        func name(_ text: String) -> [PlaceName] {
            PlaceName(text, .english, .ourAirports).map { [$0] } ?? []
        }
        do throws(GazetteerError) {
            for state in Set(AirportTable.all.map(\.state)).sorted() {
                guard let code = StateCode(state) else { continue }
                try builder.add(
                    Country(
                        code: code,
                        alpha3: state + "X",
                        numeric: nil,
                        population: 0,
                        capital: nil,
                        names: name(state)
                    )
                )
            }
            for airport in AirportTable.all {
                guard let code = StateCode(airport.state) else { continue }
                try builder.add(
                    Airport(
                        identity: airport.code,
                        icao: airport.code,
                        iata: nil,
                        country: code,
                        position: airport.place,
                        elevation: Feet(airport.elevation),
                        size: .large,
                        hasScheduledService: true,
                        timeZone: nil,
                        municipality: nil,
                        city: nil,
                        names: name(airport.code),
                        runways: [runway(airport)]
                    )
                )
            }
            return try builder.finish()
        } catch { return .empty }
    }()

    private static func runway(_ airport: SimulatedAirport) -> Runway {
        func end(_ side: Double, _ name: String) -> RunwayEnd {
            let (latitude, longitude) =
                airport.point(direction: airport.runwayDirection, along: side * airport.runwayLength / 2, right: 0)
                .coordinates
            return RunwayEnd(
                designator: name,
                position: Position(latitude: latitude, longitude: longitude),
                elevation: nil,
                displacement: nil,
                listedHeading: nil
            )
        }
        return Runway(
            low: end(-1, "L"),
            high: end(1, "H"),
            length: Metres(airport.runwayLength).feet,
            width: nil,
            surface: nil,
            isLighted: true
        )
    }

    var count: Int { sky.aircraft.count }

    /// Whether an aircraft flies only round its field.
    func isLocal(_ number: Int) -> Bool { sky.aircraft[number].kind.range == nil }

    /// One aircraft's rows and flights. What began before the first row is not among the flights.
    func rows(of number: Int) -> (rows: [Observation], truth: [Truth]) {
        var aircraft = sky.aircraft[number]
        var random = SeededNumbers(seed: settings.seed &* 7_919 &+ UInt64(number))
        let end = settings.days * 86_400
        var rows: [Observation] = []
        var truth: [Truth] = []
        while aircraft.leg.start < end {
            let leg = aircraft.leg
            let off = leg.start + leg.knots[leg.takeoffKnot + 1].time
            truth.append(
                Truth(
                    from: AirportTable.all[leg.from].code,
                    to: AirportTable.all[leg.to].code,
                    takeoff: start.advanced(bySeconds: off),
                    landing: start.advanced(bySeconds: leg.touchdown)
                )
            )
            hear(leg, until: end, &rows, &random)
            guard let next = sky.chooser.following(&aircraft) else { break }
            aircraft.leg = next
        }
        return (rows, truth)
    }

    private func hear(
        _ leg: Simulation.Leg,
        until end: Double,
        _ rows: inout [Observation],
        _ random: inout SeededNumbers
    ) {
        var cursor = Simulation.Leg.Cursor()
        let fields = (AirportTable.all[leg.from].elevation, AirportTable.all[leg.to].elevation)
        // The pressure of the day: what altitudes read too high, in feet.
        let offsets = (random.number(-500, 500), random.number(-500, 500))
        var time = max(0, leg.start) + random.number(0, settings.lowInterval)
        while time < min(leg.end, end) {
            let state = leg.state(at: time, &cursor)
            let isEarly = time - leg.start < leg.duration / 2
            let height = state.altitude - (isEarly ? fields.0 : fields.1)
            let isLow = height < 10_000
            if isHeard(state, height) {
                let share = (time - leg.start) / leg.duration
                let offset = offsets.0 * (1 - share) + offsets.1 * share
                rows.append(row(state, at: time, offset: offset, &random))
            }
            let step = isLow ? settings.lowInterval : settings.highInterval
            time += step * random.number(0.8, 1.2)
        }
    }

    private func isHeard(_ state: FlightState, _ height: Double) -> Bool {
        if settings.floor > 0, height < settings.floor { return false }
        guard !settings.dark.isEmpty,
            let place = Position(latitude: state.latitude, longitude: state.longitude)
        else { return true }
        return !settings.dark.contains { Geodesy.distance($0.centre, place) < $0.radius }
    }

    private func row(
        _ state: FlightState,
        at time: Double,
        offset: Double,
        _ random: inout SeededNumbers
    ) -> Observation {
        var row = Observation(at: start.advanced(bySeconds: time), sourceClass: .adsbICAO)
        var (latitude, longitude) = (state.latitude + random.number(-1e-4, 1e-4), state.longitude)
        if random.chance(settings.errors) { (latitude, longitude) = (latitude + random.number(-3, 3), longitude + 2) }
        row.position = Position(latitude: max(-90, min(90, latitude)), longitude: longitude)
        row.groundSpeed = Knots(state.speedKnots)
        row.track = Degrees(state.track)
        row.nic = 8
        if state.phase.isOnGround != random.chance(settings.errors) {
            row.flags.insert(.onGround)
        } else {
            row.barometricAltitude = Feet(state.altitude + offset)
            row.verticalRate = FeetPerMinute(state.rate)
        }
        return row
    }
}
