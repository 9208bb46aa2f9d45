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
        guard (1970..<2262).contains(year), let month = Int(exactly: month), let day = Int(exactly: day),
            let date = GregorianDate(year: Int(year), month: month, day: day)
        else { return nil }
        number = date.dayNumber
    }

    /// When it begins. Milliseconds since 1970.
    var start: Int64 { Moments.times(ofDay: number).lowerBound }

    var range: Range<Timestamp> {
        let times = Moments.times(ofDay: number)
        return Self.instant(times.lowerBound)..<Self.instant(times.upperBound)
    }

    /// `2024-06-18`; `separator` between the numbers.
    func text(separator: String = "-") -> String { date.text(separator: separator) }

    var date: GregorianDate { GregorianDate(dayNumber: number) }

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
