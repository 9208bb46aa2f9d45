import Aero
import Flights
import Testing
import Tracking

/// Silences: when they are gaps, what is thought of them, and what changes that.
struct GapTests {
    /// At cruise from home towards away, silent for a time, then at a place further on.
    private func cruise(silent seconds: Double, kilometres: Double, altitude: Double = 30_000) -> Script {
        var script = OneField.departure(to: altitude)
        script.move(600, speed: 400)
        script.seconds += seconds
        script.place = Geodesy.destination(from: script.place, bearing: 90, distance: Metres(kilometres * 1_000))
        script.move(600, speed: 400)
        return script
    }

    @Test("a silence of five minutes is none, a longer one is a gap", arguments: [(290.0, 0), (300, 1)])
    func threshold(seconds: Double, gaps: Int) {
        let log = OneField.log(cruise(silent: seconds, kilometres: seconds / 5).rows)
        Invariants.check(log)
        #expect(log.gaps.count == gaps)
        #expect(log.legs.count == 1 && log.legs[0].gaps.count == gaps)
    }

    @Test func whereNoStopFitsOneLegIsLeft() throws {
        // 30,000 ft down and up again take 37 minutes by the rules.
        let log = OneField.log(cruise(silent: 3_000, kilometres: 617).rows)
        let gap = try #require(log.gaps.first)
        #expect(gap.hypotheses.map(\.story) == [.flewOn])
        #expect(log.legs.count == 1 && log.legs[0].gaps == [gap])
    }

    @Test("at cruise in the direction of the cruise both stories stay if a stop fits")
    func bothStories() throws {
        let seconds = 10_800.0
        let log = OneField.log(cruise(silent: seconds, kilometres: Knots(400).metresPerSecond * seconds / 1_000).rows)
        let gap = try #require(log.gaps.first)
        #expect(gap.hypotheses.contains { $0.story == .flewOn })
        #expect(gap.stopProbability > 0 && gap.stopProbability < 0.1)
        #expect(gap.isFlownOn && log.legs.count == 1)
        // The fields lie behind: away is 90 km before the silence begins.
        #expect(gap.hypotheses.contains { $0.story == .stopped(field: OneField.away) })
    }

    @Test func downAndUpAtAFieldIsAStopAndOneLegStaysPossible() throws {
        var script = OneField.departure(to: 5_000)
        script.move(240, speed: 200, isHeard: false)
        OneField.final(&script, at: OneField.awayPlace, elevation: 0, to: 1_200)
        let lost = script.time
        script.seconds += 4_800
        script.place = Geodesy.destination(from: OneField.awayPlace, bearing: 90, distance: 9_000)
        script.altitude = 2_500
        let found = script.time
        OneField.climb(&script, to: 9_000)
        let log = OneField.log(script.rows)
        Invariants.check(log)
        let gap = try #require(log.gaps.last)
        #expect(gap.leading.story == .stopped(field: OneField.away))
        #expect(gap.stopProbability > 0.9 && gap.stopProbability < 1)
        #expect(gap.hypotheses.contains { $0.story == .flewOn })
        let legs = log.legs.suffix(2)
        let landing = try #require(legs.first?.landing)
        let takeoff = try #require(legs.last?.takeoff)
        #expect(landing.knowing == .inferred && landing.field == OneField.away)
        #expect(landing.span.earliest > lost && landing.span.latest.seconds(since: lost) < 1_500)
        #expect(takeoff.span.latest < found && found.seconds(since: takeoff.span.earliest) < 1_500)
        let stop = try #require(log.stops().last)
        #expect(stop.kind == .stop && stop.knowing == .inferred)
    }

    @Test func aSilenceLongerThanTheFuelHasNoSingleLeg() throws {
        let log = OneField.log(cruise(silent: 16 * 3_600, kilometres: 200).rows)
        let gap = try #require(log.gaps.first)
        #expect(!gap.hypotheses.contains { $0.story == .flewOn })
        #expect(log.legs.count == 2)
        Invariants.check(log)
    }

    @Test func anotherCallsignSpeaksForAStopAndTheChangeIsKept() throws {
        let rows = cruise(silent: 10_800, kilometres: 2_222).rows
        let silence = try #require(zip(rows, rows.dropFirst()).first { $1.time.seconds(since: $0.time) > 3_600 })
        func log(after callsign: String) -> FlightLog {
            var builder = LegBuilder(OneField.context)
            var events: [FlightEvent] = []
            for row in rows {
                builder.take(row, into: &events)
                if row == silence.0 { builder.take(callsign: "QXA1", at: row.time, into: &events) }
                if row.time.seconds(since: silence.1.time) == 60 {
                    builder.take(callsign: callsign, at: row.time, into: &events)
                }
            }
            return FlightLog(events)
        }
        let other = log(after: "QXA2")
        let same = log(after: "QXA1")
        let revision = try #require(other.revisions.first)
        #expect(other.revisions.count == 1 && revision.reason == .otherCallsign)
        #expect(revision.gap == silence.0.time)
        #expect(revision.before != revision.after && other.gaps.first?.hypotheses == revision.after)
        #expect(same.revisions.first?.reason == .sameCallsign)
        let chances = try (unwrapped(same.gaps.first).stopProbability, unwrapped(other.gaps.first).stopProbability)
        #expect(chances.0 < chances.1)
    }

    @Test func fuelThatWouldBeUsedUpRulesOneLegOutLater() throws {
        var script = cruise(silent: 10_800, kilometres: 2_222)
        let limits = AirframeLimits(
            typicalSpeed: 750,
            maximumSpeed: 900,
            enduranceSeconds: 4 * 3_600,
            runwayMinimum: 1_500
        )
        let first = OneField.log(script.rows, limits: limits)
        #expect(first.legs.count == 1 && first.revisions.isEmpty)
        script.move(6_000, speed: 300, turn: 0.3)
        let log = OneField.log(script.rows, limits: limits)
        #expect(log.revisions.map(\.reason) == [.endurance])
        #expect(log.legs.count == 2)
        #expect(log.gaps.first?.stopProbability == 1)
        Invariants.check(log)
    }

    @Test func whatComesLaterSettlesASilenceAndTheChangeIsTold() throws {
        let all = cruise(silent: 10, kilometres: 2)
        var heard = all
        heard.move(7_200, speed: 400)
        let missing = heard.rows.filter { !(900...7_000).contains($0.time.seconds(since: Script.start)) }
        let before = OneField.log(missing)
        let after = OneField.log(heard.rows)
        #expect(before.gaps.count == 1 && after.gaps.isEmpty)
        let told = after.revisions(since: before, at: heard.time)
        #expect(told.count == 1 && told[0].reason == .heardMeanwhile && told[0].after.isEmpty)
        #expect(told[0].before == before.gaps[0].hypotheses)
        #expect(after.revisions(since: after, at: heard.time).isEmpty)
    }

    @Test func silenceWithDoubtfulRowsInItSaysSo() {
        var script = OneField.departure(to: 30_000)
        script.move(60, speed: 400)
        for _ in 0..<500 { script.add { $0.nic = 0 } }
        script.place = Geodesy.destination(from: script.place, bearing: 90, distance: 100_000)
        script.move(60, speed: 400)
        let log = OneField.log(script.rows)
        #expect(log.gaps.first?.doubtfulCount == 500)
        #expect(log.doubtful.map(\.count) == [500])
    }
}
