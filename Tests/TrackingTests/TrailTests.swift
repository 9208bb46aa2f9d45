import Aero
import ModeS
import Testing

@testable import Tracking

struct TrailTests {
    private func fix(at seconds: Double, latitude: Double = 50) throws -> Fix {
        Fix(
            position: try #require(Position(latitude: latitude, longitude: 5)),
            time: Timestamp(seconds: seconds),
            source: .frame(.extendedSquitter, typeCode: 11),
            sourceClass: .adsbICAO,
            feed: FeedID(rawValue: 1),
            method: .global,
            isOnGround: false
        )
    }

    @Test func straightFlightKeepsFewPointsATurnKeepsMore() throws {
        var straight = Trail()
        var turning = Trail()
        for second in 0..<100 {
            straight.note(
                try fix(at: Double(second)),
                TrailPoint.Motion(altitude: 30_000, track: 90),
                isDoubtful: false
            )
            turning.note(
                try fix(at: Double(second)),
                TrailPoint.Motion(altitude: 30_000, track: Degrees(Double(second * 3))),
                isDoubtful: false
            )
        }
        #expect(straight.points.count == 5)
        #expect(turning.points.count > 40)
    }

    @Test func silenceIsAGapAndNeverJoined() throws {
        var trail = Trail()
        trail.note(try fix(at: 0), TrailPoint.Motion(), isDoubtful: false)
        trail.note(try fix(at: 119), TrailPoint.Motion(), isDoubtful: false)
        trail.note(try fix(at: 300), TrailPoint.Motion(), isDoubtful: false)
        #expect(trail.points.map { $0.flags.contains(.afterGap) } == [false, false, true])
    }

    @Test func aTrailIsBoundedAndKeepsItsGaps() throws {
        var trail = Trail()
        trail.note(try fix(at: 0), TrailPoint.Motion(), isDoubtful: false)
        for step in 1..<5_000 {
            trail.note(try fix(at: 200 + Double(step) * 20), TrailPoint.Motion(altitude: 30_000), isDoubtful: false)
            #expect(trail.points.count <= Trail.capacity)
        }
        #expect(trail.points.last?.altitude == 30_000)
    }

    @Test func namesAreKeptWhenTheyChangeAndNeverMoreThanABound() throws {
        var trail = Trail()
        trail.note(callsign: nil, squawk: nil, at: Timestamp(seconds: 1))
        #expect(trail.names.isEmpty && trail.name(at: Timestamp(seconds: 5)) == nil)
        for (time, callsign) in [(10, "KLM1"), (20, "KLM1"), (30, "KLM2"), (25, "KLM3")] {
            trail.note(callsign: callsign, squawk: nil, at: Timestamp(seconds: Double(time)))
        }
        #expect(trail.names.map(\.callsign) == ["KLM1", "KLM2"])
        #expect(trail.name(at: Timestamp(seconds: 9)) == nil)
        #expect(trail.name(at: Timestamp(seconds: 29.9))?.callsign == "KLM1")
        #expect(trail.name(at: Timestamp(seconds: 30))?.callsign == "KLM2")
        for index in 0..<1000 {
            trail.note(callsign: "X\(index)", squawk: nil, at: Timestamp(seconds: 40 + Double(index)))
        }
        #expect(trail.names.count == Trail.nameCapacity && trail.names.last?.callsign == "X999")
    }

    @Test func whatKindAValueIsStandsWithThePointAndMakesNone() throws {
        var trail = Trail()
        trail.note(try fix(at: 0), TrailPoint.Motion(altitude: 30_000), isDoubtful: false)
        trail.note(
            try fix(at: 5),
            TrailPoint.Motion(altitude: 30_000, kinds: [.geometricAltitude, .geometricRate]),
            isDoubtful: false
        )
        trail.note(try fix(at: 20), TrailPoint.Motion(altitude: 30_000, kinds: [.geometricRate]), isDoubtful: false)
        #expect(trail.points.map(\.flags) == [[], [.geometricRate]])
    }
}
