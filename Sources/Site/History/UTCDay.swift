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
