import Aero
import Flights
import Testing
import Tracking

/// What is left out of legs, and why.
struct DoubtTests {
    private func script() -> Script {
        var script = OneField.departure(to: 20_000)
        script.move(60, speed: 400)
        return script
    }

    private func reasons(_ rows: [Observation]) -> [DoubtReason] { OneField.log(rows).doubtful.map(\.reason) }

    @Test func collapsedFiguresOfQuality() {
        var script = script()
        script.add { $0.nic = 0 }
        script.move(20, speed: 400)
        script.add {
            var details = ObservationDetails()
            details.nacP = 0
            $0.details = details
        }
        script.move(20, speed: 400)
        script.add { $0.flags.insert(.doubtful) }
        script.move(20, speed: 400)
        script.add { $0.flags.insert(.stale) }
        script.move(20, speed: 400)
        #expect(reasons(script.rows) == [.integrityZero, .accuracyZero, .markedWhenHeard])
    }

    @Test func aJumpIsLeftOutAndThePathGoesOn() throws {
        var script = script()
        let place = script.place
        for _ in 0..<3 {
            script.place = OneField.place(30, 100)
            script.add { _ in }
        }
        script.place = place
        script.move(600, speed: 400)
        let log = OneField.log(script.rows)
        #expect(log.doubtful.map(\.reason) == [.impliedSpeed])
        #expect(log.doubtful.map(\.count) == [3])
        #expect(log.legs.count == 1 && log.gaps.isEmpty)
    }

    @Test func aJumpThatStaysIsANewPathAndNotJoined() {
        var script = script()
        script.place = OneField.place(10, 100)
        script.move(600, speed: 400)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        #expect(log.legs.count == 2)
        #expect(log.legs[0].isLost && log.legs[0].landing?.knowing == .unknown)
        #expect(log.legs[1].takeoff.knowing == .unknown)
        #expect(log.doubtful.first?.reason == .impliedSpeed)
    }

    @Test func aWrongFirstPlaceAfterASilenceIsLeftOut() {
        var script = script()
        let (place, track) = (script.place, script.track)
        script.seconds += 240
        script.place = OneField.place(44, 6)
        script.add { _ in }
        script.place = Geodesy.destination(from: place, bearing: Degrees(track), distance: 50_000)
        script.move(300, speed: 400)
        let log = OneField.log(script.rows)
        #expect(log.doubtful.map(\.count) == [1])
        #expect(log.legs.count == 1 && log.gaps.isEmpty)
    }

    @Test func beyondTheHorizonOfAllWhoHeardIt() {
        var script = script()
        let near = ReceiverPlace(position: OneField.homePlace, antenna: 20)
        let far = ReceiverPlace(position: OneField.place(-30, 100), antenna: 20)
        func reasons(_ receivers: [[ReceiverPlace]]) -> [DoubtReason] {
            var builder = LegBuilder(LegContext(gazetteer: OneField.gazetteer, receivers: receivers))
            var events: [FlightEvent] = []
            for row in script.rows { builder.take(row, into: &events) }
            builder.finish(at: script.time, into: &events)
            return FlightLog(events).doubtful.map(\.reason)
        }
        #expect(reasons([[near]]).isEmpty)
        #expect(reasons([[near, far]]).isEmpty)
        #expect(reasons([[]]).isEmpty)
        #expect(reasons([[far]]) == [.beyondHorizon])
        script.move(10, speed: 400)
    }

    @Test func whoSeesManyOnOnePointMaySaySo() {
        let script = script()
        var builder = LegBuilder(OneField.context)
        var events: [FlightEvent] = []
        for row in script.rows { builder.take(row, doubt: .sharedPlace, into: &events) }
        builder.finish(at: script.time, into: &events)
        #expect(events.count == 1 && builder.state == .unknown)
        #expect(FlightLog(events).doubtful.map(\.count) == [script.rows.count])
    }
}
