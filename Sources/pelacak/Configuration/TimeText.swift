import Aero
import Foundation

/// Times as people write them.
enum TimeText {
    /// Reads ISO 8601, or seconds since 1970. Without a zone it is UTC.
    static func parse(_ text: String) throws(UsageError) -> Timestamp {
        if let seconds = Double(text), seconds.isFinite { return Timestamp(seconds: seconds) }
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        let zone: ISO8601DateFormatter.Options = [.withInternetDateTime]
        let forms: [ISO8601DateFormatter.Options] = [
            zone, zone.union(.withFractionalSeconds), [.withFullDate, .withTime, .withColonSeparatorInTime],
            [.withFullDate, .withTime, .withColonSeparatorInTime, .withFractionalSeconds], [.withFullDate],
        ]
        for form in forms {
            formatter.formatOptions = form
            if let date = formatter.date(from: text) { return Timestamp(seconds: date.timeIntervalSince1970) }
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
