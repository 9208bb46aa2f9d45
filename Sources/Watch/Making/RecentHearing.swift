import Aero
import Tracking

/// Who heard an aircraft lately, minute by minute, and until when data under terms of others were among it: bounded whatever comes.
struct RecentHearing: Sendable {
    /// A minute, and since when in it each receiver heard: an alert out of its middle tells of those before it alone, whatever came since.
    private struct Minute {
        let start: Timestamp
        let first: Timestamp
        var heard: [(receiver: UInt32, since: Timestamp)]
    }

    private var minutes: [Minute] = []
    /// Of the last row that must not be handed on; `nil` where there was none.
    private(set) var lastRestricted: Timestamp?

    private static let capacity = 45
    private static let minuteNanoseconds: Int64 = 60_000_000_000

    /// - Parameter time: not before that of the call before.
    mutating func add(_ reception: WatchReception, at time: Timestamp) {
        if !reception.isOpen { lastRestricted = time }
        let start = time.nanoseconds - time.nanoseconds % Self.minuteNanoseconds
        if minutes.last?.start.nanoseconds != start {
            if minutes.count >= Self.capacity { minutes.removeFirst(Self.capacity / 3) }
            minutes.append(Minute(start: Timestamp(nanoseconds: start), first: time, heard: []))
        }
        let last = minutes.count - 1
        for receiver in reception.receivers.ids {
            guard minutes[last].heard.count < ReceiverSet.capacity else { return }
            if minutes[last].heard.contains(where: { $0.receiver == receiver }) { continue }
            minutes[last].heard.append((receiver, time))
        }
    }

    /// The last minutes in which it was heard up to a time.
    func minutes(until time: Timestamp, most: Int = 10) -> [HeardMinute] {
        minutes.filter { $0.first <= time }.suffix(most).map { minute in
            HeardMinute(
                minute: minute.start,
                receivers: minute.heard.filter { $0.since <= time }.map(\.receiver).sorted()
            )
        }
    }
}
