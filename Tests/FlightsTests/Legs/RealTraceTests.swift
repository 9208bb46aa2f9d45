import Aero
import Flights
import Foundation
import TestSupport
import Testing
import Tracking

/// Recorded traces: there is no list of answers, but what always holds does, and what is told is printed to be looked at.
@Suite(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
struct RealTraceTests {
    private static let context = LegContext(gazetteer: RealPlaces.gazetteer ?? .empty)

    private func log(_ rows: [Observation], silentFor seconds: Double = 0) -> FlightLog {
        var builder = LegBuilder(Self.context)
        var events: [FlightEvent] = []
        for row in rows.sorted(by: { $0.milliseconds < $1.milliseconds }) { builder.take(row, into: &events) }
        if let last = rows.map(\.time).max() { builder.finish(at: last.advanced(bySeconds: seconds), into: &events) }
        let log = FlightLog(events)
        Invariants.check(log)
        checkLandings(log)
        return log
    }

    /// Nobody is said to have been seen landing who was not low before.
    private func checkLandings(_ log: FlightLog) {
        for leg in log.legs {
            guard let landing = leg.landing, landing.knowing == .observed, !leg.isLost else { continue }
            #expect(landing.heard != nil && landing.span.latest.seconds(since: landing.span.earliest) <= 90)
        }
    }

    private func show(_ name: String, _ log: FlightLog, rows: Int) {
        func end(_ end: LegEnd?, _ isLost: Bool = false) -> String {
            guard let end else { return "in the air" }
            let fields = end.fields.prefix(3).map { "\($0.field) \(($0.probability * 100).rounded() / 100)" }
            let width = Int(end.span.latest.seconds(since: end.span.earliest))
            return "\(Self.text(end.span.earliest)) +\(width) s \(end.knowing)\(isLost ? " (lost)" : "") "
                + fields.joined(separator: ", ") + (end.runway.map { " rwy " + $0 } ?? "")
        }
        print(
            "\(name): \(rows) rows, \(log.legs.count) legs, \(log.gaps.count) gaps, doubtful \(log.doubtful.map { "\($0.reason) \($0.count)" })"
        )
        for leg in log.legs {
            print("  \(end(leg.takeoff)) -> \(end(leg.landing, leg.isLost))")
            if !leg.notes.isEmpty { print("    notes \(leg.notes.map(Self.text))") }
        }
        for gap in log.gaps {
            let stories = gap.hypotheses.prefix(4).map { "\($0.story) \(($0.probability * 1_000).rounded() / 1_000)" }
            print(
                "  gap \(Self.text(gap.from.sighting.time)) \(Int(gap.seconds)) s, "
                    + "\(gap.from.sighting.altitude?.rawValue ?? -1) \(gap.from.trend) to "
                    + "\(gap.to.sighting.altitude?.rawValue ?? -1) \(gap.to.trend): \(stories)"
            )
        }
        for stop in log.stops() { print("  stop \(stop.field ?? "?") \(stop.kind) \(stop.knowing)") }
    }

    private static func text(_ note: LegNote) -> String {
        switch note {
        case .touchAndGo(let field, let span): "touch-and-go \(field ?? "?") \(text(span.earliest))"
        case .goAround(let field, let runway, let span):
            "go-around \(field ?? "?") \(runway ?? "?") \(text(span.earliest))"
        }
    }

    private static func text(_ time: Timestamp) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: .gmt)
        return Date(timeIntervalSince1970: time.seconds.rounded()).formatted(style)
    }

    @Test func researchAircraftOverAMonth() throws {
        let rows = try RealRows.objects("traffic/savan.json.gz")
        let log = log(rows)
        show("savan", log, rows: rows.count)
        // Legs are not broken: one a flight, two flights a day and one day's way home.
        #expect((15...22).contains(log.legs.count))
        #expect(log.legs.dropLast().filter(\.isLost).isEmpty)
    }

    @Test func roundFlightFromAmsterdam() throws {
        let rows = try RealRows.objects("traffic/belevingsvlucht.json.gz")
        let whole = log(rows)
        show("belevingsvlucht", whole, rows: rows.count)
        #expect(whole.legs.count == 1)
        #expect(whole.legs.first?.takeoff.field == "EHAM" || RealPlaces.file == nil)
        // It ends over the runway, faster than anybody taxies: once nothing more came, that is a landing which was not seen.
        let silent = log(rows, silentFor: 3_600)
        let landing = try unwrapped(silent.legs.first?.landing)
        #expect(landing.knowing == .inferred && landing.field == "EHAM" || RealPlaces.file == nil)
        show("belevingsvlucht, silent after", silent, rows: rows.count)
        // Cut short it lands nowhere: the nearest airport is no landing.
        for share in [0.2, 0.35, 0.5, 0.65, 0.8] {
            let cut = Array(rows.prefix(Int(Double(rows.count) * share)))
            let end = try unwrapped(cut.last).time.advanced(bySeconds: 3_600)
            var builder = LegBuilder(Self.context)
            var events: [FlightEvent] = []
            for row in cut { builder.take(row, into: &events) }
            builder.finish(at: end, into: &events)
            let log = FlightLog(events)
            let leg = try unwrapped(log.legs.last)
            #expect(log.legs.count == 1 && leg.isLost && leg.landing?.knowing != .observed)
            show("belevingsvlucht to \(share)", log, rows: cut.count)
        }
    }

    @Test(arguments: ["34718d", "a2228b"]) func tracesOfReadsb(address: String) throws {
        let rows = try RealRows.trace("adsb_actions/trace_full_\(address).json")
        let log = log(rows)
        show(address, log, rows: rows.count)
        #expect(!log.legs.isEmpty)
    }

    @Test func twentyMinutesOfAFleet() throws {
        let fleet = try RealRows.fleet("adsb_actions/20minutes.json")
        #expect(fleet.count > 10)
        for (address, rows) in fleet { show(address, log(rows), rows: rows.count) }
    }

    @Test(.enabled(if: RealPlaces.file != nil, "needs the places that set-up makes"))
    func generatedTrafficAmongAllFieldsThereAre() throws {
        let gazetteer = try #require(RealPlaces.gazetteer)
        for floor in [0.0, 3_000] {
            var settings = GeneratedTraffic.Settings()
            settings.aircraft = 60
            settings.seed = 9
            settings.floor = floor
            let traffic = GeneratedTraffic(settings)
            let context = LegContext(gazetteer: gazetteer)
            var score = FlightScore()
            let end = traffic.start.advanced(bySeconds: settings.days * 86_400)
            for number in 0..<traffic.count {
                let (rows, truth) = traffic.rows(of: number)
                var builder = LegBuilder(context)
                var events: [FlightEvent] = []
                for row in rows { builder.take(row, into: &events) }
                builder.finish(at: end, into: &events)
                score.add(FlightLog(events), truth, start: traffic.start, end: end)
            }
            print("legs, all fields, nothing below \(floor) ft: \(score)")
            #expect(score.airport >= 0.97 || floor > 0)
            #expect(score.held >= 0.95 || floor == 0)
            #expect(score.hiddenTwoStories == score.hidden)
        }
    }
}
