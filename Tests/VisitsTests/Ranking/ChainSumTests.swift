import Aero
import Flights
import Testing

@testable import Visits

struct ChainSumTests {
    private func grid(_ stops: [StopAirport]) throws -> VisitGrid {
        var rules = RankingRules()
        rules.slotSeconds = 3_600
        let itinerary = stops.map { SmallVisit.stop(.destination, $0, 4...20) }
        return try #require(
            VisitGrid(
                itinerary: itinerary,
                watched: SmallVisit.start...SmallVisit.hour(24),
                archive: .none,
                rules: rules
            )
        )
    }

    /// All ways, written out.
    private func slow(_ grid: VisitGrid, _ weights: [Double]) -> Double {
        func ways(_ stop: Int, _ last: (stop: Int, slot: Int)?) -> Double {
            guard stop < grid.stops.count else { return last == nil ? 0 : 1 }
            var sum = grid.rules.missedStopShare * ways(stop + 1, last)
            for slot in 0..<grid.slots where weights[stop * grid.slots + slot] > 0 {
                if let last, slot - last.slot < grid.leastSlots[last.stop][stop] { continue }
                sum += weights[stop * grid.slots + slot] * ways(stop + 1, (stop, slot))
            }
            return sum
        }
        return ways(0, nil)
    }

    @Test("the sum is that over all ways written out", arguments: 1...6)
    func sums(seed: Int) throws {
        let grid = try grid([SmallVisit.yakutsk, SmallVisit.pyongyang, SmallVisit.hanoi])
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        let weights = (0..<grid.stops.count * grid.slots).map { _ -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let draw = Double(state >> 33) / 2_147_483_648
            return draw < 0.5 ? 0 : draw
        }
        var chain = ChainSum(grid: grid, missedShare: grid.rules.missedStopShare)
        let total = chain.total(weights)
        #expect(abs(total - slow(grid, weights)) < 1e-9 * total)
        let made = chain.marginals(weights, total: total)
        #expect(made.allSatisfy { $0.made > 0 && $0.made <= 1 + 1e-9 })
    }

    @Test("stops in the wrong order cost what leaving one out costs")
    func wrongOrder() throws {
        let grid = try grid([SmallVisit.pyongyang, SmallVisit.hanoi])
        var weights = Array(repeating: 0.0, count: 2 * grid.slots)
        weights[15] = 1
        weights[grid.slots + 5] = 1
        var chain = ChainSum(grid: grid, missedShare: grid.rules.missedStopShare)
        let wrong = chain.total(weights)
        #expect(abs(wrong - 2 * grid.rules.missedStopShare) < 1e-9)
        weights[grid.slots + 5] = 0
        weights[grid.slots + 22] = 1
        #expect(chain.total(weights) > 1)
    }
}
