import Aero
import Feeds
import ModeS
import Radio
import Site
import Tracking

/// What sources received lately: counted by batches, and by a look at all tracks each five seconds.
extension LiveSky {
    /// A position is counted for who heard its aircraft within this of it, and for this long. Seconds; ours.
    private static let heardWithin = 5.0
    private static let placedWithin = 30.0

    /// A batch is about to be taken: who was heard until now belongs to what was.
    func prepareReception(of id: FeedID, at time: Timestamp) {
        guard let source = source(of: id), source.countsReception,
            reception.histories[source.receptionName]?.needsCensus(at: time) == true
        else { return }
        takeCensus(at: time) { source.isRecording ? $0.receptionName == source.receptionName : !$0.isRecording }
    }

    /// What was counted of a batch.
    func note(_ tally: ReceptionTally, of source: FeedLedger, at time: Timestamp) {
        guard source.countsReception else { return }
        let isSimulated = provenance == .simulated
        reception.change(source.receptionName, isRecording: source.isRecording) {
            $0.add(tally, at: time, isSimulated: isSimulated)
        }
    }

    /// What came and was not taken.
    func noteDropped(_ batch: FeedBatch, of id: FeedID) {
        guard let source = source(of: id), source.countsReception, batch.count > 0 else { return }
        let moment = time(of: batch, id)
        reception.change(source.receptionName, isRecording: source.isRecording) { $0.drop(batch.count, at: moment) }
    }

    /// What a demodulator has counted.
    func note(_ statistics: DemodulatorStatistics, gain: Double?, at time: Timestamp, of id: FeedID) {
        guard let source = source(of: id), source.countsReception else { return }
        reception.change(source.receptionName, isRecording: source.isRecording) {
            $0.note(statistics, gain: gain, at: time)
        }
    }

    /// What the reader of a source's bytes has counted.
    func note(_ counters: WireCounters, of id: FeedID) {
        guard let source = source(of: id), source.countsReception else { return }
        let latest = reception.histories[source.receptionName]?.last
        let moment = source.isRecording ? latest ?? source.lastTime ?? time : wall()
        reception.change(source.receptionName, isRecording: source.isRecording) { $0.note(counters, at: moment) }
    }

    /// A second has passed: sources that are open were open in it, whether anything came or not.
    func noteReception(at now: Timestamp) {
        let open = feeds.values.filter { $0.parent == nil && !$0.isFinished && !$0.isRecording && $0.countsReception }
        let isDue = open.contains { reception.histories[$0.receptionName]?.needsCensus(at: now) == true }
        if isDue { takeCensus(at: now) { !$0.isRecording } }
        for source in open {
            reception.change(source.receptionName, isRecording: false) { $0.advance(to: now) }
        }
    }

    func beginReceptionAnew(of id: FeedID) {
        guard let source = source(of: id) else { return }
        reception.change(known: source.receptionName) { $0.beginAnew() }
    }

    /// A source has ended: who was heard in its last seconds is counted.
    func endReception(of id: FeedID) {
        guard let name = source(of: id)?.receptionName, let last = reception.histories[name]?.last else { return }
        takeCensus(at: last, evenEarly: true) { $0.receptionName == name }
    }

    /// What a source received lately; `nil` where nothing is known of it.
    func received(_ id: FeedID) -> (history: ReceptionHistory, isOfSeveral: Bool)? {
        guard let source = source(of: id), let history = reception.histories[source.receptionName] else { return nil }
        return (history, source.hasFeeders)
    }

    /// Takes up what was kept over the end of the program, before any source is opened.
    func takeUp(_ kept: ReceptionBook) { reception = kept }

    private func source(of id: FeedID) -> FeedLedger? {
        guard let ledger = feeds[id] else { return nil }
        return ledger.parent.flatMap { feeds[$0] } ?? ledger
    }

    /// One of those that look now.
    private struct Looking {
        let name: String
        let last: Timestamp
        let starts: (hour: Timestamp, day: Timestamp)
        var census = ReceptionCensus()
        /// The last tracks that were counted.
        var counted = (hour: -1, day: -1)
    }

    /// Goes over all tracks once for the sources whose time it is.
    ///
    /// - Parameter evenEarly: also when it is not.
    private func takeCensus(at time: Timestamp, evenEarly: Bool = false, of isMeant: (FeedLedger) -> Bool) {
        var looking: [Looking] = []
        var numbers: [String: Int] = [:]
        var places: [FeedID: (number: Int, place: Position?)] = [:]
        for (id, ledger) in feeds {
            guard let source = source(of: id), source.countsReception, isMeant(source) else { continue }
            let name = source.receptionName
            if numbers[name] == nil {
                guard let history = reception.histories[name], let last = history.last,
                    let starts = history.censusStarts, evenEarly || history.needsCensus(at: time)
                else { continue }
                numbers[name] = looking.count
                looking.append(Looking(name: name, last: last, starts: starts))
            }
            guard let number = numbers[name] else { continue }
            // Where several receivers stand behind one source there is no one place to count from.
            let place = ledger.parent == nil && !ledger.hasFeeders ? table.configuration.receivers[id] : nil
            places[id] = (number, place)
        }
        guard let earliest = looking.map(\.starts.day).min() else { return }
        var place = 0
        for track in table.tracks {
            place += 1
            guard track.lastHeard >= earliest else { continue }
            for receiver in track.receivers where !receiver.isQuarantined {
                guard let (number, stand) = places[receiver.feed] else { continue }
                Self.count(track, place, receiver, from: stand, &looking[number])
            }
        }
        for one in looking {
            reception.change(known: one.name) { $0.note(one.census, before: time) }
        }
    }

    private static func count(
        _ track: Track,
        _ number: Int,
        _ receiver: TrackReceiver,
        from place: Position?,
        _ looking: inout Looking
    ) {
        if receiver.lastHeard >= looking.starts.day, looking.counted.day != number {
            looking.counted.day = number
            looking.census.day.aircraft += 1
            if let fix = track.fix, fix.time >= looking.starts.day { looking.census.day.positioned += 1 }
        }
        if receiver.lastHeard >= looking.starts.hour, looking.counted.hour != number {
            looking.counted.hour = number
            looking.census.hour.aircraft += 1
            if let fix = track.fix, fix.time >= looking.starts.hour { looking.census.hour.positioned += 1 }
        }
        guard let place, let fix = track.fix, fix.isHeardAtItsPlace,
            looking.last.seconds(since: fix.time) <= placedWithin,
            fix.time.seconds(since: receiver.lastHeard) <= heardWithin
        else { return }
        looking.census.note(fix.position, from: place)
    }
}

extension Fix {
    /// Whether what was heard came from the place it tells: not from a station on the ground, and not another program's word.
    var isHeardAtItsPlace: Bool {
        switch sourceClass {
        case .adsbICAO, .adsbICAOWithoutTransponder, .adsbOther: method != .claimed
        default: false
        }
    }
}

extension FeedLedger {
    /// What its reception is remembered by.
    var receptionName: String { source ?? name }
    /// Who is asked for answers hears nothing.
    var countsReception: Bool { !isPolled }
}
