import Aero
import Store
import Tracking

/// What was heard before the program ended, as tracks and waiting rows. It waits until something real is heard.
struct SkyResumption: Sendable {
    var rerun: RawRerun
    let lastArrival: Timestamp
    let roster: ReceiverRoster
}

extension LiveSky {
    /// Takes what was heard before the program ended, to go on from it with the first live source; before any source is opened.
    ///
    /// Nothing of it is shown, counted, sent out or told before that, and nothing becomes younger by it.
    func resume(_ resumption: SkyResumption) {
        guard feeds.isEmpty else {
            // The history was opened later than the sources: the sky has its own tracks.
            var earlier = resumption
            history?.inbox.put(earlier.rerun.finish(), .real)
            return
        }
        resumed = resumption
        reserved = resumption.roster.feeds
        for entry in resumption.roster.entries { history?.former[entry.feed] = entry }
    }

    /// Rows that waited when the program ended come out in their time, whether anything is heard again or not; what is too old for tracks is
    /// forgotten.
    func settleResumed(at now: Timestamp) {
        guard resumed != nil else { return }
        history?.inbox.put(resumed?.rerun.settle(at: now) ?? [], .real)
        let age = resumed.map { now.seconds(since: $0.lastArrival) } ?? 0
        if age > table.configuration.silenceSeconds || age < 0 { forgetResumed() }
    }

    func forgetResumed() {
        history?.inbox.put(resumed?.rerun.finish() ?? [], .real)
        resumed = nil
    }

    /// The sky is real: it goes on from where it was.
    func takeUpResumed() {
        guard var held = history, let earlier = resumed else { return }
        guard table.count == 0 else { return forgetResumed() }
        resumed = nil
        table.goOn(from: earlier.rerun.table)
        held.goOn(from: earlier.rerun.writer)
        history = held
    }

    /// The number that a receiver had before the program was started, if it gave something then.
    func reservedID(_ name: ReceiverName) -> FeedID? {
        guard !reserved.isEmpty, let number = history?.number(of: name) else { return nil }
        guard let id = reserved.removeValue(forKey: number), feeds[id] == nil else { return nil }
        return id
    }
}
