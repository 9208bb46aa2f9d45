import Aero
import Testing

@testable import Flights

/// Time to go, alone.
struct RemainingTimeTests {
    @Test func threeDegreesFromCruise() {
        let profile = DescentProfile(level: 450, usual: 450)
        let down = profile.descent(from: 35_000)
        // 35,000 ft over the tangent of 3 degrees: 203.6 km; half an hour.
        #expect(abs(down.metres - 203_560) < 200)
        #expect((1_300...2_100).contains(down.seconds))
        // A hundred kilometres more are flown at the speed it has: 432 s.
        let longer = profile.seconds(way: down.metres + 100_000, height: 35_000)
        #expect(abs(longer - down.seconds - 432) < 1)
        // Too high for the way there is: not faster than 3,000 ft/min.
        #expect(profile.seconds(way: 1_000, height: 35_000) >= 700)
    }

    @Test("more way and more height take longer", arguments: [60.0, 120, 275, 450])
    func rising(usual: Double) {
        let profile = DescentProfile(level: usual, usual: usual)
        var before = -1.0
        for kilometres in stride(from: 0.0, through: 400, by: 5) {
            let seconds = profile.seconds(way: kilometres * 1_000, height: 10_000)
            #expect(seconds >= before)
            before = seconds
        }
    }

    @Test func nothingLiesBeforeTheFastestOrBehindTheLongest() throws {
        let way = RemainingTime.Way(weight: 0.7, middle: 1_000, early: 100, late: 200)
        let other = RemainingTime.Way(weight: 0.3, middle: 1_300, early: 100, late: 200)
        let time = try #require(
            RemainingTime(first: way, second: other, rest: (0.1, 1_000, 600), fastest: 900, longest: 5_000)
        )
        #expect(time.probability(upTo: 900) == 0 && time.probability(upTo: 5_000) == 1)
        var before = 0.0
        for seconds in stride(from: 900.0, through: 5_000, by: 10) {
            let now = time.probability(upTo: seconds)
            #expect(now >= before)
            before = now
        }
        #expect(RemainingTime(first: way, second: other, rest: (0.1, 1_000, 600), fastest: 900, longest: 900) == nil)
        // All that was expected is impossible: soon after the fastest then.
        let late = try #require(
            RemainingTime(first: way, second: way, rest: (0, 1_000, 600), fastest: 9_000, longest: 20_000)
        )
        #expect(late.probability(upTo: 9_300) > 0.9)
    }

    @Test func theNearerEndAndTheOther() throws {
        let gazetteer = try SmallWorld.gazetteer([SmallWorld.Place("XAAA", latitude: 50, longitude: 5)])
        let slot = try #require(gazetteer.slot(ofAirport: "XAAA"))
        let field = Field(slot, in: gazetteer)
        // 30 km west of a runway 09/27 of 3 km: 28.5 km to the near threshold, and round the field to the other.
        let west = Geodesy.destination(from: field.position, bearing: 270, distance: 30_000)
        func way(_ track: Double?) -> ApproachWay {
            ApproachWay(to: field, from: west, distance: 30_000, track: track, height: 5_000, isFast: true)
        }
        #expect(way(90).isOnFinal && !way(0).isOnFinal && !way(nil).isOnFinal)
        #expect(abs(way(90).shortest - 28_800) < 300)
        #expect(way(0).other > way(0).shortest + 20_000)
        // Far away only the direction counts: the same beyond.
        let far = Geodesy.destination(from: field.position, bearing: 270, distance: 1_000_000)
        let long = ApproachWay(to: field, from: far, distance: 1_000_000, track: 90, height: nil, isFast: true)
        #expect(abs(long.shortest - 998_500) < 1_000)
    }
}
