import Aero

/// Date and time of day in UTC, to the millisecond, as SBS-1 writes them.
struct CivilTime: Hashable {
    var year: Int
    var month: Int
    var day: Int
    /// Milliseconds since midnight, 0 ..< 86,400,000.
    var milliseconds: Int

    /// The date and time of an instant, rounded towards the past.
    init(_ time: Timestamp) {
        let total = Int(time.milliseconds)
        let dayLength = 86_400_000
        milliseconds = (total % dayLength + dayLength) % dayLength
        // Days since 0000-03-01, in eras of 400 years: the leap day is then the last of its year.
        let days = (total - milliseconds) / dayLength + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Reads `YYYY/MM/DD` (or with dashes) and `HH:MM:SS` with up to nine decimals; `nil` for anything else, and for dates
    /// outside 1970 … 2200.
    init?(date: Span<UInt8>, time: Span<UInt8>) {
        guard date.count == 10, date[4] == UInt8(ascii: "/") || date[4] == UInt8(ascii: "-"), date[7] == date[4],
            let year = Self.digits(date, 0..<4), let month = Self.digits(date, 5..<7),
            let day = Self.digits(date, 8..<10),
            (1970...2200).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        guard time.count >= 8, time.count <= 18, time[2] == UInt8(ascii: ":"), time[5] == UInt8(ascii: ":"),
            let hour = Self.digits(time, 0..<2), let minute = Self.digits(time, 3..<5),
            let second = Self.digits(time, 6..<8),
            hour < 24, minute < 60, second < 61
        else { return nil }
        var fraction = 0
        if time.count > 8 {
            guard time[8] == UInt8(ascii: "."), Self.digits(time, 9..<time.count) != nil else { return nil }
            for index in 9..<12 {
                fraction = fraction * 10 + (index < time.count ? Int(time[index] - UInt8(ascii: "0")) : 0)
            }
        }
        self.year = year
        self.month = month
        self.day = day
        milliseconds = min(86_399_999, ((hour * 60 + minute) * 60 + second) * 1000 + fraction)
    }

    /// The instant.
    var timestamp: Timestamp {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Timestamp(nanoseconds: Int64(days * 86_400_000 + milliseconds) * 1_000_000)
    }

    /// `YYYY/MM/DD,HH:MM:SS.mmm`.
    func append(to output: inout [UInt8]) {
        let seconds = milliseconds / 1000
        let parts: [(Int, Int, String)] = [
            (year, 4, "/"), (month, 2, "/"), (day, 2, ","), (seconds / 3600, 2, ":"), (seconds / 60 % 60, 2, ":"),
            (seconds % 60, 2, "."), (milliseconds % 1000, 3, ""),
        ]
        for (value, width, separator) in parts {
            let digits = String(max(0, value)).utf8
            for _ in digits.count..<max(width, digits.count) { output.append(UInt8(ascii: "0")) }
            output.append(contentsOf: digits)
            output.append(contentsOf: separator.utf8)
        }
    }

    private static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return range.isEmpty ? nil : value
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
