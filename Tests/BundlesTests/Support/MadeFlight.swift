import Aero
import Bundles
import Flights
import ModeS
import Testing
import Tracking

/// A flight between two airports, made by hand, with a silence in its cruise.
enum MadeFlight {
    static let start = Timestamp(seconds: 1_750_000_000)
    static let aircraft = ArchivedAircraft(AircraftAddress(icao: 0xD5_7701))

    /// `AAAA` and `BBBB`, 401 km apart on the equator, each with a runway 09/27.
    static func gazetteer() throws -> Gazetteer {
        var builder = GazetteerBuilder()
        let names = PlaceName("Field", .english, .own).map { [$0] } ?? []
        let code = try #require(StateCode("FR"))
        try builder.add(Country(code: code, alpha3: "FRA", numeric: nil, population: 0, capital: nil, names: names))
        for (identity, longitude) in [("AAAA", 0.0), ("BBBB", 3.61)] {
            let place = try #require(Position(latitude: 0, longitude: longitude))
            func end(_ bearing: Degrees, _ name: String) -> RunwayEnd {
                RunwayEnd(
                    designator: name,
                    position: Geodesy.destination(from: place, bearing: bearing, distance: 1_500),
                    elevation: nil,
                    displacement: nil,
                    listedHeading: nil
                )
            }
            let runway = Runway(
                low: end(270, "09"),
                high: end(90, "27"),
                length: Metres(3_000).feet,
                width: nil,
                surface: .paved,
                isLighted: true
            )
            try builder.add(
                Airport(
                    identity: identity,
                    icao: identity,
                    iata: nil,
                    country: code,
                    position: place,
                    elevation: 0,
                    size: .large,
                    hasScheduledService: true,
                    timeZone: nil,
                    municipality: nil,
                    city: nil,
                    names: names,
                    runways: [runway]
                )
            )
        }
        return try builder.finish()
    }

    /// Every five seconds a row; ten minutes of the cruise nobody heard.
    static func rows() throws -> [Observation] {
        var rows: [Observation] = []
        var (seconds, metres, altitude) = (0.0, 0.0, 0.0)
        let middle = try #require(Position(latitude: 0, longitude: 0))
        func fly(_ duration: Double, _ speed: Double, climb: Double = 0, ground: Bool = false, heard: Bool = true) {
            let end = seconds + duration
            while seconds < end {
                seconds += 5
                metres += Knots(speed).metresPerSecond * 5
                altitude = max(0, altitude + climb / 12)
                guard heard else { continue }
                var row = Observation(at: start.advanced(bySeconds: seconds), sourceClass: .adsbICAO)
                row.position = Geodesy.destination(from: middle, bearing: 90, distance: Metres(metres))
                row.groundSpeed = Knots(speed)
                row.track = 90
                row.nic = 8
                if ground {
                    row.flags.insert(.onGround)
                } else {
                    row.barometricAltitude = Feet(altitude)
                    row.verticalRate = FeetPerMinute(climb)
                }
                rows.append(row)
            }
        }
        fly(300, 1, ground: true)
        fly(600, 250, climb: 1_500)
        fly(300, 400)
        fly(600, 400, heard: false)
        fly(300, 400)
        fly(600, 250, climb: -1_500)
        fly(600, 5, ground: true)
        return rows
    }

    /// - Parameters:
    ///   - silent: rows in that time, in seconds since the start, are left out too.
    ///   - end: until when it is known that nothing else was heard.
    static func inputs(silent: Range<Double>? = nil, toldUntil end: Double = 4_000) throws -> FlightInputs {
        let name = try #require(IdentityChange(aircraft, at: start.milliseconds + 10_000, .callsign, "RSD001"))
        return FlightInputs(
            aircraft,
            asked: start..<start.advanced(bySeconds: 4_000),
            toldUntil: start.advanced(bySeconds: end),
            limits: .unknown,
            rows: try rows().filter { row in
                silent.map { !$0.contains(row.time.seconds(since: start)) } ?? true
            },
            callsigns: [name]
        )
    }

    /// As a file of places would be: read by whoever reruns.
    static let places = Array("places of two airports".utf8)

    /// - Parameter inputs: as bundles had them before they told what silences mean, and by which numbers, without.
    static func bundle(_ inputs: FlightInputs? = nil) throws -> (manifest: BundleManifest, source: MemoryBundle) {
        let contents = try #require(
            try (inputs ?? Self.inputs()).contents(
                terms: .own,
                credit: nil,
                places: (places, try gazetteer(), .attribution, "somebody")
            )
        )
        let head = BundleHead(
            subject: .flight,
            id: "d57701-1750000000000",
            world: .simulated,
            audience: .strangers,
            asOf: start.advanced(bySeconds: 4_000),
            program: "pelacak 0"
        )
        var source = MemoryBundle()
        for content in contents where content.redacted == nil { source.files[content.item.path.text] = content.bytes }
        let manifest = try BundleManifest(head: head, contents: contents)
        source.files["bundle.json"] = manifest.bytes
        return (manifest, source)
    }
}
