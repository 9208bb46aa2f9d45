public import Aero

/// Holds samples, which bear no time, against the wall's clock: by how much times that are reckoned from their count are wrong, and how many
/// samples did not come.
///
/// A count of samples alone falls behind by every one that is lost, and drifts by the error of the oscillator: by seconds a day. Arrivals
/// are late by the network and by whoever sends, never early: so what is compared is the least delay of each window. Counts of 12 MHz stay
/// counts; only times of day are put right.
public struct SampleClock: Sendable {
    /// Seconds to add to a time that was reckoned from the first arrival by the count of samples.
    public private(set) var correction = 0.0
    /// Samples that did not come; what comes late is taken off again.
    public var lost: Int { max(0, Int(missing)) }

    private let rate: Double
    private var begin: Timestamp?
    /// Since `begin`.
    private var samples = 0
    private var window: Window?
    /// Seconds that the correction crept lately, and since when.
    private var crept = (seconds: 0.0, since: 0.0)
    private var missing = 0.0

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
    /// A longer time between two pieces is a break, or a clock that was set: it says nothing of losses.
    private static let longest = 120.0
    /// Ours: less than one buffer of a dongle's driver (54 ms at 2.4 MS/s), more than the least delay of a network moves.
    private static let step = 0.012
    /// Ours: so much more than was to come may have come before any is lost. Least delays that move to and fro are no losses then.
    private static let credit = 0.2
    /// Of a smaller difference, the share that is put right in one window: by it an oscillator is followed.
    private static let share = 0.25
    /// What creeps on for so long, and faster than an oscillator is wrong, is a loss of many little pieces.
    private static let creepSeconds = 300.0
    private static let oscillator = 150e-6

    /// - Parameter sampleRate: samples a second.
    public init(sampleRate: Int) { rate = Double(sampleRate) }

    /// Takes note of samples that have arrived by then. The first of all are taken to be received from then on.
    public mutating func note(samples count: Int, at arrival: Timestamp) {
        let begin = begin ?? arrival
        self.begin = begin
        samples += count
        let now = arrival.seconds(since: begin)
        let delay = now - Double(samples) / rate
        guard var open = window else {
            window = Window(start: now, least: delay, last: now)
            return
        }
        if !(0...Self.longest).contains(now - open.last) {
            set(delay, at: now)
        } else if now - open.start >= Self.windowSeconds {
            settle(open)
            window = Window(start: now, least: delay, last: now)
        } else {
            (open.least, open.last) = (min(open.least, delay), now)
            window = open
        }
    }

    /// The clock was set, or nothing came for long: what comes is of now, and nothing is known of what did not.
    private mutating func set(_ delay: Double, at now: Double) {
        correction = delay
        crept = (0, now)
        window = Window(start: now, least: delay, last: now)
    }

    private mutating func settle(_ window: Window) {
        let wrong = window.least - correction
        // How long samples usually are on the way is learnt; the very first may have been quicker, or have waited.
        guard window.start > Self.learningSeconds else {
            correction = window.least
            crept = (0, window.last)
            return
        }
        if abs(wrong) > Self.step {
            correction = window.least
            miss(wrong)
        } else {
            correction += wrong * Self.share
            crept.seconds += wrong * Self.share
        }
        let seconds = window.last - crept.since
        guard seconds >= Self.creepSeconds else { return }
        if abs(crept.seconds) > Self.oscillator * seconds { miss(crept.seconds) }
        crept = (0, window.last)
    }

    private mutating func miss(_ seconds: Double) { missing = max(-Self.credit * rate, missing + seconds * rate) }
}
