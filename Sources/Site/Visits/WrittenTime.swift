import Aero

/// A time as a person or program writes it, with the offset it is written in.
struct WrittenTime: Hashable {
    let time: Timestamp
    /// Seconds east of UTC; `nil` where it is given in seconds.
    let offsetSeconds: Int?

    /// `2024-06-18T20:00+07:00`, `…Z`, without seconds or with them; a day; seconds since 1970.
    ///
    /// - Returns: `nil` for anything else, and for what lies outside the years 1970 to 2261.
    init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        var body = text[...]
        var offset: Int?
        if let mark = text.firstIndex(of: "T"), let sign = text[mark...].lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let seconds = Self.offset(text[sign...]) else { return nil }
            offset = seconds
            body = text[..<sign]
        }
        guard let time = HistoryTime.time(String(body)) else { return nil }
        let isNumber = QueryText.number(text) != nil
        self.time = time.advanced(bySeconds: -Double(offset ?? 0))
        offsetSeconds = isNumber ? nil : offset ?? 0
        guard (0...HistoryTime.latest).contains(self.time.seconds) else { return nil }
    }

    /// `+07:00`, `-0330`.
    private static func offset(_ text: Substring) -> Int? {
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let hours = Int(digits.prefix(2)),
            let minutes = Int(digits.suffix(2)), hours <= 14, minutes < 60
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}

/// A time in a body: a text as `WrittenTime` reads it, or seconds.
struct TimeField: Decodable {
    let written: WrittenTime?

    init(_ text: String) { written = WrittenTime(text) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let seconds = try? value.decode(Double.self) {
            written = WrittenTime(String(seconds))
        } else {
            written = WrittenTime(try value.decode(String.self))
        }
    }

    /// - Throws: `APIError` 422 for what is no time.
    func time(_ name: String) throws(APIError) -> WrittenTime {
        guard let written else {
            throw .invalid(name, "\(name) is a time, as 2024-06-18T20:00+07:00, or seconds since 1970")
        }
        return written
    }
}
