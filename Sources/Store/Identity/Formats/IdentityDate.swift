import Aero

/// Dates as registers write them: 2021-05-03, 2021-05, 2021, 20210503. Others (day and month in unknown order) are not guessed at.
enum IdentityDate {
    /// - Returns: `nil` for what is no such date, and for years before 1903.
    static func end(_ text: some StringProtocol) -> ValidityEnd? {
        var bytes = Array(text.utf8)
        // A time behind a date is passed over.
        if bytes.count > 10, bytes[10] == 32 || bytes[10] == UInt8(ascii: "T") { bytes = Array(bytes.prefix(10)) }
        if bytes.count == 8, bytes.allSatisfy({ (48...57).contains($0) }) {
            bytes.insert(UInt8(ascii: "-"), at: 6)
            bytes.insert(UInt8(ascii: "-"), at: 4)
        }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.count == $1 }),
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        var numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) } }
        numbers += Array(repeating: 1, count: 3 - numbers.count)
        guard let day = day(numbers[0], numbers[1], numbers[2]) else { return nil }
        let precision: ValidityEnd.Precision = parts.count == 3 ? .day : parts.count == 2 ? .month : .year
        return .at(CalendarDay.instant(day.start), precision)
    }

    /// An end as text: what `end` reads, `?` for unknown, empty for open. Instants are written as their day.
    static func text(_ end: ValidityEnd) -> String {
        switch end {
        case .open: return ""
        case .unknown: return "?"
        case .at(let time, let precision):
            let day = CalendarDay(ofMilliseconds: time.milliseconds).text()
            return String(day.prefix(precision == .year ? 4 : precision == .month ? 7 : 10))
        }
    }

    private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> CalendarDay? {
        guard (1903..<2262).contains(year) else { return nil }
        // From 1903 to 1970 no leap day is left out: 28 years are 10,227 days, and the same leap years come again.
        var (later, steps) = (year, Int64(0))
        while later < 1970 { (later, steps) = (later + 28, steps + 1) }
        return CalendarDay(year: later, month: month, day: day).map { CalendarDay(number: $0.number - steps * 10_227) }
    }
}
