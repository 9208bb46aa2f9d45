import Aero
import Tracking

/// Who heard an aircraft lately, minute by minute, and until when data under terms of others were among it: bounded whatever comes.
struct RecentHearing: Sendable {
    private var minutes: [HeardMinute] = []
    /// Of the last row that must not be handed on; `nil` where there was none.
    private(set) var lastRestricted: Timestamp?

    private static let capacity = 45
    private static let minuteNanoseconds: Int64 = 60_000_000_000

    mutating func add(_ reception: WatchReception, at time: Timestamp) {
        if !reception.isOpen { lastRestricted = time }
        let start = time.nanoseconds - time.nanoseconds % Self.minuteNanoseconds
        guard let last = minutes.indices.last, minutes[last].minute.nanoseconds == start else {
            if minutes.count >= Self.capacity { minutes.removeFirst(Self.capacity / 3) }
            minutes.append(HeardMinute(minute: Timestamp(nanoseconds: start), receivers: reception.receivers.ids))
            return
        }
        let known = minutes[last].receivers
        guard known != reception.receivers.ids else { return }
        let fresh = reception.receivers.ids.filter { !known.contains($0) }
        guard !fresh.isEmpty, known.count < ReceiverSet.capacity else { return }
        minutes[last].receivers = Array((known + fresh).sorted().prefix(ReceiverSet.capacity))
    }

    /// The last minutes in which it was heard up to a time.
    func minutes(until time: Timestamp, most: Int = 10) -> [HeardMinute] {
        Array(minutes.filter { $0.minute <= time }.suffix(most))
    }
}
