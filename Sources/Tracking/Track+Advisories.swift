import Aero
import ModeS

extension Track {
    /// Advisories kept for each aircraft.
    private static let mostAdvisories = 16
    private static let mostFrames = 4
    /// Older values say nothing of the path the aircraft was on. Seconds.
    private static let freshSeconds = 10.0

    /// Takes a message that tells of a resolution advisory. Repaired frames tell nothing here.
    mutating func take(_ advisory: BDS30, frame: Frame, _ reception: Reception) {
        guard !reception.isRepaired, advisory.action != .none else { return }
        if let last = advisories.indices.last,
            reception.time.seconds(since: advisories[last].last).magnitude <= AdvisoryWatch.windowSeconds
        {
            // The same transmission again says nothing new.
            guard AdvisoryWatch.isApart(reception.time, advisories[last].last) else { return }
            advisories[last].advisory = advisory
            advisories[last].last = max(advisories[last].last, reception.time)
            advisories[last].messages += 1
            if advisories[last].frames.count < Self.mostFrames { advisories[last].frames.append(frame) }
            return
        }
        let event = advisoryWatch.note(
            advisory,
            frame: frame,
            at: reception.time,
            altitude: own(barometricAltitude, at: reception.time),
            rate: own(verticalRate, at: reception.time)
        )
        if let event { keep(event) }
    }

    /// Looks whether the altitude just heard confirms an advisory that waits for it.
    mutating func confirmAdvisory(at time: Timestamp) {
        guard let altitude = barometricAltitude, altitude.time == time, let value = own(altitude, at: time) else {
            return
        }
        if let event = advisoryWatch.note(altitude: value, at: time) { keep(event) }
    }

    /// A value from the aircraft's own, unrepaired frame of the last seconds.
    private func own<Value>(_ known: Known<Value>?, at time: Timestamp) -> Value? {
        guard let known, known.rank == 0, !known.isRepaired else { return nil }
        return time.seconds(since: known.time).magnitude <= Self.freshSeconds ? known.value : nil
    }

    private mutating func keep(_ event: AdvisoryEvent) {
        if advisories.count >= Self.mostAdvisories { advisories.removeFirst() }
        advisories.append(event)
    }
}
