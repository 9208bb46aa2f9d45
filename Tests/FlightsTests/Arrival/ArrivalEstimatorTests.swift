import Aero
import Flights
import Testing

/// What holds of every estimate.
struct ArrivalEstimatorTests {
    private static let estimator = ArrivalEstimator(LegContext(gazetteer: GeneratedTraffic.gazetteer))
    private static let start = Timestamp(seconds: 1_750_000_000)

    private func random(_ numbers: inout SeededNumbers) -> FlightSituation {
        let latitude = numbers.chance(0.1) ? (numbers.chance(0.5) ? 90.0 : -90) : numbers.number(-90, 90)
        let longitude = numbers.chance(0.1) ? -180.0 : numbers.number(-180, 180)
        func maybe<Value>(_ value: Value) -> Value? { numbers.chance(0.85) ? value : nil }
        return FlightSituation(
            position: Position(latitude: latitude, longitude: longitude) ?? .origin,
            time: Self.start,
            altitude: maybe(Feet(numbers.number(-3_000, 70_000))),
            groundSpeed: maybe(Knots(numbers.number(-50, 1_200))),
            track: maybe(Degrees(numbers.number(-400, 800))),
            verticalRate: maybe(FeetPerMinute(numbers.number(-20_000, 20_000))),
            takeoff: maybe(
                KnownTakeoff(
                    time: Self.start.advanced(bySeconds: numbers.number(-80_000, 4_000)),
                    place: Position(latitude: numbers.number(-90, 90), longitude: numbers.number(-180, 180)) ?? .origin
                )
            )
        )
    }

    private func limits(_ numbers: inout SeededNumbers) -> AirframeLimits {
        numbers.chance(0.5) ? .unknown : AirframeTable().limits(ofType: numbers.chance(0.5) ? "B738" : "IL96")
    }

    @Test func anythingGivesSoundIntervals() {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<400 {
            let situation = random(&numbers)
            let limits = limits(&numbers)
            let now = Self.start.advanced(bySeconds: numbers.chance(0.5) ? 0 : numbers.number(-1_000, 200_000))
            let forecast = Self.estimator.forecast(of: situation, limits: limits, now: now)
            #expect(ArrivalScore.isSound(forecast))
            #expect(forecast.estimates.count <= Self.estimator.rules.mostEstimates)
            #expect(forecast.anywhere.early < forecast.anywhere.late)
            if let one = Self.estimator.interval(at: "EHAM", of: situation, limits: limits, now: now) {
                #expect(ArrivalScore.isSound(one) && one.early < one.late && one.soonest >= situation.time)
            }
        }
    }

    @Test func whatNobodyFliesIsNotTaken() {
        let bad = FlightSituation(
            position: .origin,
            time: Self.start,
            altitude: Feet(.nan),
            groundSpeed: Knots(.infinity),
            track: Degrees(.nan),
            verticalRate: FeetPerMinute(-1e9),
            takeoff: KnownTakeoff(time: Self.start.advanced(bySeconds: 1), place: .origin)
        )
        #expect(bad == FlightSituation(position: .origin, time: Self.start))
        var limits = AirframeLimits.unknown
        for value in [Double.nan, .infinity, -1, 0, 1e300] {
            limits.maximumSpeed = KilometresPerHour(value)
            limits.typicalSpeed = KilometresPerHour(value)
            limits.enduranceSeconds = value
            limits.runwayMinimum = Metres(value)
            limits.rotation = Knots(value)
            #expect(ArrivalScore.isSound(Self.estimator.forecast(of: bad, limits: limits)))
        }
        let said = [FieldChance(field: "EHAM", probability: .nan), FieldChance(field: "LFPG", probability: -.infinity)]
        #expect(ArrivalScore.isSound(Self.estimator.forecast(of: bad, announced: said)))
        let many = (0..<10_000).map { FieldChance(field: "X\($0)", probability: 1e300) }
        #expect(ArrivalScore.isSound(Self.estimator.forecast(of: bad, announced: many)))
    }

    @Test func nothingKnownOfAnyAirport() {
        let empty = ArrivalEstimator(LegContext(gazetteer: .empty))
        let situation = FlightSituation(position: .origin, time: Self.start, altitude: 30_000, groundSpeed: 450)
        let forecast = empty.forecast(of: situation)
        #expect(forecast.estimates.isEmpty && ArrivalScore.isSound(forecast))
        #expect(empty.interval(at: "EHAM", of: situation) == nil)
    }

    @Test("a later now never moves the soonest possible before", arguments: [0.0, 0.3, 1])
    func laterNow(unheard: Double) {
        let estimator = ArrivalEstimator(
            LegContext(gazetteer: GeneratedTraffic.gazetteer, unheard: { _ in unheard })
        )
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<60 {
            let situation = random(&numbers)
            var before: ArrivalInterval?
            var landed = 0.0
            for minutes in [0.0, 1, 10, 60, 240, 600, 1_200] {
                let now = Self.start.advanced(bySeconds: minutes * 60)
                guard let one = estimator.interval(at: "KDEN", of: situation, now: now) else { break }
                if let before {
                    #expect(one.soonest >= before.soonest)
                    // In between, the silence itself speaks for having landed less and less.
                    if unheard == 0 || unheard == 1 {
                        for time in [\ArrivalInterval.early, \.middle, \.late] {
                            #expect(one[keyPath: time].seconds(since: before[keyPath: time]) > -0.5)
                        }
                    }
                }
                if unheard == 0 { #expect(one.soonest >= min(now, one.latest) && one.landedProbability == 0) }
                if unheard == 1 { #expect(one.landedProbability >= landed) }
                landed = one.landedProbability
                before = one
            }
        }
    }

    @Test func whoWouldHaveBeenHeardLandsElsewhere() throws {
        let place = try unwrapped(Position(latitude: 51.5, longitude: 4.5))
        let situation = FlightSituation(
            position: place,
            time: Self.start,
            altitude: 9_000,
            groundSpeed: 270,
            track: 10,
            verticalRate: -1_200
        )
        let hour = Self.start.advanced(bySeconds: 3_600)
        let silent = Self.estimator.forecast(of: situation, now: hour)
        let leading = try unwrapped(silent.estimates.first)
        #expect(leading.interval.landedProbability > 0.9 && leading.interval.middle < hour)
        let slot = try unwrapped(GeneratedTraffic.gazetteer.slot(ofAirport: leading.field))
        let heard = ArrivalEstimator(
            LegContext(gazetteer: GeneratedTraffic.gazetteer, unheard: { $0 == slot ? 0 : 1 })
        )
        let other = heard.forecast(of: situation, now: hour)
        let left = other.estimates.first { $0.field == leading.field }
        #expect((left?.share ?? 0) < leading.share / 4)
        if let left { #expect(left.interval.early >= hour) }
    }

    /// Two gazetteers, one turned by an angle: the same answers, wherever the 180th meridian is.
    @Test(arguments: [37.0, 175, -120]) func turnedGlobe(by angle: Double) throws {
        func world(_ turn: Double) throws -> (ArrivalEstimator, FlightSituation) {
            let fields = [("XAAA", 62.0, 2.0), ("XBBB", 60.0, 8.0), ("XCCC", 66, 14), ("XDDD", 55, 20)]
            let gazetteer = try SmallWorld.gazetteer(
                fields.map { SmallWorld.Place($0.0, latitude: $0.1, longitude: $0.2 + turn) }
            )
            let place = try unwrapped(Position(latitude: 61, longitude: turn))
            let start = try unwrapped(Position(latitude: 61, longitude: turn - 12))
            let situation = FlightSituation(
                position: place,
                time: Self.start,
                altitude: 33_000,
                groundSpeed: 430,
                track: 80,
                verticalRate: 0,
                takeoff: KnownTakeoff(time: Self.start.advanced(bySeconds: -3_600), place: start)
            )
            return (ArrivalEstimator(LegContext(gazetteer: gazetteer)), situation)
        }
        let (plain, here) = try world(0)
        let (turned, there) = try world(angle)
        let (one, other) = (plain.forecast(of: here), turned.forecast(of: there))
        #expect(one.estimates.map(\.field) == other.estimates.map(\.field))
        for (first, second) in zip(one.estimates, other.estimates) {
            #expect(abs(first.share - second.share) < 1e-4)
            #expect(abs(first.interval.middle.seconds(since: second.interval.middle)) < 1)
        }
        #expect(abs(one.anywhere.late.seconds(since: other.anywhere.late)) < 5)
    }

    @Test func aGivenAirportDependsOnNoOther() throws {
        let alone = try SmallWorld.gazetteer([SmallWorld.Place("XAAA", latitude: 50, longitude: 5)])
        let among = try SmallWorld.gazetteer(
            [SmallWorld.Place("XAAA", latitude: 50, longitude: 5)]
                + (0..<40).map { SmallWorld.Place("X\(100 + $0)", latitude: 50.2, longitude: 5 + Double($0) / 20) }
        )
        let place = try unwrapped(Position(latitude: 49, longitude: 3))
        let situation = FlightSituation(
            position: place,
            time: Self.start,
            altitude: 20_000,
            groundSpeed: 380,
            track: 50
        )
        let (one, other) = (
            ArrivalEstimator(LegContext(gazetteer: alone)).interval(at: "XAAA", of: situation),
            ArrivalEstimator(LegContext(gazetteer: among)).interval(at: "XAAA", of: situation)
        )
        #expect(one != nil && one == other)
    }

    @Test func nothingIsBeforeTheFastestAndNothingBeyondTheFuel() throws {
        let far = try unwrapped(Position(latitude: -33, longitude: 151))
        let limits = AirframeTable().limits(ofType: "A148")
        let situation = FlightSituation(position: far, time: Self.start, altitude: 35_000, groundSpeed: 430)
        #expect(Self.estimator.interval(at: "EHAM", of: situation, limits: limits) == nil)
        let near = try unwrapped(Position(latitude: 52, longitude: -6))
        let over = FlightSituation(position: near, time: Self.start, altitude: 35_000, groundSpeed: 430, track: 85)
        let one = try unwrapped(Self.estimator.interval(at: "EHAM", of: over, limits: limits))
        let way = Geodesy.distance(near, try unwrapped(Position(latitude: 52.31, longitude: 4.76))).rawValue - 6_000
        let highest = ReachRules().highestSpeed(limits).metresPerSecond
        #expect(one.soonest.seconds(since: Self.start) >= way / highest - 30)
        #expect(one.soonest.seconds(since: Self.start) <= way / highest + 60)
        // 730 km at 430 kt and down from 35,000 ft: an hour.
        #expect((3_000...4_400).contains(one.middle.seconds(since: Self.start)))
    }

    @Test func minutesOnFinal() throws {
        let place = Geodesy.destination(from: OneField.homePlace, bearing: 270, distance: 11_500)
        let estimator = ArrivalEstimator(OneField.context)
        let situation = FlightSituation(
            position: place,
            time: Self.start,
            altitude: 2_220,
            groundSpeed: 140,
            track: 90,
            verticalRate: -740
        )
        let forecast = estimator.forecast(of: situation)
        let leading = try unwrapped(forecast.estimates.first)
        #expect(leading.field == OneField.home && leading.share > 0.9)
        // 10 km at 140 kt: 139 s.
        #expect(abs(leading.interval.middle.seconds(since: Self.start) - 139) < 40)
        #expect(leading.interval.late.seconds(since: leading.interval.early) < 240)
    }
}
