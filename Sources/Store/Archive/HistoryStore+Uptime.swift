public import Aero
public import Tracking

/// When the program and its receivers were up.
public struct ArchivedUptime: Hashable, Sendable {
    /// Rising and apart.
    public var process: [Range<Timestamp>] = []
    /// By the opaque number of a receiver: rising and apart.
    public var receivers: [UInt32: [Range<Timestamp>]] = [:]

    public init() {}
}

extension HistoryStore {
    /// Who was up in a time, as it was noted so far: of the real world, once a minute.
    public nonisolated func uptime(during range: Range<Timestamp>) async throws(ArchiveError) -> ArchivedUptime {
        let times = Moments.milliseconds(range)
        guard !times.isEmpty else { return ArchivedUptime() }
        let found = try await ask { database, _ in try UptimeTable.intervals(in: times, database) }
        var uptime = ArchivedUptime()
        for (receiver, intervals) in found {
            let ranges = intervals.map { Self.time($0.lowerBound)..<Self.time($0.upperBound) }
            if receiver == UptimeTable.process {
                uptime.process = ranges
            } else {
                uptime.receivers[UInt32(truncatingIfNeeded: receiver)] = ranges
            }
        }
        return uptime
    }
}
