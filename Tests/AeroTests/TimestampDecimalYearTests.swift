import Aero
import TestSupport
import Testing

struct TimestampDecimalYearTests {
    @Test(
        "known dates",
        arguments: [
            (0, 1970), (1_577_836_800, 2020), (1_719_878_400, 2024.5), (1_688_299_200, 2023.5), (-31_536_000, 1969),
            (951_782_400 + 86_400, 2000 + 60.0 / 366), (4_107_542_400, 2100 + 59.0 / 365),
        ] as [(Double, Double)]
    )
    func knownDates(seconds: Double, year: Double) {
        #expect((Timestamp(seconds: seconds).decimalYear - year).magnitude < 1e-9)
        #expect(Timestamp(decimalYear: year).seconds(since: Timestamp(seconds: seconds)).magnitude < 0.02)
    }

    @Test func thereAndBackIsTheSameInstant() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let time = Timestamp(nanoseconds: Int64.random(in: .min / 100 * 99 ... .max / 100 * 99, using: &generator))
            #expect(Timestamp(decimalYear: time.decimalYear).seconds(since: time).magnitude < 0.02)
        }
    }

    @Test func everyYearBeginsWithItsNumber() {
        for year in 1700...2260 {
            let start = Timestamp(decimalYear: Double(year))
            #expect(start.decimalYear == Double(year))
            #expect(Int(start.advanced(bySeconds: -1).decimalYear) == year - 1)
        }
    }

    @Test("whatever the number, an instant", arguments: [.nan, .infinity, -.infinity, -5, 1e300])
    func hostileNumbers(year: Double) {
        let time = Timestamp(decimalYear: year)
        #expect((1677...2263).contains(time.decimalYear))
    }
}
