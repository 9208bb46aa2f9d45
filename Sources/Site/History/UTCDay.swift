import Aero

/// A day in UTC.
struct UTCDay: Hashable, Sendable {
    /// Days since 1970-01-01.
    let number: Int64

    static let seconds: Int64 = 86_400

    /// The day of an instant.
    init(of time: Timestamp) {
        let (quotient, remainder) = (time.milliseconds / 1000).quotientAndRemainder(dividingBy: UTCDay.seconds)
        number = remainder < 0 ? quotient - 1 : quotient
    }

    /// The day of a path's pieces `YYYY`, `MM`, `DD`; `nil` for what is no day of the years 1970 to 2262.
    init?(_ pieces: some Collection<String>) {
        let texts = Array(pieces)
        guard texts.count == 3, texts[0].utf8.count == 4, texts[1].utf8.count == 2, texts[2].utf8.count == 2,
            texts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int64(texts[0]), let month = Int64(texts[1]), let day = Int64(texts[2]),
            (1970..<2262).contains(year), (1...12).contains(month), day >= 1,
            day <= UTCDay.length(of: month, year)
        else { return nil }
        number = UTCDay.number(year, month, day)
    }

    /// A day by its number.
    init(number: Int64) { self.number = number }

    /// `2026-11-25`.
    var text: String {
        let (year, month, day) = civil
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Year, month and day of the Gregorian calendar; the inverse of `number`.
    private var civil: (year: Int64, month: Int64, day: Int64) {
        // Counted from 1 March of the year 0, in cycles of 400 years of 146,097 days.
        let shifted = number + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let inCycle = shifted - cycle * 146_097
        let yearOfCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365
        let inYear = inCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let fromMarch = (5 * inYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * fromMarch + 2) / 5 + 1)
    }

    /// When it begins.
    var start: Timestamp { Timestamp(nanoseconds: number * UTCDay.seconds * 1_000_000_000) }
    /// From its beginning to that of the next.
    var range: Range<Timestamp> { start..<start.advanced(bySeconds: Double(UTCDay.seconds)) }

    private static func length(of month: Int64, _ year: Int64) -> Int64 {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970-01-01 in the Gregorian calendar, years counted from March.
    private static func number(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let fromMarch = (month + 9) % 12
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        // 719468 days lie between 1 March of the year 0 and 1 January 1970.
        return 365 * shifted + leapDays + (153 * fromMarch + 2) / 5 + day - 1 - 719_468
    }
}
