import Aero

/// When the last replies came, a ring.
struct ReplyTimes: Sendable {
    private static let capacity = 40
    private(set) var all: [Timestamp] = []
    private var next = 0

    var count: Int { all.count }

    mutating func note(_ time: Timestamp) {
        if all.count < Self.capacity {
            all.append(time)
        } else {
            all[next] = time
            next = (next + 1) % Self.capacity
        }
    }
}
