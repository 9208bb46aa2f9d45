import Aero

/// A day in UTC, in the Gregorian calendar.
struct CalendarDay: Hashable, Comparable {
    /// Days since 1970-01-01.
    let number: Int64

    static let milliseconds: Int64 = 86_400_000

    init(number: Int64) { self.number = number }

    /// The day of an instant.
    init(ofMilliseconds milliseconds: Int64) {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: Self.milliseconds)
        number = remainder < 0 ? quotient - 1 : quotient
    }

    /// - Returns: `nil` for what is no day of the years 1970 to 2261.
    init?(year: Int64, month: Int64, day: Int64) {
        guard (1970..<2262).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        number = Self.number(year, month, day)
        // A day that its month does not have comes back as one of the next.
        guard parts == (year, month, day) else { return nil }
    }

    /// When it begins. Milliseconds since 1970.
    var start: Int64 { number * Self.milliseconds }

    var range: Range<Timestamp> { Self.instant(start)..<Self.instant(start + Self.milliseconds) }

    /// `2024-06-18`; `separator` between the numbers.
    func text(separator: String = "-") -> String {
        let (year, month, day) = parts
        return [Self.digits(year, 4), Self.digits(month, 2), Self.digits(day, 2)].joined(separator: separator)
    }

    /// Year, month, day. From days since 1 March of the year 0, in eras of 400 years.
    var parts: (Int64, Int64, Int64) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civil = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civil <= 2 ? 1 : 0), civil, day)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    /// The days of which a time has a part.
    static func days(of range: Range<Timestamp>) -> ClosedRange<Int64> {
        let last = max(range.lowerBound.milliseconds, range.upperBound.milliseconds - 1)
        return CalendarDay(ofMilliseconds: range.lowerBound.milliseconds)
            .number...CalendarDay(ofMilliseconds: last).number
    }

    static func instant(_ milliseconds: Int64) -> Timestamp {
        let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return Timestamp(nanoseconds: overflow ? (milliseconds < 0 ? .min : .max) : nanoseconds)
    }

    private static func number(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let fromMarch = (month + 9) % 12
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        return 365 * shifted + leapDays + (153 * fromMarch + 2) / 5 + day - 1 - 719_468
    }

    private static func digits(_ value: Int64, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}

extension CalendarDay {
    /// The last day named in a path: `2024/01/05/`, or `2024.01.05` and `2024-01-05` within a name.
    init?(inPath path: String) {
        let bytes = Array(path.utf8)
        guard bytes.count >= 10 else { return nil }
        func number(_ start: Int, _ count: Int) -> Int64? {
            var value: Int64 = 0
            for byte in bytes[start..<start + count] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int64(byte - 48)
            }
            return value
        }
        for start in (0...bytes.count - 10).reversed() {
            let separator = bytes[start + 4]
            guard "/.-_".utf8.contains(separator), bytes[start + 7] == separator,
                let year = number(start, 4), let month = number(start + 5, 2), let day = number(start + 8, 2),
                let found = CalendarDay(year: year, month: month, day: day)
            else { continue }
            self = found
            return
        }
        return nil
    }
}
