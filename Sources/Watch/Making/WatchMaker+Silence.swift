import Aero
import Flights
import Tracking

extension WatchMaker {
    /// Looks at those whose time has come before an instant.
    mutating func wake(before instant: Timestamp, _ made: inout WatchMade) {
        while let first = wakes.first, first.time < instant {
            guard let entry = wakes.removeFirst() else { return }
            guard var one = fleet.take(entry.aircraft) else { continue }
            if one.wake == entry.time {
                look(&one, at: entry.time, &made)
                one.wake = next(one, after: entry.time)
                if let wake = one.wake { wakes.add(WakeList.Entry(time: wake, aircraft: entry.aircraft)) }
            }
            fleet.put(one)
        }
    }

    /// What is due by now of a silence.
    private func look(_ one: inout WatchedAircraft, at time: Timestamp, _ made: inout WatchMade) {
        while one.looks < looks.count, isDue(looks[one.looks], one, at: time) {
            let look = looks[one.looks]
            one.looks += 1
            if look.isForLegs {
                var events: [FlightEvent] = []
                one.builder?.advance(to: time, into: &events)
                tell(events, &one, at: time, &made)
            } else if one.needs.contains(.silences) {
                tellSilence(of: one, at: time, &made)
            }
        }
    }

    private func isDue(_ look: SilenceLook, _ one: WatchedAircraft, at time: Timestamp) -> Bool {
        left(look, one, at: time) <= 0
    }

    /// Nanoseconds until a look is due; silences do not grow while nobody listens.
    private func left(_ look: SilenceLook, _ one: WatchedAircraft, at time: Timestamp) -> Int64 {
        let passed = time.nanoseconds - one.lastHeard.nanoseconds
        let heard = look.isForLegs ? passed : listened.reading(at: time) - one.listenedAt
        return look.nanoseconds - heard
    }

    private func next(_ one: WatchedAircraft, after time: Timestamp) -> Timestamp? {
        guard one.looks < looks.count else { return nil }
        let left = left(looks[one.looks], one, at: time)
        // While nobody listens it is looked again from minute to minute.
        let step = listened.downSince == nil || looks[one.looks].isForLegs ? left : Self.downStep
        return Timestamp(nanoseconds: time.nanoseconds + max(1, step))
    }

    private static let downStep: Int64 = 60_000_000_000

    private func tellSilence(of one: WatchedAircraft, at time: Timestamp, _ made: inout WatchMade) {
        // Nothing is told of a silence while nobody listens.
        guard listened.downSince == nil else { return }
        if one.isOnGround {
            let label = GapLabel(gapClass: .landed, offAtLeast: 0, judgedAt: time)
            made.add(
                WatchMaker.silence(of: one.aircraft.address, since: one.lastHeard, at: time, .landed),
                .silence(since: one.lastHeard, label)
            )
        } else if let end = one.end {
            made.silences.append(
                SilenceQuestion(
                    aircraft: one.aircraft,
                    since: one.lastHeard,
                    time: time,
                    end: end,
                    type: one.identity.type
                )
            )
        } else {
            made.add(
                WatchMaker.silence(of: one.aircraft.address, since: one.lastHeard, at: time, .undetermined),
                .silence(since: one.lastHeard, nil)
            )
        }
    }

    static func silence(
        of aircraft: AircraftAddress,
        since: Timestamp,
        at time: Timestamp,
        _ gapClass: GapClass
    ) -> WatchEvent {
        WatchEvent(
            time: time,
            aircraft: aircraft,
            id: UInt64(bitPattern: since.nanoseconds),
            .silent(since: since, gapClass)
        )
    }
}
