import Aero

/// Times as questions about the past write them.
enum HistoryTime {
    /// Seconds since 1970, or UTC as `2026-11-25`, `2026-11-25T14:05`, `2026-11-25T14:05:30Z`.
    ///
    /// - Returns: `nil` for anything else, and for what lies outside the years 1970 to 2261.
    static func time(_ text: String) -> Timestamp? {
        if let seconds = QueryText.number(text) {
            guard (0...latest).contains(seconds) else { return nil }
            return Timestamp(seconds: (seconds * 1000).rounded() / 1000)
        }
        var body = text[...]
        if body.last == "Z" { body.removeLast() }
        let halves = body.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = day(halves[0]) else { return nil }
        guard halves.count == 2 else { return text.last == "Z" ? nil : day.start }
        let pieces = halves[1].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(pieces.count), pieces.allSatisfy(isPair), let hour = Int(pieces[0]), hour < 24,
            let minute = Int(pieces[1]), minute < 60, let second = pieces.count == 3 ? Int(pieces[2]) : 0, second < 60
        else { return nil }
        return day.start.advanced(bySeconds: Double(hour * 3600 + minute * 60 + second))
    }

    /// A day as `2026-11-25`.
    static func day(_ text: some StringProtocol) -> UTCDay? {
        UTCDay(text.split(separator: "-", omittingEmptySubsequences: false).map { String($0) })
    }

    /// Seconds since 1970 of the last instant that is understood: the end of 2261.
    static let latest = 9_214_646_399.0

    private static func isPair(_ text: Substring) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
