import Aero
import Flights
import Testing

@testable import Visits

struct CarrierSharesTests {
    private func candidate(_ address: UInt32, _ role: AircraftRole, evidence: Double = 0, along: Double) -> Candidate {
        Candidate(
            identity: SmallVisit.aircraft(address, role, []).identity,
            role: role,
            evidence: [],
            arrivals: [],
            rows: [],
            supportedStops: 0,
            evidenceWeight: evidence,
            priorWeight: -1,
            companionWeight: along
        )
    }

    @Test("of the fleet, who was heard neither with the visit nor elsewhere comes along as often as was counted")
    func unknown() {
        let shares = CarrierShares(
            [candidate(1, .subjectFleet, along: 0), candidate(2, .military, along: 0)],
            silent: [],
            rules: RankingRules()
        )
        // 230 of 647, in development scenarios.
        #expect(abs(shares.accompanied[0] - 230.0 / 647) < 0.01)
        #expect(shares.accompanied[1] == 0)
    }

    @Test("who was heard at the stops comes along likelier, who was heard elsewhere hardly")
    func heard() {
        let shares = CarrierShares(
            [
                candidate(1, .subjectFleet, evidence: 9, along: 9), candidate(2, .subjectFleet, along: 4),
                candidate(3, .subjectFleet, along: -4),
            ],
            silent: [],
            rules: RankingRules()
        )
        #expect(shares.accompanied[1] > 0.9)
        #expect(shares.accompanied[2] < 0.05)
    }
}
