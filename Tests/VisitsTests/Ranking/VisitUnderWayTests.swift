import Aero
import Flights
import Testing

@testable import Visits

/// A ranking made while the visit is under way: what is to come speaks for nobody and against nobody.
struct VisitUnderWayTests {
    /// The sky as it was heard until an hour.
    private func ranking(until now: Double, _ itinerary: [ItineraryStop] = SmallVisit.itinerary) throws -> VisitRanking
    {
        let flights = [
            SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24),
            SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42),
        ]
        let heard = flights.map { $0.filter { $0.time <= SmallVisit.hour(now) } }.filter { !$0.isEmpty }
        let one = SmallVisit.aircraft(0x10, .subjectFleet, heard)
        let other = SmallVisit.aircraft(
            0x35,
            .subjectFleet,
            [SmallVisit.flight(SmallVisit.moscow, SmallVisit.yakutsk, at: 2)]
        )
        return try #require(SmallVisit.ranking([one, other], itinerary: itinerary, until: now))
    }

    private func rows(_ ranking: VisitRanking, _ address: UInt32, stop: Int) -> [RankingRow] {
        let found = ranking.candidates.first { $0.address == AircraftAddress(icao: address) }
        return (found?.rows ?? []).filter {
            switch $0.term {
            case .stopInSilence(stop, _), .seenAtStop(stop, _), .unreachable(stop, _): true
            default: false
            }
        }
    }

    @Test(
        "a stop to come is as likely for everybody who can be there, and its silence lies ahead",
        arguments: [34.0, 38]
    )
    func ahead(now: Double) throws {
        let ranking = try ranking(until: now)
        for address in [0x10, 0x35] as [UInt32] {
            let row = try #require(rows(ranking, address, stop: 2).first)
            guard case .stopInSilence(_, let fit) = row.term else {
                Issue.record("\(row.term)")
                continue
            }
            // Some of the late edge of a window is cut by what is possible.
            #expect(abs(row.weight) < 0.3, "\(row.weight)")
            #expect(fit.isAhead && fit.earliest >= SmallVisit.hour(now) && fit.unheard == 1)
        }
        #expect(ranking.candidates.first?.address == AircraftAddress(icao: 0x10))
        #expect(ranking.usedStops == [1, 2])
    }

    @Test("before anything of it has begun nobody is told apart by stops or by not leaving")
    func before() throws {
        let ranking = try ranking(until: 6)
        let weights = ranking.candidates.map { candidate in
            candidate.rows.filter { if case .prior = $0.term { false } else { true } }.reduce(0) { $0 + $1.weight }
        }
        #expect(weights.allSatisfy { abs($0) < 1 }, "\(weights)")
        #expect(
            ranking.candidates.allSatisfy { candidate in
                candidate.rows.allSatisfy {
                    if case .origin(_, nil, _) = $0.term { false } else { true }
                }
            }
        )
    }

    @Test("once its window is over, who was not heard there is behind who was")
    func over() throws {
        let ranking = try ranking(until: 72)
        let one = try #require(rows(ranking, 0x10, stop: 2).first)
        let other = try #require(rows(ranking, 0x35, stop: 2).first)
        #expect(one.weight > other.weight + 1)
    }

    @Test("what would settle is asked of places and times that the order allows")
    func settling() throws {
        let ranking = try ranking(until: 38)
        for one in ranking.settling where one.stop == 2 {
            #expect(one.span.latest >= SmallVisit.hour(38) && one.span.earliest >= SmallVisit.hour(36))
        }
        #expect(ranking.settling.allSatisfy { $0.bits >= 0.05 })
    }
}
