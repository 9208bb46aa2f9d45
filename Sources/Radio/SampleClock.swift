public import Aero

/// Holds samples, which bear no time, against this machine's clocks: by how much times that are reckoned from their count are wrong, and how
/// many samples did not come.
///
/// A count of samples alone falls behind by every one that is lost, and drifts by the error of the oscillator: by seconds a day. Arrivals
/// are late by the network and by whoever sends, never early: so what is compared is the least delay of each window. Losses are counted by
/// a clock that is never set; times of day go with the one that may be. Counts of 12 MHz stay counts.
public struct SampleClock: Sendable {
    /// Seconds to add to a time of day that was reckoned from the first arrival by the count of samples.
    public private(set) var correction = 0.0
    /// Samples that did not come; never fewer than before.
    public private(set) var lost = 0

    private let rate: Double
    private var begin: (day: Timestamp, seconds: Double)?
    /// Since `begin`.
    private var samples = 0
    private var window: Window?
    /// The least delay that times are told by, seconds.
    private var delay = 0.0
    /// Seconds that it crept lately, and since when.
    private var crept = (seconds: 0.0, since: 0.0)
    /// Samples that are missing now, and were after each of the last windows: what comes late is taken off before it is told.
    private var missing = 0.0
    private var stood: [Double] = []

    /// What arrived between two looks at the clock.
    private struct Window {
        let start: Double
        /// The least delay in it, seconds.
        var least: Double
        /// When its last piece arrived.
        var last: Double
    }

    /// Seconds that are looked at together.
    private static let windowSeconds = 2.0
    /// At the beginning nothing is counted.
    private static let learningSeconds = 5.0
    /// A longer time between two pieces is a break.
    private static let longest = 120.0
    /// Ours: less than one buffer of a dongle's driver (54 ms at 2.4 MS/s), more than the least delay of a network moves.
    private static let step = 0.012
    /// Ours: so much more than was to come may have come before any is lost. Least delays that move to and fro are no losses then.
    private static let credit = 0.2
    /// Windows after which what is missing will not come.
    private static let patience = 3
    /// Of a smaller difference, the share that is put right in one window: by it an oscillator is followed.
    private static let share = 0.25
    /// What creeps on for so long, and faster than an oscillator is wrong, is a loss of many little pieces.
    private static let creepSeconds = 300.0
    private static let oscillator = 150e-6

    /// - Parameter sampleRate: samples a second.
    public init(sampleRate: Int) { rate = Double(sampleRate) }

    /// Takes note of samples that have arrived by then. The first of all are taken to be received from then on.
    ///
    /// - Parameters:
    ///   - day: the time of day.
    ///   - seconds: of a clock that is never set.
    public mutating func note(samples count: Int, at day: Timestamp, _ seconds: Double) {
        let begin = begin ?? (day, seconds)
        self.begin = begin
        samples += count
        let now = seconds - begin.seconds
        let late = now - Double(samples) / rate
        defer { correction = delay + day.seconds(since: begin.day) - now }
        guard var open = window else {
            window = Window(start: now, least: late, last: now)
            return
        }
        if now - open.last > Self.longest {
            // Nothing is known of what did not come meanwhile.
            (delay, crept, stood) = (late, (0, now), [])
            window = Window(start: now, least: late, last: now)
        } else if now - open.start >= Self.windowSeconds {
            settle(open)
            window = Window(start: now, least: late, last: now)
        } else {
            (open.least, open.last) = (min(open.least, late), now)
            window = open
        }
    }

    private mutating func settle(_ window: Window) {
        let wrong = window.least - delay
        // How long samples usually are on the way is learnt; the very first may have been quicker, or have waited.
        guard window.start > Self.learningSeconds else {
            delay = window.least
            crept = (0, window.last)
            return
        }
        if abs(wrong) > Self.step {
            delay = window.least
            miss(wrong)
        } else {
            delay += wrong * Self.share
            crept.seconds += wrong * Self.share
        }
        let seconds = window.last - crept.since
        if seconds >= Self.creepSeconds {
            if abs(crept.seconds) > Self.oscillator * seconds { miss(crept.seconds) }
            crept = (0, window.last)
        }
        stood.append(missing)
        if stood.count > Self.patience { stood.removeFirst() }
        guard stood.count == Self.patience, let sure = stood.min() else { return }
        lost = max(lost, Int(sure))
    }

    private mutating func miss(_ seconds: Double) { missing = max(-Self.credit * rate, missing + seconds * rate) }
}
