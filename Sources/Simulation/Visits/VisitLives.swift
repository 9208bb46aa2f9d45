import Aero

/// Everybody's own life: aircraft, where they are at home, and all their flights.
struct VisitLives: Sendable {
    private(set) var aircraft: [VisitAircraft] = []
    /// By aircraft, in the order of time.
    var flights: [[VisitFlight]] = []

    private let hours: Double
    private let geography = VisitGeography.shared

    /// - Parameters:
    ///   - seed: of the flights alone.
    ///   - cast: who there is, and where they are at home; `nil` draws them with the same seed.
    init(seed: UInt64, settings: VisitSettings, hours: Double, cast: [VisitAircraft]? = nil) {
        self.hours = hours
        aircraft = cast ?? VisitFleets(seed: seed, settings: settings).aircraft
        flights.reserveCapacity(aircraft.count)
        for (number, one) in aircraft.enumerated() {
            var generator = SeededGenerator(seed: seed ^ 0x5EED_11FE, stream: UInt64(number))
            flights.append(life(one, &generator))
        }
    }

    /// Takes aircraft for those it has, in the same order.
    mutating func adopt(_ aircraft: [VisitAircraft]) { self.aircraft = aircraft }

    private func life(_ one: VisitAircraft, _ generator: inout SeededGenerator) -> [VisitFlight] {
        if one.kind == .stateFleet { return tours(home: one.home, &generator) }
        var result: [VisitFlight] = []
        var time = generator.number(0, one.kind == .airliner ? 8 : 30)
        var here = one.home
        while time < hours {
            var there = next(one.kind, from: here, &generator)
            for _ in 0..<8 where geography.kilometres(here, there) < 150 {
                there = next(one.kind, from: here, &generator)
            }
            guard geography.kilometres(here, there) >= 150 else { break }
            let flight = VisitFlight.drawn(from: here, to: there, takeoff: time, &generator)
            result.append(flight)
            here = there
            time = flight.landing + ground(one.kind, &generator)
        }
        return result
    }

    private func next(_ kind: VisitAircraft.Kind, from: Int, _ generator: inout SeededGenerator) -> Int {
        switch kind {
        case .unlisted: generator.index(cumulative: geography.byRoot)
        case .businessJet where generator.chance(0.4): generator.index(cumulative: geography.byRoot)
        case .military where generator.chance(0.3): generator.index(cumulative: geography.byRoot)
        default: geography.destination(from: from, &generator)
        }
    }

    private func ground(_ kind: VisitAircraft.Kind, _ generator: inout SeededGenerator) -> Double {
        switch kind {
        case .airliner:
            let draw = generator.unit()
            return draw < 0.5 ? 1.2 : draw < 0.85 ? 2 : 8
        case .businessJet: return generator.number(2, 24)
        case .military: return generator.number(2, 30)
        case .stateFleet, .unlisted: return generator.number(3, 24)
        }
    }

    /// A third of state aircraft fly a tour of three capitals in four days and come home; the others stay.
    private func tours(home: Int, _ generator: inout SeededGenerator) -> [VisitFlight] {
        var result: [VisitFlight] = []
        var begin = 0.0
        while begin < hours {
            if generator.chance(0.35) {
                var time = begin + generator.number(0, 40)
                var here = home
                for stop in 0..<4 {
                    let isElsewhere = generator.chance(0.1)
                    let wanted =
                        isElsewhere
                        ? generator.index(cumulative: geography.byRoot)
                        : geography.capitals[generator.index(below: geography.capitals.count)]
                    let there = stop == 3 ? home : wanted
                    guard geography.kilometres(here, there) >= 150 else { continue }
                    let flight = VisitFlight.drawn(from: here, to: there, takeoff: time, &generator)
                    result.append(flight)
                    here = there
                    time = flight.landing + generator.number(3, 30)
                }
                begin = max(begin + 96, time)
            } else {
                begin += 96
            }
        }
        return result
    }
}
