import Aero
import ModeS

extension Track {
    /// Advisories kept for each aircraft.
    private static let mostAdvisories = 16
    private static let mostFrames = 4

    /// Takes a message that tells of a resolution advisory. Repaired frames tell nothing here.
    mutating func take(_ advisory: BDS30, frame: Frame, _ reception: Reception) {
        guard !reception.isRepaired, advisory.action != .none else { return }
        if let last = advisories.indices.last,
            reception.time.seconds(since: advisories[last].last).magnitude <= AdvisoryWatch.windowSeconds
        {
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
            altitude: barometricAltitude?.value,
            rate: verticalRate?.value
        )
        if let event { keep(event) }
    }

    /// Looks whether the altitude just heard confirms an advisory that waits for it.
    mutating func confirmAdvisory(at time: Timestamp) {
        guard let altitude = barometricAltitude, altitude.time == time else { return }
        if let event = advisoryWatch.note(altitude: altitude.value, at: time) { keep(event) }
    }

    private mutating func keep(_ event: AdvisoryEvent) {
        if advisories.count >= Self.mostAdvisories { advisories.removeFirst() }
        advisories.append(event)
    }
}
