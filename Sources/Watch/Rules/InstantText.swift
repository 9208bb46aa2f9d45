import Aero

/// Instants as `2026-05-21T18:00:00Z`, in UTC, whole seconds.
enum InstantText {
    /// `nil` for any other form, and for days a month does not have.
    static func read(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == form.count else { return nil }
        for (byte, place) in zip(bytes, form) {
            guard place == 48 ? (48...57).contains(byte) : byte == place else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard (1970...2200).contains(year), (1...12).contains(month), (1...days(month, year)).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        var count = 0
        for earlier in 1970..<year { count += isLeap(earlier) ? 366 : 365 }
        for earlier in 1..<month { count += days(earlier, year) }
        let seconds = Int64((count + day - 1) * 86_400 + hour * 3600 + minute * 60 + second)
        return Timestamp(nanoseconds: seconds * 1_000_000_000)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
