import Aero

/// Which codes of one kind were lately reported with an address, and how often: squawks, callsigns, states, settings.
///
/// What was reported once may have been another's, so that a code is more or less likely, never known.
struct CodeMemory: Sendable {
    private struct Entry: Sendable {
        var code: UInt64
        var weight: Double
    }

    private var entries: [Entry] = []
    private var time: Timestamp?

    private static let capacity = 6
    /// Reports beyond that many only keep the shares; a change must not need minutes to be believed.
    private static let mostWeight = 10.0
    /// After that long a report counts a third. Seconds.
    private static let memorySeconds = 60.0
    /// How many reports the assumption that anything is possible counts for.
    private static let openness = 0.15

    /// Whether nothing was reported.
    var isEmpty: Bool { entries.isEmpty }

    /// Notes a report.
    mutating func note(_ code: UInt64, at now: Timestamp, weight: Double) {
        if let time {
            let elapsed = now.seconds(since: time)
            if elapsed > 0.5 {
                let share = Trigonometry.exponential(-elapsed / Self.memorySeconds)
                for place in entries.indices { entries[place].weight *= share }
                self.time = now
            }
        } else {
            time = now
        }
        if let place = entries.firstIndex(where: { $0.code == code }) {
            entries[place].weight += weight
        } else if entries.count < Self.capacity {
            entries.append(Entry(code: code, weight: weight))
        } else if let place = entries.indices.min(by: { entries[$0].weight < entries[$1].weight }) {
            entries[place] = Entry(code: code, weight: weight)
        }
        let sum = entries.reduce(0) { $0 + $1.weight }
        if sum > Self.mostWeight {
            for place in entries.indices { entries[place].weight *= Self.mostWeight / sum }
        }
    }

    /// How likely a code is in the next report, 0 … 1.
    ///
    /// - Parameter unknown: how likely it would be if nothing had been reported.
    func likelihood(of code: UInt64, unknown: Double) -> Double {
        var sum = 0.0
        var same = 0.0
        for entry in entries {
            sum += entry.weight
            if entry.code == code { same += entry.weight }
        }
        return (same + Self.openness * unknown) / (sum + Self.openness)
    }
}
