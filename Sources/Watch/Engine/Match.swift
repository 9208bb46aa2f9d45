import Aero

/// What a rule waited for, before its cooldown is asked.
struct Match: Sendable {
    let time: Timestamp
    /// Open in a count over all aircraft.
    let binding: Binding
    let events: [EventKey]
}
