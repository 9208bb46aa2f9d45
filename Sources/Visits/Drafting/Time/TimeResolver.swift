import Aero

/// Puts phrases on the calendar.
struct TimeResolver {
    /// Local clock seconds since 1 January 1970, of a place that is not said yet.
    struct LocalSpan: Hashable, Sendable {
        var start: Int
        var end: Int
        /// The end of the last day of a stay, where a range of days is named.
        var stayEnd: Int?
        /// The first day as a whole.
        var day: CivilDate
    }

    /// The day of the text; `nil` where nothing says it.
    let base: CivilDate?
    /// The last day that was named, for "the next day".
    var last: CivilDate?
    /// The last day that was named as a date.
    private var lastDate: CivilDate?

    init(base: CivilDate?) { self.base = base }

    /// - Parameter isPast: whether the words speak of what has been.
    /// - Returns: `nil` for a phrase whose day cannot be told.
    mutating func span(of phrase: TimePhrase, isPast: Bool) -> LocalSpan? {
        guard let (first, final) = days(of: phrase, isPast: isPast) else { return nil }
        last = first
        switch phrase.day {
        case .date, .range: lastDate = first
        default: break
        }
        var span = LocalSpan(start: first.days * 86_400, end: (first.days + 1) * 86_400, stayEnd: nil, day: first)
        var isStay = phrase.lastWeekday != nil
        if case .range = phrase.day { isStay = true }
        if isStay {
            span.stayEnd = (final.days + 1) * 86_400
        } else if final != first {
            span.end = (final.days + 1) * 86_400
        }
        guard let hours = phrase.hours else { return span }
        // Ours: an hour to each side of "about", half an hour of a time of the clock.
        let slack: Double = phrase.isExact ? (phrase.isAbout ? 1 : 0.5) : 0
        let lastDay = span.end - 86_400
        span.start += Int(((hours.lowerBound - slack) * 3_600).rounded())
        span.end = max(span.start, lastDay + Int(((hours.upperBound + slack) * 3_600).rounded()))
        return span
    }

    private func days(of phrase: TimePhrase, isPast: Bool) -> (CivilDate, CivilDate)? {
        if phrase.day == nil, let weekday = phrase.weekday { return weekdayDate(weekday, phrase, isPast: isPast) }
        switch phrase.day {
        case .date(let day, let month, let year):
            return date(day, month, year, weekday: phrase.weekday).map { ($0, $0) }
        case .range(let day, let month, let lastDay, let lastMonth, let year):
            guard let first = date(day, month, year, weekday: phrase.weekday) else { return nil }
            let next = lastMonth < month ? first.year + 1 : first.year
            guard let end = CivilDate(year: next, month: lastMonth, day: lastDay), end >= first else {
                return (first, first)
            }
            return (first, end)
        case .dayOfMonth(let day):
            guard let from = last ?? base else { return nil }
            let next = from.endOfMonth.advanced(by: 1)
            let months = from.day <= day ? [from, next] : [next]
            let date = months.lazy.compactMap { CivilDate(year: $0.year, month: $0.month, day: day) }.first
            return date.map { ($0, $0) }
        case .month(let month, let part, let year): return monthPart(month, part, year, isPast: isPast)
        case .fromToday(let days): return base.map { ($0.advanced(by: days), $0.advanced(by: days)) }
        case .nextWeek: return base.map { ($0.advanced(by: 8 - $0.weekday), $0.advanced(by: 14 - $0.weekday)) }
        case .thisWeek: return base.map { ($0, $0.advanced(by: 7 - $0.weekday)) }
        case .weekend(let isNext):
            return base.map { base in
                let saturday = base.advanced(by: (base.weekday == 7 ? -1 : 6 - base.weekday) + (isNext ? 7 : 0))
                return (saturday, saturday.advanced(by: 1))
            }
        case .after(let days): return (last ?? base).map { ($0.advanced(by: days), $0.advanced(by: days)) }
        case .weekday(let weekday): return weekdayDate(weekday, phrase, isPast: isPast)
        case nil:
            // A part of a day alone belongs to the last day named, else to the day of the text.
            return phrase.hours == nil ? nil : (last ?? base).map { ($0, $0) }
        }
    }

    private func weekdayDate(_ weekday: Int, _ phrase: TimePhrase, isPast: Bool) -> (CivilDate, CivilDate)? {
        guard let base else { return nil }
        if phrase.isNextWeek {
            let day = base.advanced(by: 7 - base.weekday + weekday)
            return (day, day)
        }
        let ahead = ((weekday - base.weekday) % 7 + 7) % 7
        var day = base.advanced(by: isPast && ahead > 0 ? ahead - 7 : ahead)
        if let lastDate, !isPast {
            // Beside a date that is written out, the week is that of the date.
            while day.advanced(by: 7).days - lastDate.days <= lastDate.days - day.days { day = day.advanced(by: 7) }
        }
        let more = phrase.lastWeekday.map { (($0 - weekday) % 7 + 7) % 7 } ?? 0
        return (day, day.advanced(by: more))
    }

    private func date(_ day: Int, _ month: Int, _ year: Int?, weekday: Int?) -> CivilDate? {
        if let year { return CivilDate(year: year, month: month, day: day) }
        guard let base else { return nil }
        let years = [base.year - 1, base.year, base.year + 1]
        let dates = years.compactMap { CivilDate(year: $0, month: month, day: day) }
        let fitting = dates.filter { weekday == nil || $0.weekday == weekday }
        // Ours: half a year behind is as far as ten months ahead.
        return (fitting.isEmpty ? dates : fitting).min { distance($0, base) < distance($1, base) }
    }

    private func distance(_ date: CivilDate, _ base: CivilDate) -> Double {
        let days = Double(date.days - base.days)
        return days >= 0 ? days : -days * 1.6
    }

    private func monthPart(_ month: Int, _ part: Int, _ year: Int?, isPast: Bool) -> (CivilDate, CivilDate)? {
        guard var first = date(1, month, year, weekday: nil) else { return nil }
        // "In November he visited": the last one.
        if isPast, year == nil, let base, first > base,
            let last = CivilDate(year: first.year - 1, month: month, day: 1)
        {
            first = last
        }
        switch part {
        case 1: return (first, first.advanced(by: 9))
        case 2: return (first.advanced(by: 9), first.advanced(by: 19))
        case 3: return (first.advanced(by: 19), first.endOfMonth)
        default: return (first, first.endOfMonth)
        }
    }
}
