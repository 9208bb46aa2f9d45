import Testing

@testable import Aero

struct GregorianDateTests {
    /// Day numbers that are known: the epochs of Unix, NTP, GPS and MJD, and the ends of a leap day.
    @Test(
        arguments: [
            (1970, 1, 1, 0), (1900, 1, 1, -25_567), (1980, 1, 6, 3_657), (1858, 11, 17, -40_587), (2000, 2, 29, 11_016),
            (2000, 3, 1, 11_017), (1969, 12, 31, -1), (0, 3, 1, -719_468), (2262, 4, 11, 106_751),
        ] as [(Int, Int, Int, Int64)]
    )
    func knownDays(year: Int, month: Int, day: Int, number: Int64) {
        let date = GregorianDate(year: year, month: month, day: day)
        #expect(date?.dayNumber == number)
        #expect(GregorianDate(dayNumber: number) == date)
    }

    /// Day by day over three cycles, by nothing but the lengths of months.
    @Test func everyDayFollowsTheOneBefore() throws {
        var (year, month, day) = (-400, 1, 1)
        let first = try #require(GregorianDate(year: year, month: month, day: day)).dayNumber
        for number in first..<first + 3 * 146_097 {
            let date = GregorianDate(dayNumber: number)
            guard date.year == year, date.month == month, date.day == day, date.dayNumber == number else {
                Issue.record("\(number): \(date)")
                return
            }
            day += 1
            if day > GregorianDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 800 && month == 1 && day == 1)
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0), (2024, 1, -1),
        (Int.max, 1, 1), (Int.min, 1, 1), (2024, Int.max, 1), (2024, 1, Int.max),
    ])
    func noDates(year: Int, month: Int, day: Int) { #expect(GregorianDate(year: year, month: month, day: day) == nil) }

    @Test func whatIsBeyondCountingIsTheLast() {
        #expect(GregorianDate(dayNumber: .max).year > 990_000)
        #expect(GregorianDate(dayNumber: .min).year < -990_000)
    }

    @Test func text() {
        #expect(GregorianDate(dayNumber: 19_892).text() == "2024-06-18")
        #expect(GregorianDate(dayNumber: 19_892).text(separator: "/") == "2024/06/18")
        #expect(GregorianDate(dayNumber: -719_468).text() == "0000-03-01")
        #expect(GregorianDate(dayNumber: 0) < GregorianDate(dayNumber: 1))
    }
}
