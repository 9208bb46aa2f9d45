import Aero
import ModeS

/// The last replies of addresses with neighbours, by what they say apart from the parity: the same transmission at another receiver
/// says the same, and its parity tells once more who sent it.
struct HeardElsewhere: Sendable {
    private struct Entry: Sendable {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var remainder: UInt32 = 0
        var receiver: UInt64 = 0
        var time = Timestamp(nanoseconds: .min)
    }

    private var entries = [Entry](repeating: Entry(), count: HeardElsewhere.capacity)
    private var next = 0
    private var first: UInt64?
    /// Whether there is more than one receiver at all.
    private var isShared = false

    private static let capacity = 128
    private static let withinSeconds = 1.0

    /// Notes a reply.
    mutating func note(_ received: ReceivedFrame, remainder: UInt32, _ feed: FeedID) {
        let receiver = Self.receiver(received, feed)
        if first == nil { first = receiver }
        if receiver != first { isShared = true }
        let body = Self.body(received.frame)
        entries[next] = Entry(
            high: body.high,
            low: body.low,
            remainder: remainder,
            receiver: receiver,
            time: received.time
        )
        next = (next + 1) % Self.capacity
    }

    /// Which addresses other receivers got out of the same bits, and how far apart in time at least, seconds.
    func others(_ received: ReceivedFrame, _ feed: FeedID) -> [(address: UInt32, apart: Double)] {
        guard isShared || Self.receiver(received, feed) != first else { return [] }
        let body = Self.body(received.frame)
        let own = Self.receiver(received, feed)
        var result: [(address: UInt32, apart: Double)] = []
        for entry in entries where entry.high == body.high && entry.low == body.low && entry.receiver != own {
            let apart = received.time.seconds(since: entry.time).magnitude
            guard apart <= Self.withinSeconds else { continue }
            if let place = result.firstIndex(where: { $0.address == entry.remainder }) {
                result[place].apart = min(result[place].apart, apart)
            } else {
                result.append((entry.remainder, apart))
            }
        }
        return result
    }

    private static func body(_ frame: Frame) -> (high: UInt64, low: UInt64) {
        frame.isLong ? (frame.high, frame.low & ~0xFF_FFFF_0000) : (frame.high & ~0xFFFF_FF00, 0)
    }

    private static func receiver(_ received: ReceivedFrame, _ feed: FeedID) -> UInt64 {
        UInt64(feed.rawValue) << 48 ^ (received.receiver ?? 0)
    }
}
