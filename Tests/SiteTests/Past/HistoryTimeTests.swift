import Aero
import Foundation
import Testing

@testable import Site

struct HistoryTimeTests {
    @Test(
        "times in seconds and as UTC",
        arguments: [
            ("0", 0.0), ("1718668800", 1_718_668_800), ("1718668800.5", 1_718_668_800.5), ("2024-06-18", 1_718_668_800),
            ("2024-06-18T08:40", 1_718_700_000), ("2024-06-18T08:40:00Z", 1_718_700_000),
            ("2024-02-29T23:59:59", 1_709_251_199),
        ]
    )
    func read(text: String, seconds: Double) { #expect(HistoryTime.time(text)?.seconds == seconds) }

    @Test(
        "what is no time",
        arguments: [
            "", "-1", "now", "2024-02-30", "2024-6-1", "2024-06-18T", "2024-06-18T24:00", "2024-06-18T08:60",
            "2024-06-18T08:40:61", "2024-06-18Z", "2024-06-18T8:40", "1e300", "nan", "2024-06-18T08:40:00ZZ",
            "2024-06-18T08:40:00+01:00", "9999999999", "T", "-", "2024-06-18T08:40:00:00",
        ]
    )
    func refused(text: String) { #expect(HistoryTime.time(text) == nil) }

    @Test("a day's text is that of Foundation's calendar, over all years that are read")
    func days() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var random = SplitMix(state: 5)
        let numbers =
            [0, 59, 60, 364, 365, 11_016, 11_017, 19_782, 47_541]
            + (0..<2000).map { _ in Int64(random.next() % 106_650) }
        for number in numbers {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            let wanted = String(format: "%04d-%02d-%02d", year, month, day)
            #expect(UTCDay(number: number).text == wanted)
            #expect(HistoryTime.day(wanted)?.number == number)
        }
    }
}
