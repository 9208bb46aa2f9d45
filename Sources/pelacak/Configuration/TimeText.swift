import Aero
import Foundation

/// Times as people write them.
enum TimeText {
    /// Reads ISO 8601, or seconds since 1970. Without a zone it is UTC, and people are told so by `zoneNote`.
    static func parse(_ text: String) throws(UsageError) -> Timestamp { try read(text).time }

    /// What to say of a time whose zone was not written; `nil` where nothing was left open, or where it is no time.
    static func zoneNote(_ text: String) -> String? {
        guard let read = try? read(text), !read.saysZone else { return nil }
        return "\(text) says no zone: taken as UTC (\(iso(read.time)))"
    }

    private static func read(_ text: String) throws(UsageError) -> (time: Timestamp, saysZone: Bool) {
        if let seconds = Double(text), seconds.isFinite { return (Timestamp(seconds: seconds), true) }
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        let zone: ISO8601DateFormatter.Options = [.withInternetDateTime]
        let forms: [ISO8601DateFormatter.Options] = [
            // A form takes what follows it for nothing: those that read more stand first.
            zone.union(.withFractionalSeconds), zone,
            [.withFullDate, .withTime, .withColonSeparatorInTime, .withFractionalSeconds],
            [.withFullDate, .withTime, .withColonSeparatorInTime], [.withFullDate],
        ]
        for form in forms {
            formatter.formatOptions = form
            guard let date = formatter.date(from: text) else { continue }
            return (Timestamp(seconds: date.timeIntervalSince1970), form.contains(.withTimeZone))
        }
        throw UsageError("\"\(text)\" is no time; write 2024-06-18T12:00:00Z or seconds since 1970")
    }

    /// ISO 8601 in UTC, to the second.
    static func iso(_ time: Timestamp) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: time.seconds))
    }

    /// ISO 8601 in UTC where that is exact, else seconds since 1970 to the microsecond.
    static func exact(_ time: Timestamp) -> String {
        guard time.nanoseconds % 1_000_000_000 != 0 else { return iso(time) }
        return String(format: "%.6f", time.seconds)
    }

    /// The wall's clock.
    static var now: Timestamp { Timestamp(seconds: Date().timeIntervalSince1970) }
}
