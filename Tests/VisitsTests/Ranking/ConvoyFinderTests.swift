import Aero
import Flights
import Testing

@testable import Visits

struct ConvoyFinderTests {
    private func candidate(
        _ address: UInt32,
        carried: Double = 0,
        along: Double = 0,
        supported: Int = 2
    ) -> Candidate {
        var candidate = Candidate(
            identity: SmallVisit.aircraft(address, .subjectFleet, []).identity,
            role: .subjectFleet,
            evidence: [],
            arrivals: [],
            rows: [],
            supportedStops: supported,
            evidenceWeight: 0,
            priorWeight: 0,
            companionWeight: 0
        )
        candidate.probability = carried
        candidate.accompanying = along
        return candidate
    }

    private func bond(_ one: UInt32, _ other: UInt32, isRelay: Bool = false) -> ConvoyFinder.Bond {
        ConvoyFinder.Bond(one: AircraftAddress(icao: one), other: AircraftAddress(icao: other), isRelay: isRelay)
    }

    private let finder = ConvoyFinder(rules: RankingRules(), byAddress: [:])

    @Test("a group flew with the visit if any of it did, not only the likeliest of it")
    func any() throws {
        let convoys = finder.convoys(
            of: [
                candidate(1, carried: 0.1, along: 0.9), candidate(2, along: 0.7),
                candidate(3, carried: 0.1, along: 0.95),
            ],
            [bond(1, 2)],
            nobody: 0.05
        )
        #expect(convoys.map { $0.members.map(\.bits) } == [[1, 2], [3]])
        // One of the group carried, or another did and one of the group came along.
        #expect(abs(convoys[0].probability - (0.1 + 0.85 * (1 - 0.1 * 0.3))) < 1e-9)
        #expect(abs(convoys[1].probability - (0.1 + 0.85 * 0.95)) < 1e-9)
    }

    @Test("two heard by turns may be one flight: they came along as likely as the likelier of them")
    func turns() {
        let pair = [candidate(1, along: 0.6), candidate(2, along: 0.7)]
        let byTurns = finder.convoys(of: pair, [bond(1, 2, isRelay: true)], nobody: 0)
        #expect(byTurns.map(\.ground) == [.relay] && abs(byTurns[0].probability - 0.7) < 1e-9)
        // A third that flies with one of them is another flight.
        let third = finder.convoys(
            of: pair + [candidate(3, along: 0.5)],
            [bond(1, 2, isRelay: true), bond(2, 3)],
            nobody: 0
        )
        #expect(third.count == 1 && abs(third[0].probability - (1 - 0.3 * 0.5)) < 1e-9)
    }

    @Test("of those of which no more than one half is said, first stands of which more was reckoned")
    func bounded() throws {
        let convoys = finder.convoys(
            of: [candidate(1, along: 0.6, supported: 1), candidate(2, along: 0.8, supported: 1)],
            [],
            nobody: 0
        )
        #expect(convoys.map(\.probability) == [0.5, 0.5])
        #expect(convoys.map { $0.members.map(\.bits) } == [[2], [1]])
    }

    /// One of the state flies ahead and is heard all the way; two follow within a quarter of an hour of each other, and are heard where they land.
    @Test("two that make the stops together come before one that makes them alone, though each of them was heard less")
    func ahead() throws {
        func journey(_ address: UInt32, at hours: (Double, Double), heard: [ClosedRange<Double>]) -> HeardAircraft {
            SmallVisit.aircraft(
                address,
                .subjectFleet,
                [
                    SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: hours.0, heard: heard),
                    SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: hours.1, heard: heard),
                ]
            )
        }
        let ends = [0.99...1.0]
        let ranking = try #require(
            SmallVisit.ranking([
                journey(0x10, at: (24, 42), heard: [0.1...1]), journey(0x20, at: (26, 45), heard: ends),
                journey(0x22, at: (26.2, 45.2), heard: ends),
            ])
        )
        let (one, other) = (try #require(ranking.convoys.first), try #require(ranking.convoys.last))
        #expect(Set(one.members.map(\.bits)) == [0x20, 0x22] && other.members.map(\.bits) == [0x10])
        // Each of the two speaks less for itself than the one ahead does.
        let along = ranking.candidates.reduce(into: [:]) { $0[$1.address.bits] = $1.accompanying }
        let alone = try #require(along[0x10])
        let two = [0x20, 0x22].compactMap { along[$0] }
        #expect(two.count == 2 && two.allSatisfy { $0 < alone }, "\(two), \(alone)")
    }
}
