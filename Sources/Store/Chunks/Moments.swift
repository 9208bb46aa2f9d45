import Aero

/// Times as the archive counts them: milliseconds, quarters of an hour, days since 1970-01-01.
enum Moments {
    static let quarter: Int64 = 900_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000

    /// The start of the period of that length which a time lies in.
    static func start(of length: Int64, at milliseconds: Int64) -> Int64 {
        let over = milliseconds % length
        let (start, overflow) = milliseconds.subtractingReportingOverflow(over < 0 ? over + length : over)
        return overflow ? .min : start
    }

    /// Days since 1970-01-01, UTC.
    static func dayNumber(_ milliseconds: Int64) -> Int64 {
        let number = milliseconds / day
        return milliseconds % day < 0 ? number - 1 : number
    }

    /// The milliseconds of a day by its number. Of what no time's day is: as far as can be counted.
    static func times(ofDay number: Int64) -> Range<Int64> {
        func start(_ number: Int64) -> Int64 {
            let (product, overflow) = number.multipliedReportingOverflow(by: day)
            return overflow ? (number < 0 ? .min : .max) : product
        }
        let next = number.addingReportingOverflow(1)
        return start(number)..<(next.overflow ? .max : start(next.partialValue))
    }

    /// The end, not in it, of what ends at a time: of the last that can be counted that itself.
    static func end(after milliseconds: Int64) -> Int64 {
        let (sum, overflow) = milliseconds.addingReportingOverflow(1)
        return overflow ? .max : sum
    }

    /// The milliseconds that lie in a range of time: both ends rounded up.
    static func milliseconds(_ range: Range<Timestamp>) -> Range<Int64> {
        let lower = up(range.lowerBound)
        return lower..<max(lower, up(range.upperBound))
    }

    private static func up(_ time: Timestamp) -> Int64 {
        time.milliseconds + (time.nanoseconds % 1_000_000 == 0 ? 0 : 1)
    }
}
