import Aero
import Flights
import TestSupport
import Testing
import Tracking

/// Recorded flights, their tails cut off: what was expected then beside where and when they landed.
@Suite(.enabled(if: TestSupport.hasRecordings && RealPlaces.file != nil, "needs recordings and places"))
struct RealArrivalTests {
    private static let context = LegContext(gazetteer: RealPlaces.gazetteer ?? .empty)

    private func legs(_ rows: [Observation]) -> [Leg] {
        var builder = LegBuilder(Self.context)
        var events: [FlightEvent] = []
        for row in rows { builder.take(row, into: &events) }
        if let last = rows.last { builder.finish(at: last.time.advanced(bySeconds: 3_600), into: &events) }
        return FlightLog(events).legs
    }

    private func situation(_ rows: [Observation], at time: Timestamp, _ leg: Leg) -> FlightSituation? {
        guard
            let row = rows.last(where: { $0.time <= time && $0.position != nil && !$0.flags.contains(.onGround) }),
            let place = row.position
        else { return nil }
        return FlightSituation(
            position: place,
            time: row.time,
            altitude: row.barometricAltitude ?? row.geometricAltitude,
            groundSpeed: row.groundSpeed,
            track: row.track,
            verticalRate: row.verticalRate,
            takeoff: KnownTakeoff(leg.takeoff, in: Self.context.gazetteer)
        )
    }

    struct Tally: CustomStringConvertible {
        var cuts = 0
        var held = 0
        var heldAnywhere = 0
        var leads = 0
        var widths: [Double] = []

        var description: String {
            let width = widths.isEmpty ? 0 : widths.sorted()[widths.count / 2] / 60
            return
                "\(held) of \(cuts) held, median width \((width * 10).rounded() / 10) min; anywhere \(heldAnywhere); leads \(leads)"
        }
    }

    /// - Returns: for each time before the last moment it was heard in the air, how the landings were held. A landing that is an interval itself
    ///   is held if the two have a moment in common.
    private func tally(_ rows: [Observation], minutes: [Double], usesHistory: Bool) -> [(Double, Tally)] {
        let rows = rows.sorted { $0.milliseconds < $1.milliseconds }
        let estimator = ArrivalEstimator(Self.context)
        var history = LandingHistory()
        var tallies = minutes.map { ($0, Tally()) }
        for leg in legs(rows) {
            guard let landing = leg.landing, landing.knowing != .unknown, let field = landing.fields.first,
                field.probability >= 0.5, let heard = landing.heard,
                landing.span.latest.seconds(since: landing.span.earliest) < 1_800
            else { continue }
            for number in minutes.indices {
                let time = heard.advanced(bySeconds: -minutes[number] * 60)
                guard time > (leg.takeoff.heard ?? leg.takeoff.span.latest),
                    let now = situation(rows, at: time, leg),
                    let one = estimator.interval(at: field.field, of: now)
                else { continue }
                let forecast = estimator.forecast(of: now, history: usesHistory ? history : LandingHistory())
                #expect(ArrivalScore.isSound(forecast) && one.soonest <= landing.span.latest)
                func meets(_ span: Span) -> Bool {
                    span.earliest <= landing.span.latest && landing.span.earliest <= span.latest
                }
                tallies[number].1.cuts += 1
                tallies[number].1.held += meets(one.span) ? 1 : 0
                tallies[number].1.heldAnywhere += meets(forecast.anywhere.span) ? 1 : 0
                tallies[number].1.leads += forecast.estimates.first?.field == field.field ? 1 : 0
                tallies[number].1.widths.append(one.late.seconds(since: one.early))
            }
            history.add(field.field)
        }
        return tallies
    }

    @Test func researchAircraftOverAMonth() throws {
        let rows = try RealRows.objects("traffic/savan.json.gz")
        for usesHistory in [false, true] {
            let tallies = tally(rows, minutes: [90, 60, 40, 30, 20, 15, 10, 5, 2, 1], usesHistory: usesHistory)
            for (minutes, tally) in tallies {
                print("savan, \(Int(minutes)) min before it was last heard\(usesHistory ? ", history" : ""): \(tally)")
            }
            let near = tallies.filter { $0.0 <= 15 }.map(\.1)
            let (cuts, held) = near.reduce((0, 0)) { ($0.0 + $1.cuts, $0.1 + $1.held) }
            #expect(cuts >= 40 && Double(held) >= 0.8 * Double(cuts))
        }
    }

    @Test func roundFlightFromAmsterdam() throws {
        let rows = try RealRows.objects("traffic/belevingsvlucht.json.gz")
        let tallies = tally(rows, minutes: [120, 60, 30, 20, 15, 10, 5, 2, 1], usesHistory: false)
        for (minutes, tally) in tallies { print("belevingsvlucht, \(Int(minutes)) min before: \(tally)") }
        #expect(tallies.contains { $0.1.cuts > 0 })
    }
}
