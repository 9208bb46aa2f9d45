import Aero
import Testing

@testable import Site
@testable import Tracking

/// Where strangers are shown a part of the sky, an aircraft begins for them where it comes in.
@Suite(.timeLimit(.minutes(10)))
struct ShownSkyTests {
    private static let address = AircraftAddress(icao: 0x40_0001)

    /// North at a tenth of a degree a step; shown within 30 km of 41 N.
    private static func track(steps: Int) -> Track {
        let stops = (0...steps).map { step in
            Paths.Stop(seconds: Tracks.now.seconds + Double(step) * 60, latitude: 40 + Double(step) * 0.1, longitude: 4)
        }
        var track = Paths.track(address, stops)
        track.messages = 100 * (steps + 1)
        return track
    }

    @Test(
        "it is told as of the first point that is shown, with the messages since, and with what it was called from then on"
    )
    func beginning() async throws {
        let middle = try #require(Position(latitude: 41, longitude: 4))
        let discretion = Discretion(shownSky: ShownSky(middle: middle, range: 30_000))
        let sky = FakeSky()
        func show(_ steps: Int) {
            sky.set { state in
                state.status.now = Tracks.now.advanced(bySeconds: Double(steps) * 60)
                state.tracks = [Self.track(steps: steps)]
            }
        }
        let strangers = DiscreetSky(sky, for: .strangers, discretion, tellsReception: false)
        show(6)
        #expect(await strangers.track(Self.address) == nil)
        show(8)
        let came = try #require(await strangers.track(Self.address))
        #expect(came.firstHeard == Tracks.now.advanced(bySeconds: 480) && came.messages == 1)
        #expect(came.trail.points.allSatisfy { $0.time >= came.firstHeard })
        #expect(came.trail.names.allSatisfy { $0.time >= came.firstHeard })
        show(10)
        let later = try #require(await strangers.tracks().first)
        #expect(later.firstHeard == came.firstHeard && later.messages == 201)
        // Out of it and back it begins anew.
        show(20)
        #expect(await strangers.tracks().isEmpty)
        show(11)
        #expect(await strangers.track(Self.address)?.messages == 1)
        let operators = DiscreetSky(sky, for: .operators, discretion, tellsReception: true)
        let whole = try #require(await operators.track(Self.address))
        #expect(whole.messages == 1200 && whole.firstHeard < came.firstHeard)
    }
}
