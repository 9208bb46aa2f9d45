import Aero

/// Events that wait for the watermark, by the sixteenth of a second they belong to.
struct EventBuffer: Sendable {
    /// In order of time; events of one slot in the order they came.
    private var slots: [(slot: Int64, events: [WatchEvent])] = []
    private(set) var count = 0

    mutating func add(_ event: WatchEvent) {
        let slot = Self.slot(event.time)
        count += 1
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].slot < slot { low = middle + 1 } else { high = middle }
        }
        if low < slots.count, slots[low].slot == slot {
            slots[low].events.append(event)
        } else {
            slots.insert((slot, [event]), at: low)
        }
    }

    /// Takes out all events before an instant, in their total order.
    mutating func take(before instant: Timestamp) -> [WatchEvent] {
        let last = Self.slot(instant)
        var taken: [WatchEvent] = []
        var whole = 0
        while whole < slots.count, slots[whole].slot < last {
            taken += slots[whole].events
            whole += 1
        }
        if whole < slots.count, slots[whole].slot == last {
            let events = slots[whole].events
            taken += events.filter { $0.time < instant }
            slots[whole].events = events.filter { $0.time >= instant }
            if slots[whole].events.isEmpty { whole += 1 }
        }
        slots.removeFirst(whole)
        count -= taken.count
        var order = taken.indices.map { (key: taken[$0].key, index: $0) }
        // Mostly they came as they happened, and what is large stays where it is.
        if zip(order, order.dropFirst()).allSatisfy({ $0.key <= $1.key }) { return taken }
        order.sort { $0.key < $1.key }
        return order.map { taken[$0.index] }
    }

    /// All that waits, in no promised order.
    var all: [WatchEvent] { slots.flatMap(\.events) }

    private static func slot(_ time: Timestamp) -> Int64 { time.nanoseconds >> 26 }
}
