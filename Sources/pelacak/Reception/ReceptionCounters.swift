import Feeds
import Radio
import Site

/// What is counted of a source elsewhere, since it began or its connection did.
struct ReceptionCounters: Hashable, Sendable {
    var refused = 0
    var dropped = 0
    var samples = 0
    var lostSamples = 0
    var clippedSamples = 0

    init() {}

    init(_ statistics: DemodulatorStatistics) {
        refused = statistics.parityFailures + statistics.doubtfulInterrogatorCodes
        (samples, lostSamples, clippedSamples) =
            (statistics.samples, statistics.lostSamples, statistics.clippedSamples)
    }

    init(_ counters: WireCounters) {
        refused = Int(clamping: counters.rejected)
        dropped = Int(clamping: counters.overRate &+ counters.beforeKey)
    }

    /// What came since: a counter that went back began anew.
    func since(_ before: ReceptionCounters) -> ReceptionCounters {
        func difference(_ path: KeyPath<ReceptionCounters, Int>) -> Int {
            self[keyPath: path] >= before[keyPath: path]
                ? self[keyPath: path] - before[keyPath: path] : self[keyPath: path]
        }
        var new = ReceptionCounters()
        new.refused = difference(\.refused)
        new.dropped = difference(\.dropped)
        new.samples = difference(\.samples)
        // What came late is taken off again: that is no new beginning.
        new.lostSamples = samples >= before.samples ? max(0, lostSamples - before.lostSamples) : lostSamples
        new.clippedSamples = difference(\.clippedSamples)
        return new
    }

    func add(to slot: inout ReceptionSlot) {
        slot.refused += refused
        slot.dropped += dropped
        slot.samples += samples
        slot.lostSamples += lostSamples
        slot.clippedSamples += clippedSamples
    }
}
