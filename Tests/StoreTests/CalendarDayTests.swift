import Aero
import Foundation
import Testing

@testable import Store

struct CalendarDayTests {
    @Test func agreesWithTheSystemsCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: Int64(-700_000), to: 200_000, by: 97) {
            let day = CalendarDay(number: number)
            let parts = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: Double(number) * 86_400)
            )
            guard number > -140_000 else { continue }
            let date = day.date
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
            guard date.year >= 1970, date.year < 2262 else { continue }
            #expect(
                CalendarDay(year: Int64(date.year), month: Int64(date.month), day: Int64(date.day)) == day
            )
        }
    }

    @Test(arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (1969, 1, 1), (2024, 1, 0)])
    func refusesWhatIsNoDay(year: Int64, month: Int64, day: Int64) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2024/01/05/traces/aa/trace_full_0000aa.json", "2024-01-05"),
        ("v2024.01.05-planes-readsb-prod-0.tar.aa", "2024-01-05"),
        ("past/2023-12-31.tar.gz", "2023-12-31"), ("2023/12/31/x/2024/02/29/y", "2024-02-29"),
    ])
    func findsTheDayOfAPath(path: String, day: String) { #expect(CalendarDay(inPath: path)?.text() == day) }

    @Test(arguments: ["", "traces/aa/trace_full_0000aa.json", "2024/13/05/x", "20240105", "2024-01.05-x"])
    func findsNoneWhereThereIsNone(path: String) { #expect(CalendarDay(inPath: path) == nil) }

    @Test func timesAreWrittenAsISO8601() {
        var out = TextBuffer()
        out.time(1_718_668_800_007)
        out.byte(" ")
        out.time(-1)
        #expect(String(decoding: out.bytes, as: UTF8.self) == "2024-06-18T00:00:00.007Z 1969-12-31T23:59:59.999Z")
    }

    @Test(arguments: [
        (0, 3, "0"), (5, 3, "0.005"), (-5, 3, "-0.005"), (1_230, 2, "12.3"), (-12_345, 5, "-0.12345"), (100, 2, "1"),
        (Int64.min, 0, "-9223372036854775808"),
    ])
    func decimalsAreExact(steps: Int64, decimals: Int, text: String) {
        var out = TextBuffer()
        out.fixed(steps, decimals: decimals)
        #expect(String(decoding: out.bytes, as: UTF8.self) == text)
    }
}
