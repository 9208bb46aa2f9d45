/// What the geometric altitude will be by the last difference to the barometric one. 25 ft.
struct AltitudePair {
    private var barometric: Int16 = .min
    private var geometric: Int64 = 0

    func guess(barometric now: Int16) -> Int64 {
        guard barometric != .min, now != .min else { return geometric }
        return geometric + Int64(now) - Int64(barometric)
    }

    mutating func follow(barometric newBarometric: Int16, geometric newGeometric: Int16) {
        barometric = newBarometric
        geometric = Int64(newGeometric)
    }
}

/// The level that is usual of late: single levels are noise about it, so that differences from one to the next would be worse.
struct LevelMean {
    private var sum: Int64?

    var guess: Int64 { sum.map { ($0 + 8) >> 4 } ?? 0 }

    mutating func follow(_ level: UInt8) {
        let now = Int64(level) << 4
        sum = sum.map { $0 + (now - $0) / 4 } ?? now
    }
}

/// Differences on the circle of 3600 tenths of a degree.
enum CircleDelta {
    /// Above every difference: what is not on the circle is written as itself and this.
    private static let mark: Int64 = 10_000

    /// The shorter way where both ends are on the circle.
    static func delta(from before: Int64, to now: Int64) -> Int64 {
        guard (0..<3600).contains(before), (0..<3600).contains(now) else { return now + mark }
        let plain = now - before
        return plain >= 1800 ? plain - 3600 : plain < -1800 ? plain + 3600 : plain
    }

    /// Undoes `delta`; anything else gives some number.
    static func end(from before: Int64, by delta: Int64) -> Int64 {
        guard delta < mark else { return delta - mark }
        let plain = before &+ delta
        return plain < 0 ? plain &+ 3600 : plain >= 3600 ? plain - 3600 : plain
    }
}
