import Aero
import Testing

@testable import Flights

@Suite struct HearingEstimateTests {
    /// Heard at noon of a day; twelve passes a day, all between 12:00 and 18:00.
    private func afternoons() -> (HearingEstimate, noon: Timestamp) {
        var hours = HearingHours()
        hours.note(480_012)
        let estimate = HearingEstimate(
            heard: 100,
            missed: 0,
            hours: hours,
            heardByBlock: [0, 0, 12, 0],
            isOfWholeDay: true
        )
        return (estimate, Timestamp(seconds: 480_012 * 3_600))
    }

    @Test("a night without anybody is none the less a night in which nobody was missing")
    func nights() {
        let (estimate, noon) = afternoons()
        #expect(estimate.heardADay == 12)
        let evening = noon.advanced(bySeconds: 6 * 3_600)
        // 13:00 to 18:00 of this day.
        #expect(estimate.missing(about: evening, until: evening) == 10)
        #expect(estimate.missing(about: evening, until: noon.advanced(bySeconds: 24 * 3_600)) == 10)
        #expect(estimate.missing(about: evening, until: noon.advanced(bySeconds: 27 * 3_600)) == 16)
        #expect(estimate.missing(about: noon, until: evening) == 0)
    }

    @Test func hoursWithoutListeningAreNotMissed() {
        let (estimate, noon) = afternoons()
        let evening = noon.advanced(bySeconds: 6 * 3_600)
        let missing = estimate.missing(about: evening, until: evening) { hour in
            hour >= noon.advanced(bySeconds: 4 * 3_600)
        }
        #expect(missing == 4)
    }

    @Test("a silence of decades is counted, not walked, and gives what walking gives")
    func decades() {
        var random = SplitMix(state: 9)
        for number in 0..<40 {
            var hours = HearingHours()
            hours.note(number == 0 ? 1 : UInt32(random.number(1, 480_000)))
            let estimate = HearingEstimate(
                heard: 9,
                missed: 0,
                hours: hours,
                heardByBlock: [random.number(0, 9), 0, random.number(0, 9), 3],
                isOfWholeDay: true
            )
            let now = Timestamp(seconds: random.number(480_001, 490_000) * 3_600)
            let walked = estimate.missing(about: now, until: now) { _ in true }
            let counted = estimate.missing(about: now, until: now)
            #expect(abs(counted - walked) <= 1e-9 * walked)
        }
        // To the last hour that can be: what walking takes minutes for in ten thousand cells.
        var first = HearingHours()
        first.note(1)
        let one = HearingEstimate(heard: 9, missed: 0, hours: first, heardByBlock: [6, 6, 6, 6], isOfWholeDay: true)
        let end = Timestamp(nanoseconds: .max)
        var sum = 0.0
        for _ in 0..<50_000 { sum += one.missing(about: end, until: end) }
        #expect(sum > 0)
    }
}
