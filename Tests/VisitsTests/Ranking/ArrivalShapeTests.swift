import Aero
import Testing

@testable import Visits

struct ArrivalShapeTests {
    private func shape(_ window: ArrivalWindow) -> [Double] {
        ArrivalShape(window, known: 36_000...72_000, start: SmallVisit.start, slots: 216, rules: RankingRules()).perHour
    }

    private func reading(_ start: Double, _ end: Double, _ weight: Double) -> ArrivalReading {
        ArrivalReading(start: SmallVisit.hour(start), end: SmallVisit.hour(end), zone: .place, weight: weight)
    }

    @Test("a window adds up to 1, most of it inside, some of it late")
    func window() {
        let density = shape(ArrivalWindow(readings: [reading(24, 30, 1)]))
        #expect(abs(density.reduce(0, +) / 3 - 1) < 1e-6)
        let inside = density[72..<90].reduce(0, +) / 3
        let late = density[90..<108].reduce(0, +) / 3
        #expect(inside > 0.6 && late > 0.1 && late < inside)
        #expect(density[108] < density[91])
    }

    /// The landing came 2 h 22 after the reading by the clock of the place; the union of the readings held it.
    @Test("every reading counts by its weight")
    func readings() {
        let density = shape(
            ArrivalWindow(readings: [reading(9, 15, 0.60), reading(15, 21, 0.25), reading(11, 17, 0.15)])
        )
        #expect(density[3 * 12] > density[3 * 19])
        #expect(density[3 * 17 + 1] > density[3 * 30])
        let alone = shape(ArrivalWindow(readings: [reading(9, 15, 1)]))
        #expect(density[3 * 17 + 1] > alone[3 * 17 + 1])
    }

    @Test("a bound cuts, an open side is a day long, no reading is flat around what is known")
    func bounds() {
        let cut = shape(ArrivalWindow(readings: [reading(10, 30, 1)], latest: SmallVisit.hour(20)))
        #expect(cut[3 * 29] < cut[3 * 15] / 10)
        // Also where the day may be wrong: after a bound, nothing.
        let late = shape(ArrivalWindow(readings: [reading(10, 30, 1)], earliest: SmallVisit.hour(20)))
        #expect(late[3 * 12] == 0 && cut[3 * 29] == 0)
        let open = shape(
            ArrivalWindow(
                readings: [ArrivalReading(start: SmallVisit.hour(10), end: nil, zone: .stated, weight: 1)]
            )
        )
        #expect(open[3 * 30] > 0 && open[3 * 5] < open[3 * 20])
        let order = shape(ArrivalWindow())
        #expect(order[3 * 5] == order[3 * 40] && order[3 * 5] > 0)
    }
}
