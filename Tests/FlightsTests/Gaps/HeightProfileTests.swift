import Aero
import Testing

@testable import Flights

@Suite struct HeightProfileTests {
    private func end(_ altitude: Double, seconds: Double = 0) throws -> SilenceEnd {
        SilenceEnd(
            time: Timestamp(seconds: 1_750_000_000 + seconds),
            position: try #require(Position(latitude: 50, longitude: 10)),
            altitude: Feet(altitude)
        )
    }

    @Test("up at once and down late: nothing of a straight line between both ends")
    func over() throws {
        let profile = HeightProfile(
            from: try end(20_000),
            to: try end(10_000, seconds: 3_600),
            seconds: 3_600,
            level: 36_000,
            climb: 1_600,
            descent: 2_000
        )
        #expect(profile.altitude(after: 0) == 20_000)
        #expect(abs(profile.altitude(after: 300).rawValue - 28_000) < 1e-6)
        #expect(profile.altitude(after: 600) == 36_000)
        #expect(profile.altitude(after: 2_820) == 36_000)
        #expect(abs(profile.altitude(after: 3_210).rawValue - 23_000) < 1e-6)
        #expect(profile.altitude(after: 3_600) == 10_000)
    }

    @Test("begins and ends where it was heard, leaves neither its level nor the ends, and never jumps")
    func bounds() throws {
        var random = SplitMix(state: 8)
        for _ in 0..<2_000 {
            let (first, last) = (random.number(0, 45_000), random.number(0, 45_000))
            let level = random.number(0, 45_000)
            let seconds = random.number(1, 7_200)
            let (climb, descent) = (random.number(0, 4_000), random.number(0, 4_000))
            let profile = HeightProfile(
                from: try end(first),
                to: try end(last, seconds: seconds),
                seconds: seconds,
                level: level,
                climb: climb,
                descent: descent
            )
            #expect(abs(profile.altitude(after: 0).rawValue - first) < 1e-6)
            #expect(abs(profile.altitude(after: seconds).rawValue - last) < 1e-6)
            let fastest = max(climb, descent, abs(last - first) / seconds * 60) / 60
            var before = first
            for step in 1...100 {
                let altitude = profile.altitude(after: seconds * Double(step) / 100).rawValue
                #expect(altitude >= min(first, last, level) - 1e-6 && altitude <= max(first, last, level) + 1e-6)
                #expect(abs(altitude - before) <= fastest * seconds / 100 * 1.001 + 1e-6)
                before = altitude
            }
        }
    }

    @Test func notHeardAgainItStaysAtItsLevel() throws {
        let profile = HeightProfile(
            from: try end(30_000),
            to: nil,
            seconds: 3_600,
            level: 0,
            climb: 0,
            descent: 3_000
        )
        #expect(profile.altitude(after: 300) == 15_000)
        #expect(profile.altitude(after: 900) == 0)
    }
}
