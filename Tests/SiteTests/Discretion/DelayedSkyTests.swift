import Aero
import Testing

@testable import Site
@testable import Tracking

/// What is shown later is shown as it was, and nothing of it sooner.
@Suite(.timeLimit(.minutes(10)))
struct DelayedSkyTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let address = AircraftAddress(icao: 0x40_0001)

    /// An aircraft that flies so fast north that its latitude tells the second, with the path it came.
    private static func move(_ sky: FakeSky, to second: Int) {
        let now = Tracks.now.advanced(bySeconds: Double(second))
        let stops = (0...max(1, second)).map { step in
            Paths.Stop(
                seconds: Tracks.now.seconds + Double(step),
                latitude: 40 + Double(step) * 0.001,
                longitude: 4
            )
        }
        var track = Paths.track(address, stops)
        track.squawk = Tracks.known(Squawk(rawValue: 0o1000))
        sky.set { state in
            state.status.now = now
            state.status.messages = second
            state.tracks = [track]
        }
    }

    private static func second(of track: Track) throws -> Int {
        Int(((try #require(track.fix).position.latitude - 40) * 1000).rounded())
    }

    @Test("what is told is between the delay and the delay with the time between two pictures old, the path too")
    func told() async throws {
        let (sky, delay) = (FakeSky(), 60.0)
        let delayed = DelayedSky(sky, seconds: delay)
        for second in 1...200 {
            Self.move(sky, to: second)
            await delayed.note()
            let status = await delayed.status()
            #expect(status.now == Tracks.now.advanced(bySeconds: Double(second) - delay))
            guard let track = await delayed.track(Self.address) else {
                #expect(second <= 61 && status.aircraft == 0 && status.messages == 0)
                #expect(await delayed.snapshot().aircraft.isEmpty)
                continue
            }
            let age = second - (try Self.second(of: track))
            #expect((60...65).contains(age), "at \(second)")
            #expect(status.messages == second - age && status.aircraft == 1)
            #expect(track.lastHeard <= status.now)
            let end = try #require(track.trail.points.last).time
            #expect(end <= status.now && !track.trail.points.isEmpty)
            #expect(await delayed.snapshot().aircraft.map(\.lastHeard) == [track.lastHeard])
            #expect(await delayed.tracks().map(\.lastHeard) == [track.lastHeard])
        }
    }

    @Test("an aircraft is there as long after it was lost as it came late; nothing of it is kept any longer")
    func lost() async throws {
        let sky = FakeSky()
        let delayed = DelayedSky(sky, seconds: 30)
        Self.move(sky, to: 10)
        await delayed.note()
        for second in stride(from: 15, through: 100, by: 5) {
            sky.set { state in
                state.tracks = []
                state.status.now = Tracks.now.advanced(bySeconds: Double(second))
            }
            await delayed.note()
            let track = await delayed.track(Self.address)
            #expect((track != nil) == (40..<45).contains(second), "at \(second)")
            if let track { #expect(!track.trail.points.isEmpty) }
        }
        #expect(await delayed.heldPaths == 0)
    }

    @Test(
        "a long delay holds no more pictures than a short one, and one beyond the longest shows nobody",
        arguments: [
            5.0, 300, 3600, 3601,
        ]
    )
    func bounded(delay: Double) async {
        let sky = FakeSky()
        let delayed = DelayedSky(sky, seconds: delay)
        for second in stride(from: 0, through: 9000, by: 3) {
            sky.set { $0.status.now = Tracks.now.advanced(bySeconds: Double(second)) }
            await delayed.note()
        }
        #expect(await delayed.heldPictures <= 32)
        if delay > 3600 { #expect(await delayed.heldPictures == 0) }
    }

    @Test("a recording that begins again is another sky")
    func again() async throws {
        let sky = FakeSky()
        let delayed = DelayedSky(sky, seconds: 10)
        Self.move(sky, to: 50)
        await delayed.note()
        Self.move(sky, to: 20)
        await delayed.note()
        Self.move(sky, to: 31)
        #expect(await delayed.tracks().count == 1)
        Self.move(sky, to: 45)
        #expect(try await delayed.track(Self.address).map(Self.second) == 31)
    }

    @Test("a server with a delay shows strangers what was, and the operator what is, now and in the past")
    func served() async throws {
        let sky = FakeSky()
        Self.move(sky, to: 100)
        let history = Hiding.history(with: true)
        let discretion = Discretion(publicDelay: 900)
        try await SiteUnderTest.with(sky: sky, history: history, discretion: discretion) {
            $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
        } _: { (site) async throws in
            func ask(_ target: String, _ headers: [String: String] = Self.stranger) async throws -> String {
                try await Loopback.ask(site.port, target, headers: headers).text
            }
            #expect(try await ask("/data/aircraft.json", [:]).contains("400001"))
            #expect(try await !ask("/data/aircraft.json").contains("400001"))
            await site.server.delayed?.note()
            sky.set { $0.status.now = Tracks.now.advanced(bySeconds: 1001) }
            #expect(try await ask("/data/aircraft.json").contains("400001"))
            // The aircraft of 900 s before `Tracks.now` is heard for 600 s from then on.
            let area = "/api/v1/history/area?from=2024-06-18T08:00:00Z&to=2024-06-18T08:41:00Z"
            sky.set { $0.status.now = Tracks.now }
            #expect(try await ask(area, [:]).contains(Hiding.hidden.hex))
            #expect(try await !ask(area).contains(Hiding.hidden.hex))
            sky.set { $0.status.now = Tracks.now.advanced(bySeconds: 2000) }
            #expect(try await ask(area).contains(Hiding.hidden.hex))
            // Of a day that is not over by then strangers are told no counts.
            let days = "/api/v1/history/days?from=2024-06-18T00:00:00Z&to=2024-06-18T12:00:00Z"
            #expect(try await ask(days, [:]).contains("2024-06-18"))
            #expect(try await !ask(days).contains(#""day":"2024-06-18""#))
        }
    }
}
