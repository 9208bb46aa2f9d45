import Aero
import Flights
import Tracking

extension WatchMaker {
    /// An airport is named where it is likelier than all others together.
    private static let named = 0.5

    /// Tells what is new of an aircraft's flights, at the time at which it is known.
    func tell(_ events: [FlightEvent], _ one: inout WatchedAircraft, at time: Timestamp, _ made: inout WatchMade) {
        // Of several at once the order is that in which they happened: a nanosecond parts them, rows are milliseconds apart.
        var number: Int64 = 0
        func moment() -> Timestamp {
            defer { number += 1 }
            return Timestamp(nanoseconds: time.nanoseconds + number)
        }
        for event in events {
            switch event {
            case .takeoff(let end): add(.takeoff(end), one, at: moment(), &made)
            case .landing(let end):
                // It came down where it was taken to have landed.
                if settle(end, &one, at: time, &made) { add(.landing(end), one, at: moment(), &made) }
            case .lost(let end) where end.knowing == .inferred:
                let told = add(.landing(end), one, at: moment(), &made)
                one.toldLanding = WatchedAircraft.ToldLanding(event: told, airport: Self.airport(end))
            case .lost: break
            case .gap(let gap): tell(gap, &one, time, moment, &made)
            case .revised(let revision): tell(revision, one, moment, &made)
            case .note, .doubtful: break
            }
        }
    }

    private func tell(
        _ gap: Gap,
        _ one: inout WatchedAircraft,
        _ time: Timestamp,
        _ moment: () -> Timestamp,
        _ made: inout WatchMade
    ) {
        let ends = gap.ends
        if !gap.from.isOnGround, gap.isFlownOn, !gap.to.isOnGround, let told = one.toldLanding {
            made.retractions.append(WatchRetraction(event: told.event, reason: .flewOn, time: time))
            one.toldLanding = nil
        }
        for end in ends {
            if case .landing(let landing) = end, !settle(landing, &one, at: time, &made) { continue }
            add(end, one, at: moment(), &made)
        }
    }

    /// Fuel or callsign say afterwards that it must have landed in a silence.
    private func tell(
        _ revision: GapRevision,
        _ one: WatchedAircraft,
        _ moment: () -> Timestamp,
        _ made: inout WatchMade
    ) {
        func flewOn(_ hypotheses: [GapHypothesis]) -> Double {
            hypotheses.first { $0.story == .flewOn }?.probability ?? 0
        }
        guard flewOn(revision.before) >= 0.5, flewOn(revision.after) < 0.5,
            let stop = revision.after.first(where: { $0.story != .flewOn })
        else { return }
        if let landing = stop.landing { add(.landing(landing), one, at: moment(), &made) }
        if let takeoff = stop.takeoff { add(.takeoff(takeoff), one, at: moment(), &made) }
    }

    /// What becomes of a landing that was told before, now that one is known.
    ///
    /// - Returns: whether this one is still to be told.
    private func settle(
        _ end: LegEnd,
        _ one: inout WatchedAircraft,
        at time: Timestamp,
        _ made: inout WatchMade
    ) -> Bool {
        guard let told = one.toldLanding else { return true }
        one.toldLanding = nil
        let airport = Self.airport(end)
        guard let before = told.airport, let airport, airport != before else {
            return told.airport == nil && airport != nil
        }
        made.retractions.append(
            WatchRetraction(event: told.event, reason: .landedElsewhere, time: time, airport: airport)
        )
        return true
    }

    @discardableResult
    private func add(_ end: Gap.End, _ one: WatchedAircraft, at time: Timestamp, _ made: inout WatchMade) -> EventKey {
        let (leg, content): (LegEnd, WatchEvent.Content) =
            switch end {
            case .takeoff(let leg): (leg, .takeoff(airport: Self.airport(leg), leg.knowing))
            case .landing(let leg): (leg, .landing(airport: Self.airport(leg), leg.knowing))
            }
        let event = WatchEvent(
            time: time,
            aircraft: one.aircraft.address,
            id: ContentNumber(airport: Self.airport(leg), leg.knowing).value,
            content
        )
        made.add(event, .legEnd(leg))
        return event.key
    }

    private static func airport(_ end: LegEnd) -> String? {
        end.fields.first.flatMap { $0.probability >= named ? $0.field : nil }
    }
}
