/// A day of the calendar, without a zone.
struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    let days: Int

    init(days: Int) { self.days = days }

    /// - Returns: `nil` for a day that the month does not have, and outside the years 1700 … 2200.
    init?(year: Int, month: Int, day: Int) {
        guard (1700...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        days = era * 146_097 + dayOfEra - 719_468
        guard self.day == day, self.month == month else { return nil }
    }

    /// The day at an instant, in a clock so many seconds east of UTC.
    init(utcSeconds: Int, offsetSeconds: Int) {
        let local = utcSeconds + offsetSeconds
        days = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
    }

    /// Monday is 1, Sunday 7.
    var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    var year: Int { parts.year }
    var month: Int { parts.month }
    var day: Int { parts.day }

    /// - Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    func advanced(by days: Int) -> CivilDate { CivilDate(days: self.days + days) }

    /// The last day of its month.
    var endOfMonth: CivilDate {
        let next =
            month == 12 ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
        return next?.advanced(by: -1) ?? self
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }
}
