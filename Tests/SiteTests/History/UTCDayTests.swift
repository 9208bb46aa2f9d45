import Aero
import Foundation
import Testing

@testable import Site

struct UTCDayTests {
    @Test("days of 300 years agree with the calendar of the system")
    func agrees() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: 0, to: 106_000, by: 17) {
            let parts = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: Double(number) * 86_400)
            )
            let text = [
                String(format: "%04d", parts.year ?? 0), String(format: "%02d", parts.month ?? 0),
                String(format: "%02d", parts.day ?? 0),
            ]
            let day = try #require(UTCDay(text))
            #expect(day.number == Int64(number))
            #expect(UTCDay(of: day.start) == day)
            #expect(UTCDay(of: day.start.advanced(bySeconds: 86_399.9)) == day)
        }
    }

    @Test(arguments: [
        ["2025", "02", "29"], ["2024", "02", "30"], ["2025", "13", "01"], ["2025", "00", "01"], ["2025", "04", "31"],
        ["2025", "1", "01"], ["1969", "12", "31"], ["2262", "01", "01"], ["20a5", "01", "01"], ["2025", "01"],
        ["2025", "01", "٠١"], ["2025", "01", "00"],
    ])
    func noDays(pieces: [String]) { #expect(UTCDay(pieces) == nil) }

    /// A number out of a database may be anything.
    @Test(arguments: [Int64.min, .max, -106_751_991_168, 106_751_991_168, 106_752, -106_752])
    func numbersOfNoTimeAreTheEndOfIt(number: Int64) {
        let day = UTCDay(number: number)
        #expect(day.start.nanoseconds == (number < 0 ? .min : .max))
        #expect(day.range.upperBound >= day.start)
        #expect(day.text.count >= 10)
    }
}
