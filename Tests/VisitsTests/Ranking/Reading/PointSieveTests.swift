import Aero
import Flights
import ModeS
import Testing
import Tracking

@testable import Visits

struct PointSieveTests {
    private let start = Timestamp(seconds: 1_767_571_200)
    private let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x14_0001))

    private func row(_ seconds: Double, feet: Double?, isOnGround: Bool = false, east: Double = 0) -> Observation {
        var row = Observation(at: start.advanced(bySeconds: seconds), sourceClass: .adsbICAO)
        row.position = Position(latitude: 10, longitude: 20 + east)
        row.barometricAltitude = feet.map { Feet($0) }
        if isOnGround { row.flags.insert(.onGround) }
        return row
    }

    private func points(_ rows: [Observation]) -> [HeardPoint] {
        var sieve = PointSieve()
        sieve.take(Trace(aircraft, observations: rows))
        return sieve.finished()
    }

    @Test("a long flight leaves a point every few minutes, its first and its last")
    func spacing() {
        let rows = (0...720).map { row(Double($0) * 5, feet: 30_000, east: Double($0) * 0.01) }
        let points = points(rows)
        #expect(points.first?.time == start && points.last?.time == start.advanced(bySeconds: 3_600))
        #expect((12...18).contains(points.count))
    }

    @Test("both sides of a silence and of a landing stay")
    func edges() {
        var rows = (0..<60).map { row(Double($0) * 5, feet: 10_000 - Double($0) * 100, east: Double($0) * 0.001) }
        rows.append(row(300, feet: nil, isOnGround: true, east: 0.06))
        rows += (0..<10).map { row(5_000 + Double($0) * 5, feet: 3_000 + Double($0) * 100, east: 1) }
        let points = points(rows)
        let times = points.map { $0.time.seconds(since: start) }
        #expect(times.contains(295) && times.contains(300) && times.contains(5_000) && times.contains(5_045))
        #expect(points.filter { $0.altitude == 0 }.count == 1)
        let stretches = StretchMaker().stretches(of: points)
        #expect(stretches.first?.isSinking == true && stretches.last?.isRising == true)
    }

    @Test("what was doubted, or is told again, is left out")
    func doubts() {
        var doubtful = row(10, feet: 30_000)
        doubtful.flags.insert(.doubtful)
        var sieve = PointSieve()
        sieve.take(Trace(aircraft, observations: [row(0, feet: 30_000), doubtful, row(600, feet: 30_000)]))
        sieve.take(Trace(aircraft, observations: [row(0, feet: 30_000), row(900, feet: 30_000)]))
        #expect(sieve.finished().map { $0.time.seconds(since: start) } == [0, 600, 900])
    }

    @Test("without a position it is around its receiver, where that is known")
    func discs() throws {
        let place = try #require(Position(latitude: 52, longitude: 5))
        var silent = Observation(at: start, sourceClass: .modeS, heardBy: 1)
        silent.barometricAltitude = 4_000
        let sets = [ReceiverSet.empty, ReceiverSet([9])]
        var sieve = PointSieve { number, _ in number == 9 ? ReceiverPlace(position: place, antenna: 20) : nil }
        sieve.take(Trace(aircraft, observations: [silent], receiverSets: sets))
        let point = try #require(sieve.finished().first)
        #expect(point.disc.centre == place && point.usualRadius == 55_000)
        #expect(points([silent]).isEmpty)
    }
}
