import Aero
import Flights
import Testing

@testable import Visits

struct StretchMakerTests {
    private let flight = SmallVisit.flight(SmallVisit.moscow, SmallVisit.hanoi, at: 3)

    @Test("a flight heard throughout is one stretch, rising at one end and sinking at the other")
    func whole() throws {
        let stretches = StretchMaker().stretches(of: flight)
        let one = try #require(stretches.first)
        #expect(stretches.count == 1 && one.isRising && one.isSinking)
        #expect(one.first.altitude == 0 && one.first.time == SmallVisit.hour(3))
        #expect(try #require(one.last.track).rawValue > 90)
    }

    @Test("a silence of more than 25 minutes parts two stretches, neither of which is low there")
    func silence() {
        let points = flight.filter { $0.time < SmallVisit.hour(5) || $0.time > SmallVisit.hour(5.6) }
        let stretches = StretchMaker().stretches(of: points)
        #expect(stretches.count == 2)
        #expect(!stretches[0].isSinking && !stretches[1].isRising)
    }

    @Test("positions that nobody can have flown to are left out, wherever they stand")
    func spoofed() throws {
        for range in [5..<12, 40..<60] {
            var points = flight
            for number in range {
                let elsewhere = try #require(Position(latitude: 10, longitude: -60))
                points[number] = HeardPoint(
                    time: points[number].time,
                    position: elsewhere,
                    altitude: points[number].altitude
                )
            }
            let believed = StretchMaker.believed(points)
            #expect(believed.count == flight.count - range.count)
            #expect(believed.allSatisfy { $0.disc.centre.longitude > 0 })
        }
    }

    @Test("standing between two flights ends the one and begins the other, at the right times")
    func standing() throws {
        let (one, other) = (flight, SmallVisit.flight(SmallVisit.hanoi, SmallVisit.moscow, at: 14))
        let landing = try #require(one.last)
        let standing = stride(from: 600.0, to: 3_000, by: 300).map { seconds in
            HeardPoint(
                time: landing.time.advanced(bySeconds: seconds),
                position: SmallVisit.hanoi.position,
                altitude: 0
            )
        }
        let stretches = StretchMaker().stretches(of: one + standing + other)
        #expect(stretches.count == 2)
        #expect(stretches[0].last.time == landing.time && stretches[0].isSinking)
        #expect(stretches[1].first.time == SmallVisit.hour(14) && stretches[1].isRising)
    }

    @Test("no points, and a single one, are no trouble")
    func few() {
        #expect(StretchMaker().stretches(of: []).isEmpty)
        let stretches = StretchMaker().stretches(of: [flight[20]])
        #expect(stretches.count == 1 && !stretches[0].isSinking && stretches[0].last.track == nil)
    }

    @Test("without a position the disc is the radio horizon, the usual one smaller")
    func discs() {
        let point = HeardPoint(time: SmallVisit.start, heardAt: SmallVisit.hanoi.position, altitude: 36_000)
        #expect(point.disc.radius.rawValue > 400_000 && point.usualRadius == 340_000)
    }
}
