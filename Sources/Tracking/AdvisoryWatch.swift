import Aero
import ModeS

/// Waits for the second sign of a resolution advisory: one message alone may be a wrong bit, and an advisory is news.
///
/// Repaired frames and replies whose sender or register is in doubt never come here.
struct AdvisoryWatch: Sendable {
    private struct First {
        var advisory: BDS30
        var time: Timestamp
        var frame: Frame
        var altitude: Feet?
        var rate: FeetPerMinute?
    }

    private var first: First?

    /// A second sign must come within this; an event goes on while messages are no farther apart. Seconds.
    /// An advisory stays readable for 18 s after its end (RTCA DO-185B, 2.2.3.9.3.2.3.1.1).
    static let windowSeconds = 30.0
    /// Two receptions nearer than this are one transmission, heard twice. Seconds. Ours: replies and squitters of one aircraft are farther apart.
    private static let transmissionSeconds = 0.02

    /// Whether two messages were sent one after the other.
    static func isApart(_ one: Timestamp, _ other: Timestamp) -> Bool {
        one.seconds(since: other).magnitude > transmissionSeconds
    }

    /// How far the aircraft must be from where its earlier rate would have brought it. Ours: 300 ft, three steps of a coarse altimeter.
    private static let departure = 300.0

    /// Takes a message that tells of an advisory.
    ///
    /// - Returns: the new event if this confirms one.
    mutating func note(
        _ advisory: BDS30,
        frame: Frame,
        at time: Timestamp,
        altitude: Feet?,
        rate: FeetPerMinute?
    ) -> AdvisoryEvent? {
        if let known = first, !Self.isApart(time, known.time) { return nil }
        // A second that says another thing is a new first.
        guard let known = first, time.seconds(since: known.time).magnitude <= Self.windowSeconds,
            known.advisory.advisoryBits == advisory.advisoryBits
        else {
            first = First(advisory: advisory, time: time, frame: frame, altitude: altitude, rate: rate)
            return nil
        }
        first = nil
        return AdvisoryEvent(
            advisory: advisory,
            first: known.time,
            last: time,
            messages: 2,
            confirmation: .secondMessage,
            frames: [known.frame, frame]
        )
    }

    /// Takes an altitude: one that departs from the path before the advisory confirms it.
    mutating func note(altitude: Feet, at time: Timestamp) -> AdvisoryEvent? {
        guard let known = first, let before = known.altitude, let rate = known.rate else { return nil }
        let elapsed = time.seconds(since: known.time)
        guard elapsed <= Self.windowSeconds else {
            first = nil
            return nil
        }
        let predicted = before.rawValue + rate.rawValue * elapsed / 60
        guard elapsed > 3, (altitude.rawValue - predicted).magnitude >= Self.departure else { return nil }
        first = nil
        return AdvisoryEvent(
            advisory: known.advisory,
            first: known.time,
            last: time,
            messages: 1,
            confirmation: .levelChange,
            frames: [known.frame]
        )
    }
}
