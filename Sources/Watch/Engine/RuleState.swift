import Aero

/// What a rule remembers between events.
struct RuleState: Sendable {
    /// How often was told in an hour of event time, counted from 1970, and how often not since the last alert for there were so many.
    struct Hour: Hashable, Sendable {
        var number = Int64.min
        var told = 0
        var heldBack = 0
    }

    /// A sequence begun: the events of its steps so far.
    typealias Run = [EventKey]

    /// Something happened, and something else has not since.
    struct Wait: Hashable, Sendable {
        let opening: EventKey
        /// In listened time, see `ListenedTime`.
        let due: Int64
    }

    /// When a key was told last, and how often it was not since.
    struct Cooldown: Hashable, Sendable {
        var told: Timestamp
        var suppressed: Int
    }

    /// By step done; a run stands under the variables bound so far, and all under one binding are in order of their first events.
    var runs: [[Binding: [Run]]]
    /// By step: the latest first event that was taken over to a binding which has more variables than the one before.
    var taken: [[Binding: EventKey]]
    /// The event that completed a binding last: nothing up to it is used again.
    var completed: [Binding: EventKey] = [:]
    /// By step: when what is asked beside a silence was true last.
    var seen: [[Binding: EventKey]]
    /// By step: the silence that was told last.
    var told: [[Binding: Timestamp]]
    var waits: [Binding: Wait] = [:]
    var counted: [Binding: [EventKey]] = [:]
    var cooldowns: [Binding: Cooldown] = [:]
    var hour = Hour()
    var isStopped = false
    /// Runs there are; kept beside because it is asked at every event.
    var runCount = 0

    init(steps: Int) {
        runs = Array(repeating: [:], count: steps)
        taken = runs.map { _ in [:] }
        seen = taken
        told = runs.map { _ in [:] }
    }

    /// Everything remembered, in pieces of some 100 bytes.
    var size: Int {
        var size = runCount + completed.count + waits.count + cooldowns.count
        for (_, keys) in counted { size += keys.count }
        for step in runs.indices { size += taken[step].count + seen[step].count + told[step].count }
        return size
    }
}
