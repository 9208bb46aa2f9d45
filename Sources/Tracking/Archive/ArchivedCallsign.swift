/// A callsign that an aircraft used, over all that is kept.
public struct ArchivedCallsign: Hashable, Sendable {
    public let callsign: String
    /// When it was told first, and last. Milliseconds since 1970.
    public let first: Int64
    public let last: Int64
    /// Days, UTC, on which it was told.
    public let days: Int

    public init(_ callsign: String, first: Int64, last: Int64, days: Int) {
        self.callsign = callsign
        self.first = first
        self.last = last
        self.days = days
    }

    /// Of the times at which callsigns were told, those used last first.
    ///
    /// - Parameter told: in any order, each any number of times; empty texts are passed over.
    public static func uses(of told: some Sequence<(callsign: String, milliseconds: Int64)>) -> [ArchivedCallsign] {
        var uses: [String: (first: Int64, last: Int64, days: Set<Int64>)] = [:]
        for (callsign, time) in told where !callsign.isEmpty {
            let (day, rest) = time.quotientAndRemainder(dividingBy: 86_400_000)
            var use = uses[callsign] ?? (time, time, [])
            use.first = min(use.first, time)
            use.last = max(use.last, time)
            use.days.insert(rest < 0 ? day - 1 : day)
            uses[callsign] = use
        }
        return uses.map {
            ArchivedCallsign($0.key, first: $0.value.first, last: $0.value.last, days: $0.value.days.count)
        }
        .sorted { ($1.last, $0.callsign) < ($0.last, $1.callsign) }
    }
}
