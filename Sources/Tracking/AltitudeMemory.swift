import Aero

/// Pressure altitudes lately reported with an address, and what they let expect.
///
/// Several are kept, because a single one may have been another's: the next is expected near where most of them lead.
struct AltitudeMemory: Sendable {
    private struct Entry: Sendable {
        var time: Timestamp
        var feet: Double
        var weight: Double
    }

    private var entries: [Entry] = []
    /// Feet a second, from the entries; `nil` while they are too few.
    private var slope: Double?

    private static let capacity = 12
    /// Reports closer together are one. Seconds.
    private static let joinSeconds = 0.7
    /// How fast older reports lose against the newest. Seconds.
    private static let fadeSeconds = 8.0
    /// How many reports the assumption that any altitude is possible counts for.
    private static let openness = 0.15
    /// How likely one 25-ft step is when nothing is known: aircraft crowd at round flight levels. Ours.
    private static let unknown = 8e-3

    var isEmpty: Bool { entries.isEmpty }

    /// Notes a report.
    mutating func note(_ altitude: Feet, at time: Timestamp, weight: Double) {
        let feet = altitude.rawValue
        for place in entries.indices
        where abs(entries[place].feet - feet) <= 25
            && time.seconds(since: entries[place].time).magnitude < Self.joinSeconds
        {
            entries[place].weight = min(4, entries[place].weight + weight)
            return
        }
        if entries.count < Self.capacity {
            entries.append(Entry(time: time, feet: feet, weight: weight))
        } else if let oldest = entries.indices.min(by: { entries[$0].time < entries[$1].time }) {
            entries[oldest] = Entry(time: time, feet: feet, weight: weight)
        }
        slope = middleSlope()
    }

    /// How likely a report is, 0 … 1, for one step of 25 ft.
    ///
    /// - Parameter rate: vertical speed the aircraft itself told lately, feet a second.
    func likelihood(of altitude: Feet, at time: Timestamp, rate: Double?) -> Double {
        guard let newest = entries.lazy.map(\.time).max() else { return Self.unknown }
        let rate = rate ?? slope
        // Feet a second that the speed may be wrong by.
        let drift = rate.map { 4 + 0.15 * abs($0) } ?? 25
        var sum = Self.openness
        var fit = Self.openness * Self.unknown
        for entry in entries {
            let weight = entry.weight * Trigonometry.exponential(-newest.seconds(since: entry.time) / Self.fadeSeconds)
            let elapsed = min(120, time.seconds(since: entry.time).magnitude)
            let expected = entry.feet + (rate ?? 0) * min(30, max(-30, time.seconds(since: entry.time)))
            let spread = (144 + drift * drift * elapsed * elapsed).squareRoot()
            let off = altitude.rawValue - expected
            // Most aircraft do what they did; some level off or begin to climb.
            let near = 0.85 * Self.bell(off, spread)
            let wide = 0.15 * Self.bell(off, 3 * spread + 60)
            sum += weight
            fit += weight * min(1, 25 * (near + wide))
        }
        return fit / sum
    }

    /// The density of a normal distribution, a foot.
    private static func bell(_ off: Double, _ spread: Double) -> Double {
        let ratio = (off / spread).magnitude
        return ratio > 12 ? 0 : 0.398942 / spread * Trigonometry.exponential(-0.5 * ratio * ratio)
    }

    /// The median of the slopes between entries (Theil 1950, Sen 1968): strays do not turn it.
    private func middleSlope() -> Double? {
        var slopes: [Double] = []
        for first in entries.indices {
            for second in entries.indices where second > first {
                let elapsed = entries[second].time.seconds(since: entries[first].time)
                guard elapsed.magnitude >= 2, elapsed.magnitude <= 30 else { continue }
                slopes.append((entries[second].feet - entries[first].feet) / elapsed)
            }
        }
        guard slopes.count >= 3 else { return nil }
        slopes.sort()
        return min(200, max(-200, slopes[slopes.count / 2]))
    }
}
