import ModeS

/// Replies whose parity names an address that nobody was heard with: kept for a while, since their sender may be heard soon.
///
/// Bounded in count and in time. A reply that is bits of noise or of two frames at once names one of 16.8 million addresses at random, so that
/// hardly one of those kept here is ever asked for: a full memory gives a false reply for one in four thousand addresses that become known.
struct UnheardReplies: Sendable {
    /// A reply with all that is told of it.
    struct Reply: Hashable, Sendable {
        let frame: Frame
        /// Start of its preamble in ticks of the stream.
        let start: Int
        /// Mean power of its pulses, full scale being 1.
        let power: Float
        let weakParityBits: UInt32
    }

    /// How long a reply is kept, in ticks. Ours: ten seconds, in which an aircraft that can be heard sends sixty squitters.
    static let memoryTicks = 120_000_000
    /// How many are kept; the oldest gives way.
    static let capacity = 4096
    /// The same reply, met once more a sample beside, or where samples are looked at again.
    private static let repetitionTicks = 100

    private var replies: [Reply] = []
    /// Whom each names; none once it was taken.
    private var addresses: [UInt32] = []
    private var next = 0
    private static let none: UInt32 = .max

    /// How many were ever kept.
    private(set) var count = 0

    /// Keeps a reply, in the place of the oldest if there is no other.
    mutating func keep(_ reply: Reply, address: UInt32) {
        count += 1
        if replies.count < Self.capacity {
            replies.append(reply)
            addresses.append(address)
            return
        }
        replies[next] = reply
        addresses[next] = address
        next = next + 1 == Self.capacity ? 0 : next + 1
    }

    /// Takes out the replies of an address that has become known, in order of time, each once.
    ///
    /// - Parameter now: start of the frame that made it known, in ticks of the stream.
    mutating func take(_ address: UInt32, at now: Int) -> [Reply] {
        var found: [Reply] = []
        for index in addresses.indices where addresses[index] == address {
            addresses[index] = Self.none
            let reply = replies[index]
            let isRepeated = found.contains {
                $0.frame == reply.frame && abs($0.start - reply.start) < Self.repetitionTicks
            }
            if abs(now - reply.start) <= Self.memoryTicks, !isRepeated { found.append(reply) }
        }
        return found.sorted { $0.start < $1.start }
    }
}
