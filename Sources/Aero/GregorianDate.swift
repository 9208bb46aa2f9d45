/// A date of the Gregorian calendar, also of times before that was made, without a zone.
///
/// - Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
public struct GregorianDate: Hashable, Comparable, Sendable {
    /// The year 0 is the one before the year 1.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Years for which days are counted.
    private static let years = -1_000_000...1_000_000
    /// Days from 1 March of the year 0, with which the count begins so that the leap day is the last of its year, to 1 January 1970.
    private static let beforeEpoch: Int64 = 719_468
    /// Days of 400 years, after which the calendar begins again.
    private static let cycle: Int64 = 146_097

    /// - Returns: `nil` for a day that the month does not have, a month that the year does not have, and a year beyond a million.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date of a day that is counted from 1 January 1970, which is 0; beyond a million years the last that is counted.
    public init(dayNumber: Int64) {
        let most = Int64(Self.years.upperBound) * 365
        let shifted = min(max(dayNumber, -most), most) + Self.beforeEpoch
        let cycles = (shifted >= 0 ? shifted : shifted - Self.cycle + 1) / Self.cycle
        let inCycle = shifted - cycles * Self.cycle
        let yearOfCycle = (inCycle - inCycle / 1_460 + inCycle / 36_524 - inCycle / 146_096) / 365
        let inYear = inCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let fromMarch = (5 * inYear + 2) / 153
        day = Int(inYear - (153 * fromMarch + 2) / 5 + 1)
        month = Int(fromMarch < 10 ? fromMarch + 3 : fromMarch - 9)
        year = Int(yearOfCycle + cycles * 400) + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970.
    public var dayNumber: Int64 {
        let shifted = Int64(month > 2 ? year : year - 1)
        let cycles = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfCycle = shifted - cycles * 400
        let inYear = (153 * Int64((month + 9) % 12) + 2) / 5 + Int64(day) - 1
        return cycles * Self.cycle + 365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100 + inYear - Self.beforeEpoch
    }

    /// 28 to 31.
    ///
    /// - Parameter month: 1 to 12.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    public static func < (left: GregorianDate, right: GregorianDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `2024-06-18`; `separator` between the numbers.
    public func text(separator: String = "-") -> String {
        [Self.digits(year, 4), Self.digits(month, 2), Self.digits(day, 2)].joined(separator: separator)
    }

    private static func digits(_ value: Int, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
