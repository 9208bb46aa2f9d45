import Aero
import Testing

@testable import Site
@testable import Tracking

struct PathSampleTests {
    private func sample(_ track: Track, _ seconds: Double) -> PathSample? {
        PathSample(track, at: Timestamp(seconds: seconds))
    }

    @Test("between two points of a path the aircraft is on the line between them")
    func between() throws {
        let track = Paths.eastwards(from: 1000, points: 3)
        let middle = try #require(sample(track, 1010))
        #expect(abs(middle.longitude - 0.025) < 1e-9 && middle.latitude == 50)
        #expect(middle.altitude == 10_000 && middle.groundSpeed == 300)
        #expect(try #require(sample(track, 1000)).longitude == 0)
    }

    @Test("before the first point, in a silence and after the last one it is nowhere")
    func nowhere() {
        var stops = (0..<3).map { Paths.Stop(seconds: 1000 + Double($0) * 20, latitude: 50, longitude: Double($0)) }
        stops.append(Paths.Stop(seconds: 1400, latitude: 50, longitude: 9))
        let track = Paths.track(stops)
        #expect(sample(track, 999) == nil)
        #expect(sample(track, 1040 + 30) != nil && sample(track, 1040 + 31) == nil)
        #expect(sample(track, 1399) == nil)
        #expect(sample(track, 1430) != nil && sample(track, 1431) == nil)
    }

    @Test("the present position continues the trail")
    func present() throws {
        var track = Paths.eastwards(from: 1000, points: 3)
        track.fix = Paths.fix(50, 0.12, at: 1048)
        #expect(abs(try #require(sample(track, 1044)).longitude - 0.11) < 1e-9)
        #expect(try #require(sample(track, 1060)).longitude == 0.12)
        #expect(sample(track, 1079) == nil)
    }

    @Test("a path across the 180th meridian goes the short way")
    func antimeridian() throws {
        let track = Paths.track([
            Paths.Stop(seconds: 1000, latitude: 0, longitude: 179.9),
            Paths.Stop(seconds: 1020, latitude: 0, longitude: -179.9),
        ])
        let middle = try #require(sample(track, 1015))
        #expect(abs(middle.longitude + 179.95) < 1e-9)
    }
}
