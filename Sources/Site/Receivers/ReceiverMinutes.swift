/// Keeps what the counters of receivers were during the last minute, so that it can be told what came in it.
///
/// Time is the wall's, in seconds from any start, and an argument. Looks are kept at most every five seconds, so that asking often costs
/// nothing.
struct ReceiverMinutes: Sendable {
    /// What came in a time.
    struct Count: Hashable, Sendable {
        /// How long the time was, at most 60.
        var seconds: Double
        var frames: Int
        var positions: Int
    }

    private struct Look: Sendable {
        var time: Double
        var totals: [Receiver.Key: Receiver.Totals]
    }

    private static let length = 60.0
    static let spacing = 5.0
    private var looks: [Look] = []

    init() {}

    /// Whether it is time for another look.
    func isDue(at time: Double) -> Bool {
        guard let last = looks.last else { return true }
        return time - last.time >= Self.spacing
    }

    /// Takes a look, if it is time for one.
    mutating func note(_ receivers: [Receiver], at time: Double) {
        guard isDue(at: time) else { return }
        let totals = receivers.map { ($0.key, $0.totals) }
        looks.append(Look(time: time, totals: Dictionary(totals, uniquingKeysWith: { first, _ in first })))
        // The one look that is older than a minute is what the minute is counted from.
        while looks.count > 2, time - looks[1].time >= Self.length { looks.removeFirst() }
    }

    /// What came from a receiver in the last minute, or since it was first looked at.
    ///
    /// - Returns: `nil` when there was no earlier look at it.
    func count(of receiver: Receiver, at time: Double) -> Count? {
        let known = looks.filter { time - $0.time < Self.length + Self.spacing }
        guard let first = known.first(where: { $0.totals[receiver.key] != nil && $0.time < time }),
            let before = first.totals[receiver.key]
        else { return nil }
        // Counters that went back began anew.
        let isNew = receiver.totals.frames < before.frames
        return Count(
            seconds: time - first.time,
            frames: receiver.totals.frames - (isNew ? 0 : before.frames),
            positions: max(0, receiver.totals.positions - (isNew ? 0 : before.positions))
        )
    }
}
