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

    /// A track that says it is of so much later is of before a clock was set back. Ours: feeds' clocks are apart by less. Seconds.
    private static let futureSeconds = 30.0

    /// Forgets tracks that were silent for too long, and those of the future: what comes now would be refused beside them.
    public mutating func expire(at time: Timestamp) {
        let before = list.count
        let limit = configuration.silenceSeconds
        keep { (-Self.futureSeconds...limit).contains(time.seconds(since: $0.lastHeard)) }
        statistics.tracksExpired += before - list.count
        forgetNewcomers(at: time)
        settleTally()
        trust.fade(to: time)
    }

    /// Lets time pass: what fell silent is forgotten at each whole second, once.
    ///
    /// How often it is called and between which messages does not matter, so that a replay, which is called at arrivals alone, forgets what was
    /// forgotten live, where a clock calls too. A clock that was set back begins anew from there.
    ///
    /// - Parameter time: now, by the clock that arrivals are counted by.
    public mutating func advance(to time: Timestamp) {
        let second = time.nanoseconds / 1_000_000_000 - (time.nanoseconds % 1_000_000_000 < 0 ? 1 : 0)
        guard let before = advanced, before <= second else {
            advanced = second
            expire(at: Self.instant(second))
            return
        }
        guard before < second else { return }
        advanced = second
        for step in max(before + 1, second - Self.mostSteps)...second { expire(at: Self.instant(step)) }
    }

    /// Seconds that are passed one by one; after a longer silence nothing is left that fades. A day.
    private static let mostSteps: Int64 = 86_400

    private static func instant(_ second: Int64) -> Timestamp {
        Timestamp(nanoseconds: second.multipliedReportingOverflow(by: 1_000_000_000).partialValue)
    }

    /// Goes on from another table, which was given what was heard before a restart; nothing has been heard by this one.
    ///
    /// Counters stay this one's, since the program starts to count anew. What is known here of receivers holds, the other's besides.
    public mutating func goOn(from earlier: TrackTable) {
        let (own, counters) = (configuration, statistics)
        self = earlier
        statistics = counters
        let settings = configuration
        configuration = own
        configuration.receivers.merge(settings.receivers) { now, _ in now }
        configuration.placedBySource.formUnion(settings.placedBySource.filter { own.receivers[$0] == nil })
        configuration.strangers.merge(settings.strangers) { now, _ in now }
        configuration.expectsCopies = own.expectsCopies || settings.expectsCopies
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
