import Aero
import Flights
import Testing

@testable import Visits

struct ConvoyCurveTests {
    /// What is told of aircraft, each alone, of which so much is computed.
    private func told(_ computed: [Double], isNameable: Bool = true) -> [Double] {
        var candidates = computed.indices.map { number in
            Candidate(
                identity: SmallVisit.aircraft(UInt32(number) + 1, .military, []).identity,
                role: .military,
                evidence: [],
                arrivals: [],
                rows: [],
                supportedStops: isNameable ? 2 : 1,
                evidenceWeight: 0,
                priorWeight: 0,
                companionWeight: 0
            )
        }
        for (number, probability) in computed.enumerated() { candidates[number].probability = probability }
        let finder = ConvoyFinder(rules: RankingRules(), byAddress: [:])
        let convoys = finder.convoys(of: candidates, [], nobody: 0)
        return candidates.map { one in convoys.first { $0.members == [one.address] }?.probability ?? .nan }
    }

    @Test("what is computed below one half is told as fitted")
    func fitted() {
        for (computed, told) in zip([0.02, 0.1, 0.3], told([0.02, 0.1, 0.3])) {
            let rest = 1 - 2 * computed
            #expect(abs(told - (0.5 - 0.5 * rest * rest * rest * rest * rest)) < 1e-9)
        }
    }

    @Test("no order changes, nothing passes one half, and nothing above it moves")
    func order() {
        let computed = (1...49).map { Double($0) / 100 }
        let told = told(computed)
        #expect(zip(told, told.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(computed, told).allSatisfy { $0 < $1 && $1 <= 0.5 })
        let high = [0.5, 0.6, 0.9, 1]
        #expect(self.told(high) == high)
    }

    @Test("who was heard at one stop alone is told at one half at most")
    func single() {
        #expect(told([0.3, 0.8], isNameable: false).allSatisfy { $0 <= 0.5 })
    }
}
