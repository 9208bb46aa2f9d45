import Aero

/// The last events that are worth telling: an alert says what they were, days after the first of them.
struct EventMemory: Sendable {
    private var events: [EventKey: RememberedEvent] = [:]
    private var order: [EventKey] = []
    private var next = 0

    /// Ours: some 10 MB.
    private static let capacity = 50_000

    /// That an aircraft was heard somewhere is told of its state then, and too often for being kept.
    mutating func add(_ event: RememberedEvent) {
        switch event.event.content {
        case .sample, .identified, .listening: return
        default: break
        }
        let key = event.event.key
        guard events.updateValue(event, forKey: key) == nil else { return }
        if order.count < Self.capacity {
            order.append(key)
        } else {
            events[order[next]] = nil
            order[next] = key
            next = (next + 1) % Self.capacity
        }
    }

    subscript(key: EventKey) -> RememberedEvent? { events[key] }
}
