import Aero
import Flights
import Testing

@testable import Visits

struct OnwardSharesTests {
    private func aircraft(_ number: UInt32, _ goal: StopAirport, _ role: AircraftRole = .airliner) -> HeardAircraft {
        SmallVisit.aircraft(
            number,
            role,
            [
                SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 2),
                SmallVisit.flight(SmallVisit.pyongyang, goal, at: 20),
            ]
        )
    }

    private func shares(_ sky: [HeardAircraft]) throws -> OnwardShares {
        let grid = try #require(
            VisitGrid(
                itinerary: SmallVisit.itinerary,
                watched: SmallVisit.watched,
                archive: .none,
                rules: RankingRules()
            )
        )
        return OnwardShares(grid: grid, aircraft: sky)
    }

    @Test("where nobody left the stop before, the share is what is assumed")
    func assumed() throws {
        let shares = try shares([SmallVisit.aircraft(1, .airliner, [])])
        #expect(abs(shares.share(0, .airliner, stop: 1) - RankingRules().onwardShare) < 1e-9)
    }

    @Test("who flies on says how usual that is, but not of itself, and not the fleet that is looked for")
    func learned() throws {
        let sky =
            (0..<30).map { aircraft($0 + 1, $0 < 20 ? SmallVisit.hanoi : SmallVisit.yakutsk) }
            + [aircraft(90, SmallVisit.hanoi, .subjectFleet)]
        let shares = try shares(sky)
        #expect(abs(shares.share(30, .subjectFleet, stop: 1) - (20 + 1) / 80) < 1e-9)
        #expect(abs(shares.share(0, .airliner, stop: 1) - (19 + 1) / 79) < 1e-9)
        #expect(abs(shares.share(29, .airliner, stop: 1) - (20 + 1) / 79) < 1e-9)
    }
}
