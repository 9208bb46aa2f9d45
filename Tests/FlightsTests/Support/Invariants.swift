import Aero
import Flights
import Testing

/// What holds of every log, whatever was heard.
enum Invariants {
    static func check(_ log: FlightLog, _ place: SourceLocation = #_sourceLocation) {
        let legs = log.legs
        var overlaps = 0
        var disorders = 0
        for leg in legs {
            guard let landing = leg.landing else { continue }
            // A leg does not land before it can have left.
            if landing.span.latest < leg.takeoff.span.earliest { disorders += 1 }
            if let up = leg.takeoff.heard, let down = landing.heard, down < up { disorders += 1 }
            if let up = leg.takeoff.heard, up < leg.takeoff.span.earliest { disorders += 1 }
            if let down = landing.heard, down > landing.span.latest { disorders += 1 }
            if let first = leg.notes.first?.span, first.latest < leg.takeoff.span.earliest { disorders += 1 }
        }
        for (before, after) in zip(legs, legs.dropFirst()) {
            guard let landing = before.landing else {
                overlaps += 1
                continue
            }
            let isOver = landing.span.earliest > after.takeoff.span.latest
            let isHeardOver = zip2(landing.heard, after.takeoff.heard).map { $0 > $1 } ?? false
            if isOver || isHeardOver {
                overlaps += 1
                print("overlap: \(landing) then \(after.takeoff)")
            }
        }
        #expect(overlaps == 0, sourceLocation: place)
        #expect(disorders == 0, sourceLocation: place)
        for gap in log.gaps {
            let sum = gap.hypotheses.reduce(0) { $0 + $1.probability }
            #expect(abs(sum - 1) < 1e-9, sourceLocation: place)
            #expect(gap.from.sighting.time <= gap.to.sighting.time, sourceLocation: place)
        }
        for (before, after) in zip(log.gaps, log.gaps.dropFirst()) {
            #expect(before.to.sighting.time <= after.from.sighting.time, sourceLocation: place)
        }
    }

    private static func zip2<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
        guard let one, let other else { return nil }
        return (one, other)
    }
}
