import Watch

/// Alerts told lately by the events they rest on: what a later event shows to be wrong is corrected.
struct ToldAlerts {
    private var records: [EventKey: [AlertRecord]] = [:]
    private var order: [EventKey] = []

    private static let most = 5_000

    mutating func add(_ record: AlertRecord, resting events: [EventKey]) {
        // Only a landing is ever taken back.
        for event in events where event.kind == .landing {
            if records[event] == nil { order.append(event) }
            records[event, default: []].append(record)
        }
        while order.count > Self.most { records[order.removeFirst()] = nil }
    }

    func resting(on event: EventKey) -> [AlertRecord] { records[event] ?? [] }
}
