/// What the words of a text say of a time, not yet put on a calendar.
struct TimePhrase: Sendable {
    /// A day, or several.
    enum Day: Hashable, Sendable {
        case weekday(Int)
        case date(day: Int, month: Int, year: Int?)
        case range(day: Int, month: Int, lastDay: Int, lastMonth: Int, year: Int?)
        /// Of the month of the last day that was named, or the next that has it.
        case dayOfMonth(Int)
        /// A whole month, or a third of it: 0 the whole, 1 its beginning, 2 its middle, 3 its end.
        case month(Int, part: Int, year: Int?)
        /// Days after that of the text.
        case fromToday(Int)
        case nextWeek
        /// From the day of the text to the end of its week.
        case thisWeek
        case weekend(isNext: Bool)
        /// Days after the last day that was named.
        case after(Int)
    }

    /// A zone that is said.
    enum Zone: Hashable, Sendable {
        case offset(seconds: Int)
        case named(String)
        /// "Local time".
        case place
    }

    var words: Range<Int>
    var day: Day?
    /// The day of the week beside a date.
    var weekday: Int?
    /// The last of several days of the week: "Tuesday and Wednesday".
    var lastWeekday: Int?
    /// "Next Tuesday": that of the week after this one.
    var isNextWeek = false
    /// Local hours, over 0 to 28.
    var hours: ClosedRange<Double>?
    /// One moment of the clock.
    var isExact = false
    var isAbout = false
    var zone: Zone?
    /// "By", "before", "until": no later than this.
    var isLatest = false
    /// "After": no earlier.
    var isEarliest = false

    var isEmpty: Bool { day == nil && hours == nil && weekday == nil && zone == nil }
}
