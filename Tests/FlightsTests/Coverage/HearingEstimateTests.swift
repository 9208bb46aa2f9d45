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
}
