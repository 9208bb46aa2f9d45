import Aero
import Foundation

/// Reads `Retry-After`: seconds, or a date.
enum RetryAfter {
    /// Seconds from now, 0 for a date that is over; `nil` for what is neither.
    ///
    /// - Source: RFC 9110, sections 10.2.3 and 5.6.7 (the preferred form of a date).
    static func seconds(_ text: String?, now: Timestamp) -> Double? {
        guard let text = text?.trimmingCharacters(in: .whitespaces), !text.isEmpty, text.utf8.count <= 64 else {
            return nil
        }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) }
        guard let date = formatter.date(from: text) else { return nil }
        return max(0, Timestamp(seconds: date.timeIntervalSince1970).seconds(since: now))
    }

    private static var formatter: DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter
    }
}
