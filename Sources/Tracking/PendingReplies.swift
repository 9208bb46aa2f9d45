import Aero
import ModeS

/// What was reckoned of an ambiguous reply.
struct PendingReply: Sendable {
    let frame: Frame
    let time: Timestamp
    let rivals: [UInt32]
    /// How likely each rival is the sender, against the address that the parity names.
    var weights: [Double]
    /// Logarithm of the odds that the rarity of errors alone gives.
    var bare: Double
    /// What the reply counted in the memory of the address.
    let memoryWeight: Double
}

/// The last ambiguous replies, a ring: a copy comes within a second.
struct PendingReplies: Sendable {
    private var ring: [PendingReply] = []
    private var next = 0
    private static let capacity = 256
    private static let withinSeconds = 1.0

    mutating func keep(_ reply: PendingReply) {
        if ring.count < Self.capacity {
            ring.append(reply)
        } else {
            ring[next] = reply
            next = (next + 1) % Self.capacity
        }
    }

    /// Where the reply is that a frame is a copy of: the nearest in time.
    func place(of received: ReceivedFrame) -> Int? {
        ring.indices
            .filter { ring[$0].frame == received.frame && apart($0, received.time) <= Self.withinSeconds }
            .min { apart($0, received.time) < apart($1, received.time) }
    }

    subscript(_ place: Int) -> PendingReply {
        get { ring[place] }
        set { ring[place] = newValue }
    }

    private func apart(_ place: Int, _ time: Timestamp) -> Double { ring[place].time.seconds(since: time).magnitude }
}
