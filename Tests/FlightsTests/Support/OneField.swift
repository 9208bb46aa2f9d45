import Aero
import Flights
import Tracking

/// Two fields of our own, 300 km apart, each with a runway 09/27 of 3,000 m, at 500 ft and at the sea; flights between and round them.
enum OneField {
    static let home = "XAAA"
    static let away = "XBBB"
    static let homePlace = place(45, 5)
    static let awayPlace = place(45, 8.81)

    static func place(_ latitude: Double, _ longitude: Double) -> Position {
        Position(latitude: latitude, longitude: longitude) ?? .origin
    }

    static let gazetteer: Gazetteer = {
        var builder = GazetteerBuilder()
        let names = PlaceName("Field", .english, .own).map { [$0] } ?? []
        do throws(GazetteerError) {
            guard let code = StateCode("FR") else { return .empty }
            try builder.add(Country(code: code, alpha3: "FRA", numeric: nil, population: 0, capital: nil, names: names))
            for (identity, place, height) in [(home, homePlace, 500), (away, awayPlace, 0)] {
                try builder.add(
                    Airport(
                        identity: identity,
                        icao: identity,
                        iata: nil,
                        country: code,
                        position: place,
                        elevation: Feet(height),
                        size: .large,
                        hasScheduledService: true,
                        timeZone: nil,
                        municipality: nil,
                        city: nil,
                        names: names,
                        runways: [runway(place)]
                    )
                )
            }
            return try builder.finish()
        } catch { return .empty }
    }()

    static func runway(_ middle: Position) -> Runway {
        func end(_ bearing: Degrees, _ name: String) -> RunwayEnd {
            RunwayEnd(
                designator: name,
                position: Geodesy.destination(from: middle, bearing: bearing, distance: 1_500),
                elevation: nil,
                displacement: nil,
                listedHeading: nil
            )
        }
        return Runway(
            low: end(270, "09"),
            high: end(90, "27"),
            length: Metres(3_000).feet,
            width: nil,
            surface: .paved,
            isLighted: true
        )
    }

    static let context = LegContext(gazetteer: gazetteer)

    /// On the runway's western end, taxiing, then rolling east and up to a height above the sea.
    static func departure(to altitude: Double = 5_000) -> Script {
        var script = Script(
            at: Geodesy.destination(from: homePlace, bearing: 270, distance: 1_500),
            altitude: 500,
            track: 90
        )
        script.move(60, speed: 5, ground: true)
        script.move(15, speed: 80, ground: true)
        script.move(10, speed: 130, ground: true)
        climb(&script, to: altitude)
        return script
    }

    static func climb(_ script: inout Script, to altitude: Double) {
        script.move((altitude - script.altitude) / 1_500 * 60, speed: 180, climb: 1_500)
    }

    /// From wherever it is: placed on the final of a field, descending to a height above it.
    static func final(_ script: inout Script, at field: Position, elevation: Double, to height: Double = 30) {
        // 3 degrees at 140 kt: 740 ft/min; 10 km out, 1,700 ft high.
        script.place = Geodesy.destination(from: field, bearing: 270, distance: 11_500)
        script.track = 90
        script.altitude = elevation + 1_720
        script.move((1_720 - height) / 740 * 60, speed: 140, climb: -740)
        script.altitude = elevation + height
    }

    static func rollOut(_ script: inout Script, ground seconds: Double) {
        script.move(10, speed: 110, ground: true)
        script.move(10, speed: 50, ground: true)
        if seconds > 20 { script.move(seconds - 20, speed: 3, ground: true) }
    }

    static func log(
        _ rows: [Observation],
        limits: AirframeLimits = .unknown,
        until end: Timestamp? = nil
    ) -> FlightLog {
        var builder = LegBuilder(context, limits: limits)
        var events: [FlightEvent] = []
        for row in rows { builder.take(row, into: &events) }
        if let time = end ?? rows.last?.time { builder.finish(at: time, into: &events) }
        return FlightLog(events)
    }
}
