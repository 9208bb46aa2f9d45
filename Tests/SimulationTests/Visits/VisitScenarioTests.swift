import Aero
import Simulation
import Testing

struct VisitScenarioTests {
    /// Small, so that it is quick.
    private static var settings: VisitSettings {
        var settings = VisitSettings()
        settings.airliners = 200
        settings.businessJets = 50
        settings.militaryAircraft = 30
        settings.unlisted = 40
        settings.noVisit = 0
        return settings
    }

    private static func lines(_ seed: UInt64, _ settings: VisitSettings = settings) -> [String] {
        var lines: [String] = []
        VisitScenario(seed: seed, settings: settings).writeLines { lines.append($0) }
        return lines
    }

    @Test("the same seed gives the same scenario, another seed another")
    func seeded() {
        let one = Self.lines(7)
        #expect(one == Self.lines(7))
        #expect(one != Self.lines(8))
        #expect(one.allSatisfy { $0.contains("\"simulated\": true") })
    }

    @Test("the largest airports come first, and each state's largest is among them")
    func airports() {
        let airports = VisitScenario.airports
        #expect(airports.count == 1_600)
        #expect(Set(airports.map(\.code)).count == 1_600)
        #expect(zip(airports, airports.dropFirst()).allSatisfy { $0.size >= $1.size })
        #expect(airports.contains { $0.code == "ZKPY" } && airports.contains { $0.code == "UEEE" })
    }

    @Test(
        "a carrier makes its stops in order, abroad, within what is watched",
        arguments: 1...12 as ClosedRange<UInt64>
    )
    func carrier(seed: UInt64) {
        let scenario = VisitScenario(seed: seed, settings: Self.settings)
        let truth = scenario.truth
        #expect(truth.carrier != nil)
        #expect(truth.stops.count >= 2 && truth.stops.count == truth.arrivalHours.count)
        #expect(truth.arrivalHours == truth.arrivalHours.sorted())
        #expect((truth.arrivalHours.last ?? 0) < 96)
        if truth.fault == nil {
            let told = scenario.announcement.stops.map { VisitScenario.airports[$0.airport].code }
            #expect(told == truth.stops)
        }
        #expect(scenario.announcement.stops.contains { !$0.readings.isEmpty })
    }

    @Test("an aircraft without positions is heard as discs around receivers, nobody faster than a jet with the wind")
    func heard() {
        let scenario = VisitScenario(seed: 3, settings: Self.settings)
        #expect(scenario.points.contains { !$0.isEmpty })
        for (number, one) in scenario.aircraft.enumerated() {
            let points = scenario.points[number]
            if one.transponder == .modeSOnly { #expect(points.allSatisfy { $0.radius.rawValue >= 55_000 }) }
            guard one.address != scenario.truth.carrier?.address else { continue }
            for (before, after) in zip(points, points.dropFirst()) {
                let apart = Geodesy.distance(before.position, after.position) - before.radius - after.radius
                let hours = max(1, Double(after.seconds - before.seconds)) / 3_600
                #expect(apart.rawValue / 1_000 <= 1_100 * hours + 20)
            }
        }
    }

    @Test("where nobody travels, nobody is said to")
    func noVisit() {
        var settings = Self.settings
        settings.noVisit = 1
        let scenario = VisitScenario(seed: 5, settings: settings)
        #expect(scenario.truth.carrier == nil && scenario.truth.stops.isEmpty)
        #expect(scenario.announcement.stops.count >= 2)
    }

    @Test("what is learned before a scenario grows with its days, and nothing is heard that was not flown")
    func background() {
        let scenario = VisitScenario(seed: 4, settings: Self.settings)
        let none = VisitBackground(before: scenario, days: 0)
        #expect(none.landings.values.allSatisfy { $0.allSatisfy { $0.flown == 0 } })
        let (one, week) = (VisitBackground(before: scenario, days: 1), VisitBackground(before: scenario, days: 7))
        func flown(_ background: VisitBackground) -> Int {
            background.landings.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.flown } }
        }
        #expect(flown(one) > 0 && flown(week) > 4 * flown(one))
        #expect(week.landings.values.allSatisfy { $0.allSatisfy { $0.heard <= $0.flown } })
        #expect(week.air.allSatisfy { $0.heard <= $0.flown })
    }
}
