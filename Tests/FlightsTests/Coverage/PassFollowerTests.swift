import Aero
import Testing

@testable import Flights

@Suite struct PassFollowerTests {
    private let antenna: Listener

    init() throws { antenna = try #require(Listener(number: 1, kind: .receiver)) }

    @Test("one pass a cell, however many messages")
    func onePassACell() throws {
        let often = FlownTrack.passes(
            try FlownTrack().points(stride(from: 0, through: 3_000, by: 5), heardBy: [antenna])
        )
        let seldom = FlownTrack.passes(
            try FlownTrack().points(stride(from: 0, through: 3_000, by: 100), heardBy: [antenna])
        )
        let inside = often.filter { !$0.heardBy.isEmpty }
        #expect(Set(inside.map(\.cell)).count == inside.count)
        // 3,000 s at 450 kt are 694 km; half a degree of longitude is 35.6 km there, of latitude 55.6 km.
        #expect((18...24).contains(inside.count))
        // A hop between two points far apart crosses the same cells.
        let lookedAt = Set(inside.map(\.cell).dropFirst().dropLast())
        #expect(lookedAt.isSubset(of: Set(seldom.map(\.cell))))
    }

    @Test("a cell crossed between two points within ten minutes is a pass that nobody heard")
    func silentCells() throws {
        let track = try FlownTrack()
        let seconds =
            Array(stride(from: 0.0, through: 600, by: 10)) + Array(stride(from: 1_150.0, through: 1_800, by: 10))
        let passes = FlownTrack.passes(track.points(seconds, heardBy: [antenna]))
        let silent = passes.filter {
            $0.heardBy.isEmpty && $0.entered > track.start && $0.left < track.start.advanced(bySeconds: 1_800)
        }
        #expect((2...4).contains(silent.count))
    }

    @Test("a longer silence is a gap; the steady track is carried on by five minutes on both sides")
    func edges() throws {
        let track = try FlownTrack()
        let seconds =
            Array(stride(from: 0.0, through: 600, by: 10)) + Array(stride(from: 3_000.0, through: 3_600, by: 10))
        let passes = FlownTrack.passes(track.points(seconds, heardBy: [antenna]))
        let silent = passes.filter(\.heardBy.isEmpty)
        #expect(!silent.isEmpty)
        for pass in silent {
            let begin = pass.entered.seconds(since: track.start)
            let end = pass.left.seconds(since: track.start)
            let isAtAnEdge = [(-300.0, 0.0), (600, 900), (2_700, 3_000), (3_600, 3_900)].contains {
                begin >= $0 - 1 && end <= $1 + 1
            }
            #expect(isAtAnEdge, "\(begin) … \(end)")
        }
        #expect(
            silent.contains {
                $0.entered.seconds(since: track.start) > 600 && $0.left.seconds(since: track.start) < 901
            }
        )
        #expect(
            silent.contains {
                $0.entered.seconds(since: track.start) > 2_699 && $0.left.seconds(since: track.start) < 3_001
            }
        )
    }

    @Test("what turns, climbs or was seen too briefly is not carried on")
    func unsteady() throws {
        let track = try FlownTrack()
        let brief = FlownTrack.passes(track.points(stride(from: 0, through: 120, by: 10), heardBy: [antenna]))
        #expect(brief.allSatisfy { !$0.heardBy.isEmpty })
        var climbing: [KnownPoint] = []
        for second in stride(from: 0.0, through: 900, by: 10) {
            var piece = track
            piece.altitude = Feet(5_000 + second * 30)
            climbing.append(piece.point(at: second, heardBy: [antenna]))
        }
        #expect(FlownTrack.passes(climbing).allSatisfy { !$0.heardBy.isEmpty })
    }

    @Test func landingEndsWithoutExtension() throws {
        let track = try FlownTrack()
        let points =
            track.points(stride(from: 0, through: 600, by: 10), heardBy: [antenna])
            + [track.point(at: 610, heardBy: [antenna], onGround: true)]
        let after = FlownTrack.passes(points).filter { $0.left > track.start.advanced(bySeconds: 620) }
        #expect(after.isEmpty)
    }

    @Test("a way that bends, or is too fast, between two far points is not known")
    func unknownWays() throws {
        let track = try FlownTrack()
        var north = FlownTrack(from: track.point(at: 900, heardBy: []).position)
        north.track = 0
        let first = track.points(stride(from: 0, through: 600, by: 10), heardBy: [antenna])
        let bent = FlownTrack.passes(first + [north.point(at: 950, heardBy: [antenna])])
        #expect(bent.filter { $0.heardBy.isEmpty }.allSatisfy { $0.entered.seconds(since: track.start) < 901 })
        let jump = FlownTrack.passes(
            first
                + [track.point(at: 3_000, heardBy: [antenna])].map { point in
                    KnownPoint(
                        time: track.start.advanced(bySeconds: 640),
                        position: point.position,
                        altitude: 36_000,
                        heardBy: [antenna]
                    )
                }
        )
        #expect(!jump.contains { $0.entered.seconds(since: track.start) > 600 && $0.heardBy == [antenna] })
    }

    @Test("points out of order are left out, and nothing traps on wild ones")
    func wildPoints() throws {
        var generator = SplitMix(state: 7)
        var follower = PassFollower(aircraft: AircraftAddress(icao: 1), kind: .squitter)
        var passes: [Pass] = []
        for _ in 0..<20_000 {
            let place = try #require(
                Position(latitude: generator.number(-90, 90), longitude: generator.number(-180, 180))
            )
            let point = KnownPoint(
                time: Timestamp(seconds: generator.number(0, 100_000)),
                position: place,
                altitude: Feet(generator.number(-2_000, 60_000)),
                track: generator.unit() < 0.5 ? nil : Degrees(generator.number(0, 360)),
                groundSpeed: generator.unit() < 0.5 ? nil : Knots(generator.number(0, 2_000)),
                isOnGround: generator.unit() < 0.05,
                heardBy: [antenna]
            )
            follower.add(point, into: &passes)
            if generator.unit() < 0.05 { follower.finish(into: &passes) }
        }
        #expect(passes.allSatisfy { $0.entered <= $0.left })
    }

    @Test(
        "across the 180th meridian and near a pole",
        arguments: [(60.0, 179.0, 90.0), (-70, -179.5, 270), (88, 10, 0)]
    )
    func anywhere(latitude: Double, longitude: Double, bearing: Double) throws {
        var track = FlownTrack(from: try #require(Position(latitude: latitude, longitude: longitude)))
        track.track = Degrees(bearing)
        let passes = FlownTrack.passes(track.points(stride(from: 0, through: 1_800, by: 10), heardBy: [antenna]))
        #expect(passes.count >= 4)
        #expect(passes.contains { $0.heardBy == [antenna] })
    }
}
