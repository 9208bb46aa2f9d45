import Aero
import Testing

@testable import Visits

/// What is heard on the way counts at the times that it fits, and in the order of the stops.
struct OnTheWayTests {
    /// Home, Pyongyang, then Hanoi, each any time in two days.
    private static let itinerary = [
        SmallVisit.stop(.origin, SmallVisit.moscow, nil),
        SmallVisit.stop(.destination, SmallVisit.pyongyang, 12...60),
        SmallVisit.stop(.destination, SmallVisit.hanoi, 12...60),
    ]

    private func candidate(_ flights: [[HeardPoint]], archive: ArchiveKnowledge = .none) throws -> Candidate {
        let one = SmallVisit.aircraft(0x52, .subjectFleet, flights)
        let ranking = try #require(
            SmallVisit.ranking(
                [one] + SmallVisit.sky.filter { $0.role != .subjectFleet },
                itinerary: Self.itinerary,
                archive: archive
            )
        )
        return try #require(ranking.candidates.first { $0.address == one.address })
    }

    private func there(at takeoff: Double) -> [HeardPoint] {
        SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: takeoff, heard: [0.4...0.6])
    }

    private func on(at takeoff: Double) -> [HeardPoint] {
        SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: takeoff, heard: [0.4...0.6])
    }

    @Test("heard on the way to both stops in their order, it may be named")
    func inOrder() throws {
        let one = try candidate([there(at: 14), on(at: 40)])
        #expect(one.supportedStops == 2)
        #expect(one.probability > 0.5)
    }

    @Test("heard on the way to the second stop before it can have been at the first, it may not")
    func outOfOrder() throws {
        let one = try candidate([on(at: 12), there(at: 36)])
        #expect(one.supportedStops == 1)
        #expect(one.probability <= 0.5)
        #expect(one.rows.contains { $0.term == .order(isKept: false) })
    }

    @Test("in a wide window it comes when what was heard on the way says")
    func arrival() throws {
        let one = try candidate([there(at: 14), on(at: 40)])
        let arrivals = one.arrivals.compactMap(\.self)
        try #require(arrivals.count == 2)
        #expect((SmallVisit.hour(20)...SmallVisit.hour(25)).contains(arrivals[0]))
        #expect((SmallVisit.hour(43)...SmallVisit.hour(46.5)).contains(arrivals[1]))
    }

    @Test("of who was heard on the way and leaving home no silence is told there, whichever time is likeliest")
    func noSilence() throws {
        let covered = ArchiveKnowledge(
            days: 30,
            landings: .none,
            detection: DetectionRates(counts: ["UUWW": .init(landings: 100, heard: 95)]),
            air: AirCoverage(cells: Array(repeating: 0.5, count: 90 * 180))
        )
        let flight = SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 14, heard: [0...0.5])
        let one = try candidate([flight], archive: covered)
        #expect(!one.rows.contains { if case .routeSilence(1, _) = $0.term { true } else { false } })
        #expect(one.rows.contains { if case .origin(_, .some, _) = $0.term { true } else { false } })
    }
}
