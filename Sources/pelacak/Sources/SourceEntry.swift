import Aero
import Feeds
import Polling
import Radio
import Site
import Tracking

/// A source of the running program: what was written, and how it fares.
struct SourceEntry: Sendable {
    let id: String
    var specification: SourceSpecification
    var isFromFile: Bool
    var feed: FeedID?
    var task: Task<Void, Never>?
    var state = SourceStatus.State.connecting
    var detail: String?
    var since: Timestamp?
    /// The wall's time of the next attempt.
    var retryAt: Timestamp?
    var counters = WireCounters()
    var connections = 0
    /// Of each registered feeder of a listener, by name, and of the others that are connected, by what they are called.
    private var registered: [String: WireCounters] = [:]
    private var unnamed: [String: WireCounters] = [:]
    /// What its demodulator counted in the last seconds, the newest last.
    var radio: [DemodulatorStatistics] = []
    /// Of these, how many lost samples were logged, and when last.
    private var lossesLogged = (samples: 0, at: Timestamp?.none)
    /// How a polled source fares.
    var progress: PollProgress?

    init(id: String, specification: SourceSpecification, isFromFile: Bool) {
        self.id = id
        self.specification = specification
        self.isFromFile = isFromFile
    }

    /// Takes what the runner tells.
    mutating func note(_ status: FeedStatus, at wall: Timestamp) {
        let next: SourceStatus.State
        retryAt = nil
        switch status.state {
        case .connecting: next = .connecting
        case .connected: next = isListener ? .listening : .connected
        case .waiting(let seconds):
            next = .waiting
            retryAt = wall.advanced(bySeconds: seconds)
        case .listening: next = .listening
        case .reading: next = .reading
        case .finished:
            // One feeder has left; the listener goes on.
            next = isListener && state == .listening ? .listening : .finished
        case .refused:
            next = isListener ? .listening : .refused
        case .failed: next = .failed
        }
        if next != state || since == nil { since = wall }
        state = next
        detail = status.detail.isEmpty ? nil : status.detail
        connections = status.connections
        registered.merge(status.registered) { $1 }
        if !status.feeders.isEmpty {
            let others = status.feeders.filter { $0.name == nil }
            unnamed = Dictionary(
                uniqueKeysWithValues: others.map { (FeederIdentity.shownName(connection: $0.connection), $0.counters) }
            )
        }
        if status.counters.bytes >= counters.bytes || status.counters.frames > 0 {
            counters = status.counters
        }
    }

    /// Takes what the demodulator has counted; a new connection counts from the beginning.
    mutating func note(_ statistics: DemodulatorStatistics) {
        if let last = radio.last, statistics.samples < last.samples {
            radio = []
            lossesLogged.samples = 0
        }
        radio.append(statistics)
        // Ours: messages a second are those of the last five.
        if radio.count > 6 { radio.removeFirst() }
    }

    /// Samples that did not come since that was logged last; `nil` where there are none, or a minute is not over.
    mutating func lossesToLog(at wall: Timestamp) -> Int? {
        guard let lost = radio.last?.lostSamples, lost != lossesLogged.samples else { return nil }
        if let last = lossesLogged.at, (0..<60).contains(wall.seconds(since: last)) { return nil }
        let new = lost - lossesLogged.samples
        // What came late was taken off again.
        lossesLogged = (lost, new > 0 ? wall : lossesLogged.at)
        return new > 0 ? new : nil
    }

    /// It may not run; what it was before is over.
    mutating func refuse(_ reason: String, at wall: Timestamp) {
        (feed, task, progress) = (nil, nil, nil)
        forgetFeeders()
        note(FeedStatus(state: .refused, detail: reason), at: wall)
    }

    var isListener: Bool {
        if case .listen = specification.kind { true } else { false }
    }

    /// It begins anew, and so do the counts of its feeders.
    mutating func forgetFeeders() { (registered, unnamed) = ([:], [:]) }

    /// Adds what was counted where feeders are read.
    func complete(_ feeders: inout [FeederStatus]) {
        for index in feeders.indices {
            // What has one connection is its own feeder, and has no allowance.
            guard isListener else {
                feeders[index].clockDisagreements = Int(clamping: counters.clockDisagreements)
                continue
            }
            let name = feeders[index].name
            guard let counted = feeders[index].isRegistered ? registered[name] : unnamed[name] else { continue }
            feeders[index].clockDisagreements = Int(clamping: counted.clockDisagreements)
            feeders[index].excess = FeederStatus.Excess(
                frames: Int(clamping: counted.overRate),
                bytes: Int(clamping: counted.overRateBytes)
            )
            feeders[index].dropped += Int(clamping: counted.overRate)
        }
    }

    /// As the site shows it.
    func status(_ ledger: FeedLedger?, wall: Timestamp) -> SourceStatus {
        var status = SourceStatus(
            id: id,
            name: specification.shownName,
            specification: specification.publicText,
            format: specification.formatName,
            clock: specification.clock?.rawValue,
            hasPlace: specification.place != nil,
            state: specification.isPaused ? .paused : state,
            detail: detail,
            since: since,
            retryIn: retryAt.map { max(0, $0.seconds(since: wall)) },
            isFromFile: isFromFile
        )
        guard let ledger else { return status }
        if case .refused(let reason) = ledger.standing {
            status.state = .refused
            status.detail = reason
        }
        if let last = radio.last {
            let before = radio.count > 1 ? radio.first : nil
            let rate = specification.rate ?? 2_400_000
            status.radio = RadioStatus(last, since: before, rate: rate, gain: specification.gain)
        }
        status.counters.bytes = Int(clamping: counters.bytes)
        (status.received, status.rejections) = (counters.receivedByKind, counters.rejectedByReason)
        status.counters.frames = ledger.frames
        status.counters.rejected = ledger.rejected + Int(clamping: counters.rejected)
        status.counters.positions = ledger.positions
        status.counters.aircraft = ledger.counts.aircraft
        status.counters.connections = connections
        status.counters.dropped = ledger.dropped + Int(clamping: counters.overRate)
        if let began = ledger.began {
            let counts = ledger.firstThirty ?? ledger.counts
            status.firstThirtySeconds = SourceStatus.FirstThirtySeconds(
                seconds: min(30, max(0, wall.seconds(since: began))),
                isComplete: ledger.firstThirty != nil,
                frames: counts.frames,
                aircraft: counts.aircraft,
                positions: counts.positions,
                rejected: counts.rejected
            )
        }
        return status
    }
}
