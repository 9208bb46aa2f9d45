import Aero

/// One event and what follows from it.
struct Happening: Sendable {
    var event: WatchEvent
    /// The kind of the event, kept beside it: to ask the event copies it.
    var kind = EventKind.listening
    /// The aircraft's place in `Sky`.
    var aircraft: Int32 = -1
    var isHeard = false
    var entered: [Int] = []
    var left: [Int] = []
    /// Levels that began, or lasted long enough now.
    var raised: [Int] = []
    /// A code that is told now.
    var code: UInt16?
    var isNewCallsign = false
    /// A judgement of a silence that goes on.
    var isSilent = false

    init(event: WatchEvent) { self.event = event }

    /// Begins anew with another event; what follows from it is not known yet.
    mutating func begin(_ event: WatchEvent, _ aircraft: Int32) {
        self.event = event
        self.aircraft = aircraft
        kind = event.content.kind
        isHeard = kind.isHearing
        if hasCrossed {
            entered.removeAll(keepingCapacity: true)
            left.removeAll(keepingCapacity: true)
            raised.removeAll(keepingCapacity: true)
        }
        code = nil
        isNewCallsign = false
        isSilent = false
    }

    /// Whether an area or a level was crossed: mostly none is.
    var hasCrossed: Bool { !entered.isEmpty || !left.isEmpty || !raised.isEmpty }
}
