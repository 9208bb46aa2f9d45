import Aero
import Flights
import Testing

/// Which airport leads, and why.
struct ArrivalSharesTests {
    private static let start = Timestamp(seconds: 1_750_000_000)

    private static func cruise(
        altitude: Feet = 35_000,
        rate: FeetPerMinute = 0,
        speed: Knots = 450
    ) throws
        -> FlightSituation
    {
        FlightSituation(
            position: try unwrapped(Position(latitude: 0.5, longitude: 0)),
            time: start,
            altitude: altitude,
            groundSpeed: speed,
            track: 90,
            verticalRate: rate
        )
    }

    /// 110 km, 890 km and 890 km ahead; the last somewhat to the side.
    private static let ahead = [
        SmallWorld.Place("XNEA", latitude: 0.5, longitude: 1),
        SmallWorld.Place("XFAR", latitude: 0.5, longitude: 8),
        SmallWorld.Place("XSID", latitude: 1.5, longitude: 8),
    ]

    private func estimator(_ places: [SmallWorld.Place]) throws -> ArrivalEstimator {
        ArrivalEstimator(LegContext(gazetteer: try SmallWorld.gazetteer(places)))
    }

    @Test func whoCruisesFliesOnAndWhoDescendsLandsWithinTwoHundredKilometres() throws {
        let estimator = try estimator(Self.ahead)
        let level = estimator.forecast(of: try Self.cruise())
        #expect(level.estimates.first?.field == "XFAR")
        let descending = estimator.forecast(of: try Self.cruise(altitude: 21_000, rate: -1_800))
        #expect(descending.estimates.first?.field == "XNEA")
        #expect((descending.estimates.first?.share ?? 0) > 0.9)
    }

    @Test func announcedStopsLead() throws {
        let estimator = try estimator(Self.ahead)
        let said = [FieldChance(field: "XSID", probability: 0.9)]
        let forecast = estimator.forecast(of: try Self.cruise(), announced: said)
        #expect(forecast.estimates.first?.field == "XSID")
        // Said wrongly: it goes down elsewhere, and that decides.
        let other = estimator.forecast(of: try Self.cruise(altitude: 12_000, rate: -1_800), announced: said)
        #expect(other.estimates.first?.field == "XNEA")
        // What is said surely leaves the others a chance.
        let sure = estimator.forecast(
            of: try Self.cruise(),
            announced: [FieldChance(field: "XSID", probability: 1), FieldChance(field: "XNON", probability: 1)]
        )
        #expect(sure.estimates.contains { $0.field == "XFAR" && $0.share > 0 })
    }

    @Test func whereItLandsMostlyItIsExpected() throws {
        let estimator = try estimator(Self.ahead)
        let history = LandingHistory(["XSID": 30, "XFAR": 1, "XOLD": 4])
        #expect(history.total == 35)
        let with = estimator.forecast(of: try Self.cruise(), history: history)
        #expect(with.estimates.first?.field == "XSID")
        let one = estimator.forecast(of: try Self.cruise(), history: LandingHistory(["XSID": 1]))
        let none = estimator.forecast(of: try Self.cruise())
        func share(_ forecast: ArrivalForecast) -> Double {
            forecast.estimates.first { $0.field == "XSID" }?.share ?? 0
        }
        #expect(share(none) < share(one) && share(one) < share(with))
    }

    @Test func tooShortARunwayDoesNotLead() throws {
        let places = [
            SmallWorld.Place("XSHO", latitude: 0.5, longitude: 1.2, runway: 1_700),
            SmallWorld.Place("XLON", latitude: 1.1, longitude: 1.3, runway: 2_700),
        ]
        let limits = AirframeTable().limits(ofType: "IL96")
        let estimator = try estimator(places)
        let down = try Self.cruise(altitude: 24_000, rate: -1_500)
        #expect(estimator.forecast(of: down).estimates.first?.field == "XSHO")
        let known = estimator.forecast(of: down, limits: limits)
        #expect(known.estimates.first?.field == "XLON")
        #expect(!known.estimates.contains { $0.field == "XSHO" })
        // Alone it does not lead either.
        let alone = try self.estimator(Array(places.prefix(1)))
        #expect(alone.forecast(of: down, limits: limits).estimates.isEmpty)
        // Asked for it is answered.
        #expect(estimator.interval(at: "XSHO", of: down, limits: limits) != nil)
    }

    @Test func whatIsNotNamedIsLeftOut() throws {
        let places = (0..<60).map {
            SmallWorld.Place("X\(100 + $0)", latitude: Double($0 % 6), longitude: 6 + Double($0 / 6))
        }
        let forecast = try estimator(places).forecast(of: try Self.cruise())
        #expect(forecast.estimates.count == 8)
        let sum = forecast.estimates.reduce(0) { $0 + $1.share }
        #expect(sum > 0.3 && sum < 0.999)
    }

    @Test func aLightAircraftComesHome() throws {
        let estimator = try estimator([
            SmallWorld.Place("XHOM", latitude: 0.5, longitude: -0.2, runway: 800, size: .small),
            SmallWorld.Place("XBIG", latitude: 0.5, longitude: 3),
        ])
        let place = try unwrapped(Position(latitude: 0.5, longitude: 0))
        let home = try unwrapped(Position(latitude: 0.5, longitude: -0.2))
        let situation = FlightSituation(
            position: place,
            time: Self.start,
            altitude: 3_000,
            groundSpeed: 100,
            track: 90,
            verticalRate: 0,
            takeoff: KnownTakeoff(time: Self.start.advanced(bySeconds: -600), place: home)
        )
        let leading = try unwrapped(estimator.forecast(of: situation).estimates.first)
        #expect(leading.field == "XHOM")
        #expect(leading.interval.late.seconds(since: leading.interval.early) > 1_800)
    }

    @Test func historyIsBounded() {
        var history = LandingHistory(["X": 0, "Y": -3])
        #expect(history.total == 0)
        for number in 0..<1_000 { history.add("F\(number)") }
        #expect(history.counts.count <= LandingHistory.most)
        for _ in 0..<5 { history.add("HOME") }
        #expect(history.counts["HOME"] == 5 && history.counts.count <= LandingHistory.most)
        let large = LandingHistory(Dictionary(uniqueKeysWithValues: (0..<500).map { ("F\($0)", $0) }))
        #expect(large.counts.count == LandingHistory.most && large.counts["F499"] == 499)
    }
}
