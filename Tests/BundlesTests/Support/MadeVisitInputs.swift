import Aero
import Bundles
import Flights
import Visits

/// A few invented aircraft, an itinerary of two stops and days before it: what a visit's bundle is made of.
enum MadeVisitInputs {
    static let start = Timestamp(seconds: 1_767_571_200)
    static let moscow = airport("UUWW", 55.5915, 37.2615)
    static let pyongyang = airport("ZKPY", 39.2241, 125.6701)
    static let chicago = airport("KORD", 41.9786, -87.9048)
    static let hanoi = airport("VVNB", 21.2212, 105.8072)

    static func hour(_ hour: Double) -> Timestamp { start.advanced(bySeconds: hour * 3_600) }

    private static func airport(_ code: String, _ latitude: Double, _ longitude: Double) -> StopAirport {
        StopAirport(code: code, position: Position(latitude: latitude, longitude: longitude) ?? .origin, weight: 1)
    }

    private static func stop(
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
            arrival: ArrivalWindow(readings: readings ?? [], latest: hours.map { hour($0.upperBound + 12) }),
            dwellHours: hours.map { _ in 2...8 }
        )
    }

    /// Points of a flight every five minutes, to the millisecond, as the history keeps them.
    private static func flight(_ from: StopAirport, _ to: StopAirport, at takeoff: Double) -> [HeardPoint] {
        let kilometres = Geodesy.distance(from.position, to.position).rawValue / 1_000
        let hours = kilometres / 850 + 0.33
        let steps = Int((hours * 12).rounded(.up))
        return (0...steps).map { step in
            let share = min(1, Double(step) / (hours * 12))
            let edge = min(share, 1 - share) * kilometres
            let time = hour(takeoff + share * hours)
            return HeardPoint(
                time: Timestamp(nanoseconds: time.milliseconds * 1_000_000),
                position: Geodesy.intermediate(from: from.position, to: to.position, fraction: share),
                altitude: Metres(min(10_500, 52.5 * edge)).feet
            )
        }
    }

    private static func aircraft(
        _ address: UInt32,
        _ role: AircraftRole,
        type: String = "IL96",
        _ flights: [[HeardPoint]]
    ) -> SkyAircraft {
        SkyAircraft(
            identity: RegisteredAircraft(
                address: AircraftAddress(icao: address),
                registration: "T-\(address)",
                type: type,
                aircraftOperator: "State flight"
            ),
            role: role,
            limits: AirframeTable().limits(ofType: type),
            points: flights.flatMap(\.self)
        )
    }

    /// Who flies all of it, who flies elsewhere, one of the fleet that was never heard.
    static var sky: [SkyAircraft] {
        [
            aircraft(
                0x10,
                .subjectFleet,
                [flight(moscow, pyongyang, at: 24), flight(pyongyang, hanoi, at: 42), flight(hanoi, moscow, at: 60)]
            ),
            aircraft(0x47, .businessJet, type: "GLF6", [flight(hanoi, moscow, at: 10)]),
            aircraft(0x48, .airliner, type: "B738", [flight(pyongyang, hanoi, at: 43)]),
            aircraft(0x11, .subjectFleet, []),
            // To and fro all the time: it cannot have been anywhere else.
            aircraft(
                0x20,
                .airliner,
                type: "B752",
                (0..<7).map { number in
                    let isOut = number % 2 == 0
                    return flight(isOut ? chicago : moscow, isOut ? moscow : chicago, at: Double(number) * 10.5)
                }
            ),
        ]
    }

    static func inputs(days: Double = 14, rules: RankingRules = RankingRules()) -> VisitInputs {
        var air = [Double?](repeating: nil, count: 90 * 180)
        air[60 * 180 + 150] = 0.25
        return VisitInputs(
            itinerary: [
                stop(.origin, moscow, nil), stop(.destination, pyongyang, 30...36), stop(.destination, hanoi, 44...54),
            ],
            watched: start...hour(72),
            aircraft: sky,
            archive: ArchiveKnowledge(
                days: days,
                landings: LandingRates(
                    aircraft: [.airliner: 120, .otherGovernment: 4],
                    hours: days * 24,
                    counts: [LandingRates.Count(position: hanoi.position, role: .airliner, landings: 1_234)]
                ),
                detection: DetectionRates(
                    counts: ["VVNB": DetectionRates.Count(landings: 40, heard: 31)],
                    silences: ["ZKPY": [hour(1)...hour(3)]]
                ),
                air: AirCoverage(cells: air)
            ),
            claims: [
                CarrierClaim(.types(["IL96", "IL62"]), certainty: 0.7),
                CarrierClaim(.aircraft(AircraftAddress(icao: 0x10)), certainty: 0.4),
                CarrierClaim(.ownFleetRuledOut, certainty: 0.1), CarrierClaim(.charter, certainty: 0.2),
            ],
            rules: rules
        )
    }

    static let head = BundleHead(
        subject: .visit,
        id: "k3v9x2m4q8za",
        world: .simulated,
        audience: .strangers,
        asOf: hour(72),
        program: "pelacak test"
    )

    /// The bundle in memory, with a report that is private.
    static func bundle(_ inputs: VisitInputs = inputs()) throws -> (manifest: BundleManifest, folder: MemoryBundle) {
        let report = try path("reports/1.txt")
        let contents =
            (inputs.contents(terms: .own, identityTerms: .openDatabase, credit: "a list") ?? [])
            + [
                BundleContent(
                    report,
                    Array("the whole report".utf8),
                    kind: .capture,
                    known: .claimed,
                    licence: .unknown,
                    redacted: .private
                )
            ]
        let manifest = try BundleManifest(head: head, contents: contents)
        var folder = MemoryBundle(files: ["bundle.json": manifest.bytes])
        for content in contents where content.redacted == nil { folder.files[content.item.path.text] = content.bytes }
        return (manifest, folder)
    }

    static func path(_ text: String) throws(NoPath) -> BundlePath {
        guard let path = BundlePath(text) else { throw NoPath() }
        return path
    }

    struct NoPath: Error {}
}
