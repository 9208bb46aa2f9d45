import Aero
import Tracking

extension WatchMaker {
    /// In flight it says from one place on that it is far less sure where it is.
    func noteIntegrity(_ row: Observation, _ one: inout WatchedAircraft, _ time: Timestamp, _ made: inout WatchMade) {
        guard row.hasSentPlace, let category = row.nic, !row.flags.contains(.onGround),
            let fall = one.integrity.take(category, at: time)
        else { return }
        made.add(
            WatchEvent(
                time: time,
                aircraft: one.aircraft.address,
                id: UInt64(fall.before) << 8 | UInt64(fall.now),
                .interference(before: fall.before, now: fall.now)
            )
        )
    }
}
