import Aero
import Flights
import Foundation
import TestSupport
import Testing

@testable import Visits

/// The golden cases of stops in a gap, beside the checkout: the ranking excludes what they exclude, and tells their intervals.
@Suite(.enabled(if: TestSupport.hasRecordings, "needs the golden cases beside the checkout"))
struct StopInGapGoldenTests {
    private struct Golden: Decodable {
        struct Case: Decodable {
            let name: String
            let p1: String
            let p2: String
            let stop: String
            let gap: Double
            let dwell: Double
            let speed: Double
            let slackBefore: Double
            let slackAfter: Double
            let feasible: Bool
            let arrival: [Double]?

            private enum CodingKeys: String, CodingKey {
                case name, p1, p2, stop, feasible
                case gap = "gap_h"
                case dwell = "dwell_min_minutes"
                case speed = "V_kmh"
                case slackBefore = "slack_p1_km"
                case slackAfter = "slack_p2_km"
                case arrival = "arrival_h"
            }
        }

        let airports: [String: [String: Double]]
        let feasible: [Case]
    }

    private func golden() throws -> Golden {
        let folder = try #require(TestSupport.recordings)
        let data = try Data(contentsOf: folder.appendingPathComponent("visits/reach-golden.json"))
        return try JSONDecoder().decode(Golden.self, from: data)
    }

    private func place(_ code: String, _ golden: Golden) throws -> StopAirport {
        let one = try #require(golden.airports[code])
        return SmallVisit.airport(code, try #require(one["lat"]), try #require(one["lon"]))
    }

    private static let listenedHours = 48.0

    /// Ten minutes down at 1,500 ft a minute, and ten up at 1,800.
    private func end(_ at: StopAirport, _ hour: Double, _ slack: Double, feet: Double) -> HeardEnd {
        HeardEnd(
            time: SmallVisit.hour(hour),
            disc: Disc(centre: at.position, radius: Metres(slack * 1_000)),
            altitude: Feet(feet)
        )
    }

    @Test func stopsInAGap() throws {
        let golden = try golden()
        var tried = 0
        for one in golden.feasible where [25, 45].contains(one.dwell) {
            tried += 1
            let before = end(try place(one.p1, golden), 10, one.slackBefore, feet: 15_000)
            let after = end(try place(one.p2, golden), 10 + one.gap, one.slackAfter, feet: 18_000)
            // Heard from then on, for longer than anything announced may be late: the gap is the one silence there is.
            let end = end(try place(one.p2, golden), 10 + one.gap + Self.listenedHours, one.slackAfter, feet: 18_000)
            var limits = AirframeLimits.unknown
            limits.maximumSpeed = KilometresPerHour(one.speed - 200)
            let aircraft = HeardAircraft(
                identity: RegisteredAircraft(address: AircraftAddress(icao: 1)),
                role: .unlisted,
                limits: limits,
                stretches: [
                    HeardStretch(first: before, last: before, isRising: false, isSinking: false),
                    HeardStretch(first: after, last: end, isRising: false, isSinking: false),
                ]
            )
            let stop = SmallVisit.stop(
                one.dwell == 25 ? .transit : .destination,
                try place(one.stop, golden),
                9...(11 + one.gap)
            )
            let ranking = try #require(
                VisitRanker().ranking(
                    of: [aircraft],
                    itinerary: [stop],
                    watched: SmallVisit.hour(10)...end.time,
                    archive: .none
                )
            )
            #expect(ranking.excluded.isEmpty == one.feasible, "\(one.name)")
            guard let arrival = one.arrival else { continue }
            let fit = try #require(ranking.candidates.first?.evidence.first?.fit, "\(one.name)")
            // The grid has slots of twenty minutes.
            #expect(abs(fit.earliest.seconds(since: SmallVisit.hour(10 + arrival[0]))) <= 1_200, "\(one.name)")
            #expect(abs(fit.latest.seconds(since: SmallVisit.hour(10 + arrival[1]))) <= 1_200, "\(one.name)")
        }
        #expect(tried >= 5)
    }
}
