public import Aero

/// Times and lengths of time as alerts say them.
public enum WatchTimeText {
    /// `2024-06-18 05:42`, UTC.
    public static func minute(_ time: Timestamp) -> String {
        let seconds = floored(time.nanoseconds, 1_000_000_000)
        let day = floored(seconds, 86_400)
        let minute = Int((seconds - day * 86_400) / 60)
        let (year, month, date) = date(ofDay: day)
        return "\(year)-\(two(month))-\(two(date)) \(two(minute / 60)):\(two(minute % 60))"
    }

    /// A length in its largest fitting unit, and the next below where it is not whole: `1 h 20 min`.
    static func length(_ seconds: Double, _ language: WatchLanguage) -> String {
        let whole = Int64(max(0, min(1e12, seconds)).rounded())
        let units: [(size: Int64, phrase: WatchPhrase)] = [
            (86_400, .days), (3_600, .hours), (60, .minutes), (1, .seconds),
        ]
        guard let first = units.firstIndex(where: { whole >= $0.size }) else {
            return WatchPhrase.seconds.text(language, "0")
        }
        var text = units[first].phrase.text(language, String(whole / units[first].size))
        let rest = whole % units[first].size
        if first + 1 < units.count, units[first].size > 60 {
            let more = rest / units[first + 1].size
            if more > 0 { text += " " + units[first + 1].phrase.text(language, String(more)) }
        }
        return text
    }

    private static func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
        number / divisor - (number % divisor < 0 ? 1 : 0)
    }

    /// - Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days.
    private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = floored(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let date = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
    }
}
