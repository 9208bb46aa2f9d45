/// The last messages that were held back because of their feeder, a ring.
struct WithheldMessages: Sendable {
    private var ring: [WithheldMessage] = []
    private var next = 0
    private static let capacity = 1_024

    var all: [WithheldMessage] { Array(ring[next...] + ring[..<next]) }

    mutating func keep(_ message: WithheldMessage) {
        if ring.count < Self.capacity {
            ring.append(message)
        } else {
            ring[next] = message
            next = (next + 1) % Self.capacity
        }
    }
}
