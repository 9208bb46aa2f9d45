import Aero
import Foundation

/// Times as people write them.
enum TimeText {
    /// Reads ISO 8601, or seconds since 1970. Without a zone it is UTC, and people are told so by `zoneNote`.
    static func parse(_ text: String) throws(UsageError) -> Timestamp { try read(text).time }

    /// What to say of a time whose zone was not written; `nil` where nothing was left open, or where it is no time.
    static func zoneNote(_ text: String) -> String? {
        guard let read = try? read(text), !read.saysZone else { return nil }
        return "\(text) says no zone: taken as UTC (\(isoWithFraction(read.time)))"
    }

    /// 1678 to 2261: with a recording's length behind it no time leaves what a `Timestamp` holds.
    private static let years = -9.21e9...9.21e9

    private static func read(_ text: String) throws(UsageError) -> (time: Timestamp, saysZone: Bool) {
        // Four digits are a year to everybody who writes them.
        guard text.count != 4 || !text.allSatisfy(\.isNumber) else {
            throw UsageError("\(text) is a year: write a day, \(text)-01-01")
        }
        if let seconds = Double(text), years.contains(seconds) { return (Timestamp(seconds: seconds), true) }
        guard let match = text.wholeMatch(of: form) else { throw unreadable(text) }
        let clock = "\(match.time ?? "00:00"):\(match.seconds ?? "00")"
        guard let day = day(match.date), let second = secondOfDay(clock), let ahead = match.zone.map(aheadOfUTC) ?? 0
        else {
            throw unreadable(text)
        }
        let seconds = day.dayNumber * 86_400 + second - ahead
        guard years.contains(Double(seconds)) else { throw unreadable(text) }
        let fraction = match.fraction.flatMap { Double("0.\($0)") } ?? 0
        return (Timestamp(nanoseconds: seconds * 1_000_000_000).advanced(bySeconds: fraction), match.zone != nil)
    }

    /// `YYYY-MM-DD`; `nil` for a day that the calendar does not have.
    private static func day(_ text: Substring) -> GregorianDate? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return GregorianDate(year: parts[0], month: parts[1], day: parts[2])
    }

    /// `HH:MM:SS`; `nil` for what no clock shows.
    private static func secondOfDay(_ text: String) -> Int64? {
        let parts = text.split(separator: ":").compactMap { Int64($0) }
        guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
        return (parts[0] * 60 + parts[1]) * 60 + parts[2]
    }

    /// `Z`, `+HH:MM` or `+HHMM`, as seconds; `nil` where a day is no longer long enough.
    private static func aheadOfUTC(_ zone: Substring) -> Int64? {
        guard zone != "Z" else { return 0 }
        guard let hours = Int64(zone.dropFirst().prefix(2)), let minutes = Int64(zone.suffix(2)), hours < 24,
            minutes < 60
        else { return nil }
        return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes) * 60
    }

    /// ISO 8601: a date, or a date and a time to the minute, second or a part of it, with a zone or without.
    private static var form: Regex<Written> {
        /(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d)(?::(?<seconds>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?/
            .asciiOnlyDigits()
    }

    private typealias Written = (
        Substring, date: Substring, time: Substring?, seconds: Substring?, fraction: Substring?, zone: Substring?
    )

    private static func unreadable(_ text: String) -> UsageError {
        UsageError(
            "\"\(text)\" is no time; write 2024-06-18T12:00:00Z or seconds since 1970, between 1678 and 2261"
        )
    }

    /// ISO 8601 in UTC, to the second.
    ///
    /// By our own calendar: Foundation's formatter reads those of the whole world first, 5 MiB of a small computer.
    static func iso(_ time: Timestamp) -> String {
        // Whole numbers: as `Double` a time of 2242 is a part of a second off.
        let seconds = (time.nanoseconds / 1_000_000_000) - (time.nanoseconds % 1_000_000_000 < 0 ? 1 : 0)
        let day = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        let second = seconds - day * 86_400
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(GregorianDate(dayNumber: day).text())T\(clock.joined(separator: ":"))Z"
    }

    /// ISO 8601 in UTC, with as many decimals of a second as there are, to the microsecond.
    static func isoWithFraction(_ time: Timestamp) -> String {
        let microseconds = Int64((Double(time.nanoseconds) / 1000).rounded())
        let part = (microseconds % 1_000_000 + 1_000_000) % 1_000_000
        guard part != 0 else { return iso(time) }
        var digits = String(String(1_000_000 + part).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        let whole = Timestamp(nanoseconds: (microseconds - part) * 1000)
        return "\(iso(whole).dropLast()).\(digits)Z"
    }

    /// ISO 8601 in UTC where that is exact, else seconds since 1970 to the microsecond.
    static func exact(_ time: Timestamp) -> String {
        guard time.nanoseconds % 1_000_000_000 != 0 else { return iso(time) }
        return String(format: "%.6f", time.seconds)
    }

    /// The wall's clock.
    static var now: Timestamp { Timestamp(seconds: Date().timeIntervalSince1970) }
}
