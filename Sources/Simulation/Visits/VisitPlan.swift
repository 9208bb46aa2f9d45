/// A journey as it is flown: from home over its stops and back.
struct VisitPlan: Sendable {
    let home: Int
    let stops: [Int]
    /// One to each stop, and one home.
    let flights: [VisitFlight]

    /// Two or three stops abroad, seven in ten capitals, 400 to 9,000 km apart, never two running in one state.
    ///
    /// - Returns: `nil` where no journey was found of which all arrivals are watched.
    static func drawn(
        home: Int,
        settings: VisitSettings,
        sharing: Int? = nil,
        _ generator: inout SeededGenerator
    ) -> VisitPlan? {
        for _ in 0..<40 {
            guard let stops = places(home: home, sharing: sharing, &generator) else { continue }
            var time = generator.number(20, 40)
            var here = home
            var flights: [VisitFlight] = []
            for there in stops + [home] {
                let detour = generator.chance(settings.detours) ? generator.number(1.1, 1.6) : 1
                let flight = VisitFlight.drawn(from: here, to: there, takeoff: time, detour: detour, &generator)
                flights.append(flight)
                here = there
                time = flight.landing + generator.number(3, 20)
            }
            if flights[stops.count - 1].landing < settings.hours - 3 {
                return VisitPlan(home: home, stops: stops, flights: flights)
            }
        }
        return nil
    }

    private static func places(home: Int, sharing: Int?, _ generator: inout SeededGenerator) -> [Int]? {
        let geography = VisitGeography.shared
        let count = 2 + generator.index(below: 2)
        let shared = sharing.map { _ in generator.index(below: count) }
        var stops: [Int] = []
        var here = home
        for number in 0..<count {
            var found: Int?
            for _ in 0..<60 {
                var there =
                    generator.chance(0.7)
                    ? geography.capitals[generator.index(below: geography.capitals.count)]
                    : generator.index(cumulative: geography.bySize)
                if number == shared, let sharing { there = sharing }
                let way = geography.kilometres(here, there)
                let isAbroad = geography.airports[there].state != geography.airports[here].state
                guard isAbroad, geography.airports[there].state != geography.airports[home].state,
                    way > 400, way < 9_000
                else { continue }
                found = there
                break
            }
            guard let found else { return nil }
            stops.append(found)
            here = found
        }
        return stops
    }
}
