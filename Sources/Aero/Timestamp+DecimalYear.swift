/// Time as a year with a fraction, as models of the Earth write it.
extension Timestamp {
    private static let secondsPerDay = 86_400.0

    /// The year in UTC with the share of it that has passed: 2024-07-02T00:00:00Z, the middle of a leap year, is 2024.5.
    ///
    /// Gregorian over the whole range; exact to about 10 ms, which is what a `Double` of this size holds.
    public var decimalYear: Double {
        let days = seconds / Self.secondsPerDay
        var year = 1970 + Int((days / 365.2425).rounded(.down))
        // The mean year is at most two days off the calendar, so the guess is at most one year off.
        if days < Double(Self.days(before: year)) { year -= 1 }
        if days >= Double(Self.days(before: year + 1)) { year += 1 }
        let start = Self.days(before: year)
        return Double(year) + (days - Double(start)) / Double(Self.days(before: year + 1) - start)
    }

    /// The instant of a year with a fraction, the inverse of `decimalYear`; clamped to the range, not a number is 1970.
    public init(decimalYear: Double) {
        guard decimalYear.isFinite else {
            self.init(nanoseconds: 0)
            return
        }
        let clamped = min(2262, max(1678, decimalYear))
        let year = Int(clamped.rounded(.down))
        let start = Self.days(before: year)
        let length = Double(Self.days(before: year + 1) - start)
        self.init(seconds: (Double(start) + (clamped - Double(year)) * length) * Self.secondsPerDay)
    }

    /// Days from 1970-01-01 to the first day of a year of our era.
    private static func days(before year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400 - 719_162
    }
}
