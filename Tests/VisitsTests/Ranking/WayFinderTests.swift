import Aero
import Flights
import Testing

@testable import Visits

/// Moscow to Pyongyang, landing in hours 30 to 36, then Hanoi.
struct WayFinderTests {
    private func grid(_ itinerary: [ItineraryStop] = SmallVisit.itinerary) throws -> VisitGrid {
        try #require(
            VisitGrid(itinerary: itinerary, watched: SmallVisit.watched, archive: .none, rules: RankingRules())
        )
    }

    /// By stop, whether it was heard on the way there.
    private func heard(
        _ flights: [[HeardPoint]],
        itinerary: [ItineraryStop] = SmallVisit.itinerary
    ) throws -> [Bool] {
        let aircraft = SmallVisit.aircraft(0x10, .subjectFleet, flights)
        return WayFinder(grid: try grid(itinerary)).ends(of: aircraft).map { $0 != nil }
    }

    private func between(_ share: Double) -> StopAirport {
        let place = Geodesy.intermediate(
            from: SmallVisit.moscow.position,
            to: SmallVisit.pyongyang.position,
            fraction: share
        )
        return SmallVisit.airport("MID", place.latitude, place.longitude)
    }

    /// Without a position, every twenty minutes, each by a receiver on the way to Pyongyang at a share of it.
    private func discs(_ shares: [Double], from hour: Double) -> [HeardPoint] {
        shares.enumerated().map { number, share in
            HeardPoint(
                time: SmallVisit.hour(hour + Double(number) / 3),
                heardAt: between(share).position,
                altitude: 35_000
            )
        }
    }

    @Test("who flies both ways is heard on both, with positions or in discs")
    func bothWays() throws {
        let pieces = [
            SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0.2...0.3, 0.5...0.6]),
            SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42, heard: [0.4...0.6]),
        ]
        #expect(try heard(pieces) == [true, true])
        #expect(try heard([discs([0.25, 0.3, 0.35, 0.4], from: 26)]) == [true, false])
    }

    @Test("who took off elsewhere, heard or because it stood there, is not on the way from home")
    func otherOrigin() throws {
        let there = between(0.4)
        let flight = SmallVisit.flight(there, SmallVisit.pyongyang, at: 26, heard: [0...0.6])
        #expect(try heard([flight]) == [false, false])
        let stood = [
            SmallVisit.flight(SmallVisit.hanoi, there, at: 18, heard: [0.9...1]),
            SmallVisit.flight(there, SmallVisit.pyongyang, at: 26, heard: [0.3...0.6]),
        ]
        #expect(try heard(stood) == [false, false])
    }

    @Test("who lands elsewhere, or flies past without the time to land, is not on the way there")
    func otherGoal() throws {
        let short = SmallVisit.flight(SmallVisit.moscow, between(0.7), at: 24, heard: [0.2...1])
        #expect(try heard([short]) == [false, false])
        let middle = [
            SmallVisit.stop(.origin, SmallVisit.moscow, nil), SmallVisit.stop(.destination, between(0.5), 26...30),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 30...36),
        ]
        let past = SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0.1...0.3, 0.6...0.9])
        #expect(try heard([past], itinerary: middle) == [false, false])
        let landed = [
            SmallVisit.flight(SmallVisit.moscow, between(0.5), at: 24, heard: [0.2...0.6]),
            SmallVisit.flight(between(0.5), SmallVisit.pyongyang, at: 30, heard: [0.2...0.6]),
        ]
        #expect(try heard(landed, itinerary: middle) == [true, true])
    }

    @Test("in discs, who is heard farther and farther from where the way ends flies elsewhere")
    func otherWayRound() throws {
        #expect(try heard([discs([0.45, 0.4, 0.3, 0.25], from: 26)]) == [false, false])
    }

    @Test("in the disc around where it left, it flies anywhere")
    func aroundHome() throws {
        #expect(try heard([discs([0, 0, 0], from: 24.2)]) == [false, false])
    }

    @Test("of hearings of one flight no more than one way is made")
    func oneFlight() throws {
        // Two stops beside each other, the second of which may be reached at the same times.
        let twice = [
            SmallVisit.stop(.origin, SmallVisit.moscow, nil),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 30...36),
            SmallVisit.stop(.destination, SmallVisit.moscow, 30...60),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 30...60),
        ]
        let flight = SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0.3...0.6])
        #expect(try heard([flight], itinerary: twice).count { $0 } == 1)
    }
}
