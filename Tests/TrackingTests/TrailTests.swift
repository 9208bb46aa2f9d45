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
}
