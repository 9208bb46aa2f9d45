import Aero
import ModeS

/// One reading of a recording from its beginning to its end, and what is carried into the next.
struct Pass {
    var pacer: Pacer
    private(set) var counters = WireCounters()
    var decoder: (any StreamDecoder)?

    private var first: Timestamp?
    private var last: Timestamp?
    /// Seconds this pass is moved by.
    private var shift = 0.0

    init(pacer: Pacer) { self.pacer = pacer }

    mutating func begin(_ decoder: any StreamDecoder) {
        self.decoder = decoder
        first = nil
    }

    /// The pass is over: the next begins one second after it.
    mutating func end() {
        if let decoder {
            let bytes = counters.bytes
            counters = decoder.counters
            counters.bytes &+= bytes
        }
        if let first, let last { shift += last.seconds(since: first) + 1 }
    }

    /// A batch with its times moved behind the passes before.
    mutating func shifted(_ batch: FeedBatch) -> FeedBatch {
        for time in batch.frames.lazy.map(\.time) { note(time) }
        for time in batch.reports.lazy.map(\.time) { note(time) }
        for time in batch.modeAC.lazy.map(\.time) { note(time) }
        for time in batch.uat.lazy.map(\.time) { note(time) }
        guard shift > 0 else { return batch }
        var moved = batch
        for index in moved.frames.indices {
            moved.frames[index].time = moved.frames[index].time.advanced(bySeconds: shift)
        }
        for index in moved.reports.indices {
            moved.reports[index].time = moved.reports[index].time.advanced(bySeconds: shift)
        }
        for index in moved.modeAC.indices {
            moved.modeAC[index].time = moved.modeAC[index].time.advanced(bySeconds: shift)
        }
        for index in moved.uat.indices { moved.uat[index].time = moved.uat[index].time.advanced(bySeconds: shift) }
        return moved
    }

    private mutating func note(_ time: Timestamp) {
        if first == nil {
            first = time
            last = time
        } else if let known = last, time > known {
            last = time
        }
    }
}
