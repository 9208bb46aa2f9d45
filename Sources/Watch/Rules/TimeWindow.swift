public import Aero

/// Times of day and days of the week in a zone, and between two instants.
public struct TimeWindow: Hashable, Sendable {
    /// `UTC`, an offset such as `+09:00`, or a name the site knows, such as `Asia/Jakarta`.
    public let zone: String
    /// Minutes after midnight; a window that ends before it begins goes over midnight. The end does not belong to it.
    public let fromMinute: Int?
    public let toMinute: Int?
    /// 1 is Monday, 7 Sunday; any where empty. The day is that of the instant itself, after midnight the next one.
    public let weekdays: [Int]
    public let validFrom: Timestamp?
    /// Does not belong to it.
    public let validUntil: Timestamp?

    public init(
        zone: String = "UTC",
        fromMinute: Int? = nil,
        toMinute: Int? = nil,
        weekdays: [Int] = [],
        validFrom: Timestamp? = nil,
        validUntil: Timestamp? = nil
    ) {
        self.zone = zone
        self.fromMinute = fromMinute
        self.toMinute = toMinute
        self.weekdays = weekdays
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    func contains(_ instant: Timestamp, offsetSeconds: Int) -> Bool {
        if let validFrom, instant < validFrom { return false }
        if let validUntil, instant >= validUntil { return false }
        let local = Self.floorDivide(instant.nanoseconds, 1_000_000_000) + Int64(offsetSeconds)
        let day = Self.floorDivide(local, 86_400)
        if !weekdays.isEmpty {
            // 1970-01-01 was a Thursday.
            let weekday = Int((day + 3) - 7 * Self.floorDivide(day + 3, 7)) + 1
            guard weekdays.contains(weekday) else { return false }
        }
        let minute = Int((local - day * 86_400) / 60)
        switch (fromMinute, toMinute) {
        case (let from?, let to?): return from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
        case (let from?, nil): return minute >= from
        case (nil, let to?): return minute < to
        case (nil, nil): return true
        }
    }

    private static func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}
