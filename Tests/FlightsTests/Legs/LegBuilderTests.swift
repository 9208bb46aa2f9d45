import Aero
import Flights
import Testing
import Tracking

/// The rules one by one, on flights written by hand.
struct LegBuilderTests {
    /// Home, up, and by a jump in place (nothing is heard of the way) onto the final of home.
    private func circuit(to height: Double = 30) -> Script {
        var script = OneField.departure()
        script.move(120, speed: 200)
        script.move(240, speed: 200, turn: 0.75)
        join(&script)
        OneField.final(&script, at: OneField.homePlace, elevation: 500, to: height)
        return script
    }

    /// Nothing heard for four minutes, so that the next place is no jump.
    private func join(_ script: inout Script) { script.move(240, speed: 200, isHeard: false) }

    @Test func takeOffAndLandingAreObservedWithFieldAndRunway() throws {
        var script = circuit()
        let before = script.time
        OneField.rollOut(&script, ground: 300)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        let leg = try #require(log.legs.first)
        #expect(log.legs.count == 1)
        #expect(leg.takeoff.knowing == .observed && leg.takeoff.field == OneField.home && leg.takeoff.runway == "09")
        #expect(leg.takeoff.span.contains(Script.start.advanced(bySeconds: 86)))
        #expect(leg.takeoff.span.latest.seconds(since: leg.takeoff.span.earliest) <= 10)
        let landing = try #require(leg.landing)
        #expect(landing.knowing == .observed && landing.field == OneField.home && landing.runway == "09")
        #expect(landing.span.contains(before.advanced(bySeconds: 1)))
        #expect(leg.isDiverted(from: OneField.home) == false)
        #expect(leg.isDiverted(from: OneField.away) == true)
    }

    @Test("time on the ground", arguments: [(40.0, 0), (300, 1), (1_200, 2)])
    func onTheGround(seconds: Double, kind: Int) throws {
        var script = circuit()
        OneField.rollOut(&script, ground: seconds)
        script.move(10, speed: 130, ground: true)
        OneField.climb(&script, to: 6_000)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        if kind == 0 {
            #expect(log.legs.count == 1)
            guard case .touchAndGo(let field, _) = try #require(log.legs.first?.notes.first) else {
                Issue.record("not a touch-and-go")
                return
            }
            #expect(field == OneField.home)
        } else {
            #expect(log.legs.count == 2)
            let stop = try #require(log.stops().first)
            #expect(stop.field == OneField.home && stop.knowing == .observed)
            #expect(stop.kind == (kind == 1 ? .short : .stop))
            #expect(log.legs.flatMap(\.notes).isEmpty)
        }
    }

    @Test func aGoAroundIsANote() throws {
        var script = circuit(to: 200)
        OneField.climb(&script, to: 4_000)
        let log = OneField.log(script.rows)
        #expect(log.legs.count == 1)
        guard case .goAround(let field, let runway, let span) = try #require(log.legs.first?.notes.first) else {
            Issue.record("not a go-around")
            return
        }
        #expect(field == OneField.home && runway == "09")
        #expect(span.earliest.seconds(since: Script.start) > 600)
        #expect(log.legs.first?.notes.count == 1)
    }

    @Test(
        "who goes around at one airport and lands at another was diverted; who lands at the same was not",
        arguments: [true, false]
    )
    func diversion(isElsewhere: Bool) throws {
        var script = circuit(to: 200)
        OneField.climb(&script, to: 6_000)
        let target = isElsewhere ? OneField.awayPlace : OneField.homePlace
        // The time to get there, unheard, as the other tests have it.
        script.move(isElsewhere ? 1_800 : 240, speed: isElsewhere ? 330 : 200, isHeard: false)
        OneField.final(&script, at: target, elevation: isElsewhere ? 0 : 500)
        OneField.rollOut(&script, ground: 300)
        let log = OneField.log(script.rows)
        let leg = try #require(log.legs.first)
        #expect(leg.landing?.field == (isElsewhere ? OneField.away : OneField.home), "\(log.legs)")
        #expect(leg.diversion?.field == (isElsewhere ? OneField.home : nil))
        #expect(leg.diversion.map { $0.knowing == .inferred } ?? !isElsewhere)
    }

    @Test func aLowPassOffTheRunwaysLineIsNone() {
        var script = OneField.departure(to: 3_000)
        join(&script)
        script.place = Geodesy.destination(from: OneField.homePlace, bearing: 0, distance: 4_000)
        script.move(60, speed: 120, climb: -1_500)
        OneField.climb(&script, to: 4_000)
        #expect(OneField.log(script.rows).legs.first?.notes.isEmpty == true)
    }

    @Test("not stops: circles at height, as tankers fly them, and a helicopter that hovers")
    func notStops() {
        var tanker = OneField.departure(to: 24_000)
        tanker.move(7_200, speed: 300, turn: 0.5)
        let circles = OneField.log(tanker.rows)
        #expect(circles.legs.count == 1 && circles.gaps.isEmpty && circles.legs[0].notes.isEmpty)
        #expect(circles.legs[0].landing == nil)
        var helicopter = OneField.departure(to: 1_200)
        helicopter.move(1_800, speed: 0)
        helicopter.move(600, speed: 90, climb: 50)
        let hover = OneField.log(helicopter.rows)
        #expect(hover.legs.count == 1 && hover.gaps.isEmpty && hover.stops().isEmpty)
        #expect(hover.legs[0].landing == nil)
    }

    @Test func oneWrongFlagIsNoLanding() {
        var script = OneField.departure(to: 30_000)
        script.move(600, speed: 450)
        script.add { $0.flags.insert(.onGround) }
        script.move(600, speed: 450)
        let log = OneField.log(script.rows)
        #expect(log.legs.count == 1 && log.legs[0].landing == nil && log.legs[0].notes.isEmpty)
        #expect(log.doubtful.map(\.reason) == [.groundWhileHigh])
    }

    @Test func aParkedAircraftThatIsHeardAgainInTheAirHasLeft() throws {
        var script = circuit()
        OneField.rollOut(&script, ground: 300)
        script.seconds += 36_000
        script.place = Geodesy.destination(from: OneField.homePlace, bearing: 90, distance: 8_000)
        script.altitude = 2_500
        let heard = script.time
        OneField.climb(&script, to: 9_000)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        #expect(log.legs.count == 2 && log.gaps.isEmpty)
        let takeoff = try #require(log.legs.last?.takeoff)
        #expect(takeoff.knowing == .inferred && takeoff.field == OneField.home)
        #expect(takeoff.span.latest < heard)
        #expect(heard.seconds(since: takeoff.span.earliest) < 1_200)
        #expect(log.stops().first?.kind == .stop)
    }

    @Test func foundElsewhereOnTheGroundIsALegOfWhichNothingWasHeard() throws {
        var script = circuit()
        OneField.rollOut(&script, ground: 300)
        let left = script.time
        script.seconds += 7_200
        script.place = OneField.awayPlace
        script.move(120, speed: 5, ground: true)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        #expect(log.legs.count == 2)
        let leg = try #require(log.legs.last)
        #expect(leg.takeoff.field == OneField.home && leg.landing?.field == OneField.away)
        #expect(leg.takeoff.knowing == .inferred && leg.landing?.knowing == .inferred)
        #expect(abs(leg.takeoff.span.earliest.seconds(since: left)) < 1 && leg.takeoff.heard == nil)
        #expect(log.gaps.count == 1 && log.gaps[0].from.isOnGround && log.gaps[0].to.isOnGround)
    }

    @Test func lostOnItsApproachHasCandidatesUntilItIsHeardAgain() throws {
        var script = circuit(to: 900)
        let last = script.time
        let log = OneField.log(script.rows, until: last.advanced(bySeconds: 3_600))
        let leg = try #require(log.legs.last)
        #expect(leg.isLost)
        let landing = try #require(leg.landing)
        #expect(landing.knowing == .inferred && landing.field == OneField.home && landing.runway == "09")
        #expect(landing.span.earliest > last && landing.span.latest.seconds(since: last) < 1_200)
        // It is at the gate half an hour later.
        script.seconds += 1_800
        script.place = OneField.homePlace
        script.move(60, speed: 4, ground: true)
        let later = OneField.log(script.rows)
        Invariants.check(later)
        #expect(later.legs.count == 1 && !later.legs[0].isLost)
        #expect(later.legs[0].landing?.knowing == .inferred)
        #expect(later.legs[0].landing?.field == OneField.home)
    }

    @Test func nothingIsToldOfSomebodyWhoStands() {
        var script = Script(at: OneField.homePlace, altitude: 500, track: 0)
        script.move(7_200, speed: 0, ground: true)
        let log = OneField.log(script.rows)
        #expect(log.legs.isEmpty && log.gaps.isEmpty)
    }

    @Test func withoutAnyPlacesLegsAreToldWithoutAirports() throws {
        var script = circuit()
        OneField.rollOut(&script, ground: 300)
        var builder = LegBuilder(LegContext(gazetteer: .empty))
        var events: [FlightEvent] = []
        for row in script.rows { builder.take(row, into: &events) }
        builder.finish(at: script.time, into: &events)
        let log = FlightLog(events)
        let leg = try #require(log.legs.first)
        #expect(log.legs.count == 1 && leg.takeoff.knowing == .observed && leg.takeoff.fields.isEmpty)
        #expect(leg.landing?.knowing == .observed)
    }
}
