public import Aero
import ModeS

extension TrackTable {
    mutating func add(_ track: Track) -> Int {
        if list.count >= configuration.capacity { evict() }
        statistics.tracksMade += 1
        index[track.address] = list.count
        list.append(track)
        return list.count - 1
    }

    /// Forgets tracks that were silent for too long.
    public mutating func expire(at time: Timestamp) {
        let before = list.count
        let limit = configuration.silenceSeconds
        keep { time.seconds(since: $0.lastHeard) <= limit }
        statistics.tracksExpired += before - list.count
        forgetNewcomers(at: time)
        settleTally()
        trust.fade(to: time)
    }

    /// Forgets everything heard; counters stay, and what is known of feeders.
    public mutating func removeAll() {
        list.removeAll()
        index.removeAll()
        newcomers.removeAll()
        uatNewcomers.removeAll()
        heard = HeardAddresses()
        sisters = SisterGuard()
        deduplicator = nil
        withheld = WithheldMessages()
        tally = nil
    }

    private mutating func evict() {
        let quarter = list.map(\.lastHeard).sorted()[list.count / 4]
        let before = list.count
        keep { $0.lastHeard > quarter }
        if list.count == before { list.removeFirst(max(1, before / 4)) }
        statistics.tracksEvicted += before - list.count
        rebuildIndex()
    }

    mutating func keep(_ isKept: (Track) -> Bool) {
        guard list.contains(where: { !isKept($0) }) else { return }
        list.removeAll { !isKept($0) }
        rebuildIndex()
    }

    private mutating func rebuildIndex() {
        index.removeAll()
        for (place, track) in list.enumerated() { index[track.address] = place }
    }

    mutating func forgetNewcomers(at time: Timestamp) {
        newcomers = newcomers.filter {
            time.seconds(since: $0.value.received.time).magnitude <= Self.confirmationSeconds
        }
        if newcomers.count >= Self.newcomerCapacity { newcomers.removeAll() }
        uatNewcomers = uatNewcomers.filter {
            time.seconds(since: $0.value.received.time).magnitude <= Self.confirmationSeconds
        }
        if uatNewcomers.count >= Self.newcomerCapacity { uatNewcomers.removeAll() }
    }
}
