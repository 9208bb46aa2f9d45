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
            let year = Int(texts[0]), let month = Int(texts[1]), let day = Int(texts[2]), (1970..<2262).contains(year),
            let date = GregorianDate(year: year, month: month, day: day)
        else { return nil }
        number = date.dayNumber
    }

    /// A day by its number.
    init(number: Int64) { self.number = number }

    /// `2026-11-25`.
    var text: String { GregorianDate(dayNumber: number).text() }

    /// When it begins; of what no time's day is the first or last instant there is.
    var start: Timestamp {
        let (nanoseconds, overflow) = number.multipliedReportingOverflow(by: UTCDay.seconds * 1_000_000_000)
        return Timestamp(nanoseconds: overflow ? (number < 0 ? .min : .max) : nanoseconds)
    }
    /// From its beginning to that of the next.
    var range: Range<Timestamp> { start..<start.advanced(bySeconds: Double(UTCDay.seconds)) }
}
