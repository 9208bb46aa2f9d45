import Aero

/// When the program and its receivers were up, put together of heartbeats.
struct UptimeBook {
    /// Between two beats of the program; beyond, it slept or the clock jumped. Seconds.
    private static let longestBeat = 30.0
    /// A receiver that gave nothing for longer counts as down: by day and night somebody is in most skies. Seconds.
    static let longestSilence = 300.0
    /// Receivers remembered; feeders can name as many as they like.
    private static let mostReceivers = 65_536

    /// What is over and not written yet, then what goes on.
    private(set) var process: [Range<Timestamp>] = []
    private(set) var receivers: [(receiver: UInt32, during: Range<Timestamp>)] = []
    private var beat: (first: Timestamp, last: Timestamp)?
    private var heard: [UInt32: (first: Timestamp, last: Timestamp)] = [:]

    /// The program lives.
    mutating func note(_ now: Timestamp) {
        guard let beat, now >= beat.last, now.seconds(since: beat.last) <= Self.longestBeat else {
            close(beat)
            beat = (now, now)
            return
        }
        self.beat = (beat.first, now)
    }

    /// A receiver gave something.
    mutating func note(_ receiver: UInt32, at time: Timestamp) {
        guard let known = heard[receiver], time >= known.last,
            time.seconds(since: known.last) <= Self.longestSilence
        else {
            if let known = heard[receiver], known.first < known.last {
                receivers.append((receiver, known.first..<known.last))
            }
            if heard.count < Self.mostReceivers || heard[receiver] != nil { heard[receiver] = (time, time) }
            return
        }
        heard[receiver] = (known.first, time)
    }

    /// A receiver was none: what is not written yet of it is forgotten.
    mutating func forget(_ receiver: UInt32) {
        heard[receiver] = nil
        receivers.removeAll { $0.receiver == receiver }
    }

    private mutating func close(_ beat: (first: Timestamp, last: Timestamp)?) {
        if let beat, beat.first < beat.last { process.append(beat.first..<beat.last) }
    }

    /// All that is known and was not taken yet; what goes on begins anew where it ends.
    mutating func take() -> (process: [Range<Timestamp>], receivers: [(receiver: UInt32, during: Range<Timestamp>)]) {
        close(beat)
        beat = beat.map { ($0.last, $0.last) }
        for (receiver, known) in heard.sorted(by: { $0.key < $1.key }) where known.first < known.last {
            receivers.append((receiver, known.first..<known.last))
            heard[receiver] = (known.last, known.last)
        }
        // Who has been silent for long is forgotten.
        if let now = beat?.last {
            heard = heard.filter { now.seconds(since: $0.value.last) <= Self.longestSilence }
        }
        defer { (process, receivers) = ([], []) }
        return (process, receivers)
    }

    /// Brings back what could not be written.
    mutating func putBack(
        _ taken: (process: [Range<Timestamp>], receivers: [(receiver: UInt32, during: Range<Timestamp>)])
    ) {
        // A disk that stays full does not fill memory.
        guard receivers.count + taken.receivers.count < 1_000_000 else { return }
        process = taken.process + process
        receivers = taken.receivers + receivers
    }
}
