import Feeds
import ModeS
import Site
import Tracking

/// What is counted of one batch while it is taken: additions to fixed places, nothing else, for it is done for each message.
struct ReceptionTally {
    private(set) var messages = [8 of Int](repeating: 0)
    private(set) var levels = [60 of Int](repeating: 0)
    private(set) var repaired = 0
    private(set) var refused = 0

    init() {}

    /// Counts a frame by what became of it.
    mutating func note(_ received: ReceivedFrame, _ verdict: Ingested.Verdict) {
        if case .unreadable = verdict {
            refused &+= 1
            return
        }
        messages[ReceptionKind(format: Int(received.frame.high >> 59)).rawValue] &+= 1
        if received.repairedBits > 0 { repaired &+= 1 }
        guard let level = received.level else { return }
        note(level: level)
    }

    mutating func note(_ received: ReceivedUAT, _ verdict: Ingested.Verdict) {
        if case .unreadable = verdict {
            refused &+= 1
            return
        }
        note(.uat)
        if let level = received.level { note(level: level) }
    }

    /// Counts some of a kind.
    mutating func note(_ kind: ReceptionKind, count: Int = 1) { messages[kind.rawValue] &+= count }

    private mutating func note(level: Float) {
        guard level.isFinite else { return }
        levels[Int(max(0, min(59, -level)))] &+= 1
    }

    /// Adds what was counted to a slot.
    func add(to slot: inout ReceptionSlot) {
        slot.repaired += repaired
        slot.refused += refused
        Self.add(messages.span, to: &slot.messages)
        Self.add(levels.span, to: &slot.levels)
    }

    private static func add(_ counts: Span<Int>, to sum: inout [Int]) {
        var isEmpty = true
        for index in counts.indices where counts[index] != 0 { isEmpty = false }
        guard !isEmpty else { return }
        if sum.count != counts.count { sum = [Int](repeating: 0, count: counts.count) }
        for index in counts.indices { sum[index] += counts[index] }
    }
}
