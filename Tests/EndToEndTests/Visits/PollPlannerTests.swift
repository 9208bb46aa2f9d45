import Aero
import Polling
import Testing
import Visits

@testable import pelacak

struct PollPlannerTests {
    private func source(_ text: String) throws -> PolledSource {
        try #require(try SourceSpecification(text).polled)
    }

    private static let confirmed = "&terms=2026-11-25&purpose=private"

    private func visit(_ places: [(String, Double, Double)?]) throws -> Visit {
        var visit = Visit()
        for (index, place) in places.enumerated() {
            let airports = try place.map { code, latitude, longitude in
                let position = try #require(Position(latitude: latitude, longitude: longitude))
                return [StopAirport(code: code, position: position, weight: 1)]
            }
            let stop = ItineraryStop(
                kind: .destination,
                name: place?.0 ?? "nowhere",
                airports: airports ?? [],
                arrival: ArrivalWindow()
            )
            try visit.apply(.addStop(stop, at: index, span: nil, report: 0), by: "x", at: TimeText.now)
        }
        try visit.apply(.confirmAll, by: "x", at: TimeText.now)
        return visit
    }

    private let fleet = [AircraftAddress(icao: 0x15_7716), AircraftAddress(icao: 0x15_7717)]

    @Test("without a polled source nothing is asked, and what is not covered is told all the same")
    func unconfigured() throws {
        let plan = PollPlanner(sources: []).plan(for: try visit([("UEEE", 62.1, 129.8), nil]), fleet: [])
        #expect(!plan.isConfigured && plan.queries.isEmpty)
        #expect(plan.gaps == [.noAirport(stop: 2), .noFleet, .ways])
    }

    @Test("all questions together stay within what the provider leaves, and no source is asked that nobody confirmed")
    func within() throws {
        let own = try source("v2+https://api.adsb.lol?circle=52,4,100&every=60\(Self.confirmed)")
        let plan = PollPlanner(sources: [own]).plan(
            for: try visit([("UEEE", 62.1, 129.8), ("ZKPY", 39.2, 125.7), ("VVNB", 21.2, 105.8)]),
            fleet: fleet
        )
        // One in 10 s, less the one a minute that the source asks itself.
        let sum = plan.queries.map(\.perHour).reduce(0, +)
        #expect(plan.isConfigured && sum <= 300.001 && sum > 200)
        #expect(plan.queries.filter { $0.kind == .circle }.compactMap(\.stop) == [1, 2, 3])
        #expect(plan.queries.first { $0.kind == .circle }?.what == "62.1,129.8,200")
        #expect(plan.queries.first { $0.kind == .fleet }?.what == "157716,157717")
        #expect(plan.queries.contains { $0.kind == .sisters && $0.what.contains("157714") })
        let idle = try source("v2+https://api.adsb.lol?circle=52,4,100&every=60")
        #expect(!PollPlanner(sources: [idle]).plan(for: try visit([("UEEE", 62.1, 129.8)]), fleet: fleet).isConfigured)
    }

    @Test("where the source that runs uses all that is allowed, it is told what would fit if it were paused")
    func paused() throws {
        let own = try source(
            "v2+https://example.org?circle=52,4,100&terms-link=https%3A%2F%2Fexample.org%2F\(Self.confirmed)"
        )
        let stops = try visit([("UEEE", 62.1, 129.8), ("ZKPY", 39.2, 125.7)])
        let plan = PollPlanner(sources: [own]).plan(for: stops, fleet: fleet)
        #expect(plan.isConfigured && plan.queries.isEmpty)
        #expect(plan.gaps.contains(.noRoom(stop: 1)) && plan.gaps.contains(.noRoom(stop: 2)))
        #expect(plan.ifPaused.compactMap(\.stop) == [1, 2] && plan.ifPaused.contains { $0.kind == .fleet })
        #expect(plan.ifPaused.map(\.perHour).reduce(0, +) <= 360.001)
        // A source that leaves room for all is not asked to be paused.
        let slow = try source("v2+https://api.adsb.lol?circle=52,4,100&every=60\(Self.confirmed)")
        #expect(PollPlanner(sources: [slow]).plan(for: stops, fleet: fleet).ifPaused.isEmpty)
    }

    @Test("a day's credits last a day: what does not fit is not asked, and that is told")
    func credits() throws {
        let own = try source("v2+https://api.airplanes.live?circle=52,4,100&every=360\(Self.confirmed)")
        let many = (0..<600).map { AircraftAddress(icao: 0x15_0000 + UInt32($0)) }
        let plan = PollPlanner(sources: [own]).plan(for: try visit([("UEEE", 62.1, 129.8)]), fleet: many)
        let sum = plan.queries.map(\.perHour).reduce(0, +)
        #expect(sum <= 500.0 / 24 - 10 + 0.001, "\(sum)")
        #expect(plan.gaps.contains(.moreNames(provider: "airplanes.live", left: 600)))
        let two = try visit([("UEEE", 62.1, 129.8), ("ZKPY", 39.2, 125.7)])
        #expect(PollPlanner(sources: [own]).plan(for: two, fleet: []).gaps.contains(.noRoom(stop: 2)))
    }
}
