import Aero
import Testing
import Visits

struct LandingRatesTests {
    private let place = SmallVisit.hanoi.position

    private func rates(_ landings: Int, hours: Double = 168) -> LandingRates {
        LandingRates(
            aircraft: [.airliner: 1_000],
            hours: hours,
            counts: [
                .init(position: place, role: .airliner, landings: landings),
                .init(position: SmallVisit.chicago.position, role: .airliner, landings: 20_000),
            ]
        )
    }

    @Test("with much heard a rate is landings by aircraft and hours")
    func learned() {
        let rate = rates(1_680).perHour(.airliner, near: place, within: 100_000)
        #expect(abs(rate - 0.01) < 0.001)
        #expect(rates(1_680).heard(.airliner, near: place, within: 100_000) == 1_680)
    }

    @Test("more landings never make a place rarer, and nothing is ever impossible")
    func rises() {
        let all = [0, 1, 5, 50, 500].map { rates($0).perHour(.airliner, near: place, within: 100_000) }
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
        for role in AircraftRole.allCases {
            let rate = LandingRates.none.perHour(role, near: place, within: 100_000)
            #expect(rate > 0 && rate < 0.1)
            #expect(rates(0).perHour(role, near: place, within: 100_000) > 0)
        }
    }

    @Test("what was never tried is not known")
    func detection() {
        let rates = DetectionRates(
            counts: ["VVNB": .init(landings: 99, heard: 99), "ZKPY": .init(landings: 0, heard: 0)],
            silences: ["VVNB": [SmallVisit.hour(3)...SmallVisit.hour(5)]]
        )
        #expect(rates.probability(at: "ZKPY") == nil && rates.probability(at: "UEEE") == nil)
        #expect((rates.probability(at: "VVNB") ?? 0) > 0.98)
        #expect(!rates.isListening(at: "VVNB", SmallVisit.hour(4)) && rates.isListening(at: "VVNB", SmallVisit.hour(6)))
    }
}
