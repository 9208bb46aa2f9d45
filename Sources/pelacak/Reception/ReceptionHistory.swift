import Aero
import Feeds
import Radio
import Site

/// What one source received lately, by its own time: the wall's for one that is live, that of its data for a recording.
struct ReceptionHistory: Sendable {
    private(set) var hour = ReceptionRing(.hour)
    private(set) var day = ReceptionRing(.day)
    /// The latest moment of the source's time; `nil` before anything was known of it.
    private(set) var last: Timestamp?
    /// `nil` before it is clear.
    private(set) var isSimulated: Bool?
    private(set) var hasRadio = false
    /// Data with a time of their own: what was received of them is not kept over the end of the program.
    let isRecording: Bool
    private var radio = ReceptionCounters()
    private var wire = ReceptionCounters()
    /// The period of the last census.
    private var period: Int64?

    /// A longer time between two signs of life was not watched. Seconds; ours: those who are live are looked at each second.
    static let longestStep = 120.0
    /// Seconds between two looks at who is heard. Ours: an airliner flies 1.3 km in them; a divisor of a slot, so that each ends with one.
    static let censusSeconds: Int64 = 5

    init(isRecording: Bool) { self.isRecording = isRecording }

    /// Its time has come so far. A clock that was set back by more than two minutes, or a recording that plays again, begins anew.
    mutating func advance(to time: Timestamp) {
        guard let last else {
            last = time
            touch(time)
            return
        }
        let step = time.seconds(since: last)
        if step < -Self.longestStep {
            (hour, day) = (ReceptionRing(.hour), ReceptionRing(.day))
            (self.last, period) = (time, nil)
            touch(time)
        } else if step > 0 {
            if step <= Self.longestStep {
                hour.watch(from: last, to: time)
                day.watch(from: last, to: time)
            }
            self.last = time
            touch(time)
        }
    }

    /// Adds a batch that came at a moment.
    mutating func add(_ tally: ReceptionTally, at time: Timestamp, isSimulated: Bool) {
        settle(isSimulated)
        advance(to: time)
        change(at: time) { tally.add(to: &$0) }
    }

    /// Adds what came and was not taken.
    mutating func drop(_ count: Int, at time: Timestamp) {
        advance(to: time)
        change(at: time) { $0.dropped += count }
    }

    /// Takes what the demodulator has counted so far.
    mutating func note(_ statistics: DemodulatorStatistics, gain: Double?, at time: Timestamp) {
        advance(to: time)
        hasRadio = true
        let (now, before) = (ReceptionCounters(statistics), radio)
        radio = now
        change(at: time) { slot in
            now.since(before).add(to: &slot)
            if let noise = statistics.noiseLevel.map(Double.init), noise.isFinite {
                slot.noiseSum += noise
                slot.noiseCount += 1
                slot.noiseHighest = max(slot.noiseHighest ?? noise, noise)
            }
            slot.gain = gain
            slot.gainStep = statistics.gainStep
        }
    }

    /// Takes what the reader of its bytes has counted so far.
    mutating func note(_ counters: WireCounters, at time: Timestamp) {
        let (now, before) = (ReceptionCounters(counters), wire)
        wire = now
        let new = now.since(before)
        guard new != ReceptionCounters() else { return }
        advance(to: time)
        change(at: time) { new.add(to: &$0) }
    }

    /// Its connection, or the source, began anew: counters begin at nothing.
    mutating func beginAnew() { (radio, wire) = (ReceptionCounters(), ReceptionCounters()) }

    // MARK: - Who is heard

    /// Whether it is time to look who is heard: the five seconds of the last look are over.
    func needsCensus(at time: Timestamp) -> Bool { last != nil && Self.period(of: time) != period }

    /// The beginnings of the slots that a look now is for: of the time that was, not of what comes next.
    var censusStarts: (hour: Timestamp, day: Timestamp)? {
        guard let last else { return nil }
        return (
            Timestamp(seconds: Double(ReceptionSpan.hour.slotStart(at: last))),
            Timestamp(seconds: Double(ReceptionSpan.day.slotStart(at: last)))
        )
    }

    /// Takes who was heard since the beginnings of the slots.
    mutating func note(_ census: ReceptionCensus, before time: Timestamp) {
        defer { period = Self.period(of: time) }
        guard let last else { return }
        hour.change(at: last) { census.hour.add(to: &$0, farthest: census.farthest) }
        day.change(at: last) { census.day.add(to: &$0, farthest: census.farthest) }
    }

    private static func period(of time: Timestamp) -> Int64 {
        Int64((time.seconds / Double(censusSeconds)).rounded(.down))
    }

    // MARK: - Keeping

    /// Takes up what was kept.
    mutating func take(hour: [ReceptionSlot], day: [ReceptionSlot], last: Timestamp, isSimulated: Bool?, hasRadio: Bool)
    {
        self.hour.take(hour)
        self.day.take(day)
        (self.last, self.isSimulated, self.hasRadio) = (last, isSimulated, hasRadio)
    }

    func slots(of span: ReceptionSpan) -> [ReceptionSlot] {
        guard let last else { return [] }
        return switch span {
        case .hour: hour.slots(until: last)
        case .day: day.slots(until: last)
        }
    }

    /// Real and simulated data never meet: what was of the other kind is forgotten.
    private mutating func settle(_ isSimulated: Bool) {
        if let known = self.isSimulated, known != isSimulated {
            (hour, day, last, period) = (ReceptionRing(.hour), ReceptionRing(.day), nil, nil)
        }
        self.isSimulated = isSimulated
    }

    private mutating func touch(_ time: Timestamp) {
        hour.change(at: time) { _ in }
        day.change(at: time) { _ in }
    }

    private mutating func change(at time: Timestamp, _ body: (inout ReceptionSlot) -> Void) {
        hour.change(at: time, body)
        day.change(at: time, body)
    }
}
