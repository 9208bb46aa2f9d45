import Aero
import Flights
import Testing
import Tracking

/// Legs of generated traffic beside the truth.
struct GeneratedTrafficTests {
    private func score(_ settings: GeneratedTraffic.Settings, limits: AirframeLimits = .unknown) -> FlightScore {
        let traffic = GeneratedTraffic(settings)
        let context = LegContext(gazetteer: GeneratedTraffic.gazetteer)
        let end = traffic.start.advanced(bySeconds: settings.days * 86_400)
        var score = FlightScore()
        for number in 0..<traffic.count {
            let (rows, truth) = traffic.rows(of: number)
            var builder = LegBuilder(context, limits: limits)
            var events: [FlightEvent] = []
            for row in rows { builder.take(row, into: &events) }
            builder.finish(at: end, into: &events)
            let log = FlightLog(events)
            Invariants.check(log)
            score.add(log, truth, start: traffic.start, end: end)
        }
        return score
    }

    @Test func coverageToTheGround() {
        let score = score(GeneratedTraffic.Settings())
        print("legs, coverage to the ground: \(score)")
        for line in score.missed.prefix(10) { print("  missed: \(line)") }
        #expect(score.precision >= 0.98)
        #expect(score.recall >= 0.95)
        #expect(score.airport >= 0.97)
        #expect(score.realCount > 2_000)
    }

    @Test("rows far apart, or close", arguments: [(30.0, 60.0, 60), (1, 4, 12)])
    func rhythm(low: Double, high: Double, aircraft: Int) {
        var settings = GeneratedTraffic.Settings()
        settings.seed = 4
        settings.aircraft = aircraft
        settings.lowInterval = low
        settings.highInterval = high
        let score = score(settings)
        print("legs, a row each \(low) s low and \(high) s high: \(score)")
        #expect(score.precision >= 0.98)
        #expect(score.recall >= 0.95)
        #expect(score.airport >= 0.97)
    }

    @Test func nothingBelowThreeThousandFeet() {
        var settings = GeneratedTraffic.Settings()
        settings.floor = 3_000
        settings.seed = 2
        let score = score(settings)
        print("legs, nothing below 3,000 ft: \(score)")
        for line in score.missed.prefix(10) { print("  missed: \(line)") }
        #expect(score.held >= 0.95)
        #expect(score.inferred.told > 1_000)
        #expect(score.hidden > 100)
        #expect(score.hiddenTwoStories == score.hidden)
    }

    @Test func darkAreas() throws {
        var settings = GeneratedTraffic.Settings()
        settings.seed = 3
        settings.days = 8
        settings.dark = try [
            (50, 10, 500), (35, 110, 900), (40, -95, 700), (10, 100, 600), (62, 110, 900), (-20, 130, 800),
        ].map {
            Disc(
                centre: try unwrapped(Position(latitude: $0.0, longitude: $0.1)),
                radius: Metres(Double($0.2) * 1_000)
            )
        }
        let score = score(settings)
        print("legs, dark areas: \(score)")
        for line in score.missed.prefix(10) { print("  missed: \(line)") }
        #expect(score.held >= 0.95)
        #expect(score.hidden > 50)
        #expect(score.hiddenTwoStories == score.hidden)
    }
}
