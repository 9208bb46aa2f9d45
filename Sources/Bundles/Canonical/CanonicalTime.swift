public import Aero

/// Instants as text, to the nanosecond: `2024-06-18T17:22:00Z`, `2024-06-18T17:22:00.25Z`. One instant has one text.
public enum CanonicalTime {
    private static let second: Int64 = 1_000_000_000

    public static func text(_ time: Timestamp) -> String {
        let fraction = (time.nanoseconds % second + second) % second
        // The remainder is taken first: the earliest instants have no room below them.
        let seconds = time.nanoseconds / second - (time.nanoseconds % second < 0 ? 1 : 0)
        let ofDay = (seconds % 86_400 + 86_400) % 86_400
        let day = (seconds - ofDay) / 86_400
        let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { padded($0, 2) }.joined(separator: ":")
        var digits = padded(fraction, 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return GregorianDate(dayNumber: day).text() + "T" + clock + (digits.isEmpty ? "" : "." + digits) + "Z"
    }

    /// - Returns: `nil` for anything that `text` would not have written.
    public static func time(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        guard (20...30).contains(bytes.count), bytes.last == UInt8(ascii: "Z") else { return nil }
        let year = number(bytes[0..<4])
        let (month, day) = (number(bytes[5..<7]), number(bytes[8..<10]))
        let (hour, minute, rest) = (number(bytes[11..<13]), number(bytes[14..<16]), number(bytes[17..<19]))
        guard let year, let month, let day, let hour, let minute, let rest,
            let date = GregorianDate(year: Int(year), month: Int(month), day: Int(day))
        else { return nil }
        var fraction: Int64 = 0
        if bytes.count > 20 {
            let digits = bytes[20..<(bytes.count - 1)]
            guard let value = number(digits) else { return nil }
            fraction = value
            for _ in digits.count..<9 { fraction *= 10 }
        }
        let seconds = date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + rest
        // Before 1970 the fraction counts back from the next second: the earliest instants have no whole second below them.
        let isBefore = seconds < 0 && fraction > 0
        let (whole, isFar) = (isBefore ? seconds + 1 : seconds).multipliedReportingOverflow(by: second)
        let (sum, isFarther) = whole.addingReportingOverflow(isBefore ? fraction - second : fraction)
        guard !isFar, !isFarther else { return nil }
        let time = Timestamp(nanoseconds: sum)
        return self.text(time) == text ? time : nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    private static func padded(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
