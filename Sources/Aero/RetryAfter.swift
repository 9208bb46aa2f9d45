/// Reads `Retry-After`: seconds, or a date.
public enum RetryAfter {
    /// Seconds from now, 0 for a date that is over; `nil` for what is neither.
    ///
    /// - Source: RFC 9110, sections 10.2.3 and 5.6.7 (the preferred form of a date, `Sun, 06 Nov 1994 08:49:37 GMT`).
    public static func seconds(_ text: String?, now: Timestamp) -> Double? {
        guard let text, text.utf8.count <= 64 else { return nil }
        let bytes = Array(text.utf8)
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return nil }
        let word = bytes[first...last]
        if word.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(String(decoding: word, as: UTF8.self)) }
        return date(Array(word)).map { max(0, $0.seconds(since: now)) }
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private static func date(_ bytes: [UInt8]) -> Timestamp? {
        guard bytes.count == 29 else { return nil }
        func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy { (0x30...0x39).contains($0) } ? Int(piece(range)) : nil
        }
        guard days.contains(piece(0..<3)), piece(3..<5) == ", ", piece(7..<8) == " ", piece(11..<12) == " ",
            piece(16..<17) == " ", piece(19..<20) == ":", piece(22..<23) == ":", piece(25..<29) == " GMT",
            let month = months.firstIndex(of: piece(8..<11)), let day = number(5..<7), let year = number(12..<16),
            let hour = number(17..<19), let minute = number(20..<22), let second = number(23..<25),
            (1970...2200).contains(year), (1...length(month, year)).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        var count = day - 1
        for earlier in 1970..<year { count += isLeap(earlier) ? 366 : 365 }
        for earlier in 0..<month { count += length(earlier, year) }
        return Timestamp(nanoseconds: Int64(count * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000_000)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// - Parameter month: from 0.
    private static func length(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 1: isLeap(year) ? 29 : 28
        case 3, 5, 8, 10: 30
        default: 31
        }
    }
}
