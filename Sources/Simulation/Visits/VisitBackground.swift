/// Days before a scenario: the same aircraft and receivers, other flights. What an archive would have learned of them.
public struct VisitBackground: Sendable {
    /// At one airport, of one kind of aircraft.
    public struct Landings: Sendable {
        /// How many there were, and how many were heard down to the runway.
        public internal(set) var flown = 0
        public internal(set) var heard = 0
    }

    /// In one cell of air, above 6 km.
    public struct Air: Sendable {
        public internal(set) var flown = 0
        public internal(set) var heard = 0
    }

    public let days: Double
    /// Aircraft of each kind.
    public let aircraft: [VisitAircraft.Kind: Int]
    /// By kind, then by place in `VisitScenario.airports`.
    public private(set) var landings: [VisitAircraft.Kind: [Landings]] = [:]
    /// By cell of two degrees: row from the south pole, times 180, and column from 180° W.
    public private(set) var air: [Air]

    /// - Parameters:
    ///   - days: 0 or more, fractions too.
    ///   - looks: at how many moments of each flight the air is looked at.
    public init(before scenario: VisitScenario, days: Double, looks: Int = 4) {
        self.days = days
        var aircraft: [VisitAircraft.Kind: Int] = [:]
        for one in scenario.aircraft { aircraft[one.kind, default: 0] += 1 }
        self.aircraft = aircraft
        air = Array(repeating: Air(), count: 90 * 180)
        let airports = VisitGeography.shared.airports.count
        for kind in VisitAircraft.Kind.allCases {
            landings[kind] = Array(repeating: Landings(), count: airports)
        }
        guard days > 0 else { return }
        let seed = scenario.seed &* 31 &+ 0xBAC6
        let lives = VisitLives(
            seed: seed,
            settings: scenario.settings,
            hours: days * 24,
            cast: scenario.aircraft
        )
        var generator = SeededGenerator(seed: seed, stream: 4)
        for (number, one) in scenario.aircraft.enumerated() {
            for flight in lives.flights[number] where flight.landing < days * 24 {
                learn(flight, one, scenario, looks, &generator)
            }
        }
    }

    private mutating func learn(
        _ flight: VisitFlight,
        _ aircraft: VisitAircraft,
        _ scenario: VisitScenario,
        _ looks: Int,
        _ generator: inout SeededGenerator
    ) {
        let geography = VisitGeography.shared
        let end = geography.airports[flight.to].vector
        let isCovered = scenario.receivers.hearer(of: end, height: 0, hour: nil) != nil
        landings[aircraft.kind]?[flight.to].flown += 1
        if isCovered, generator.chance(scenario.settings.heard) { landings[aircraft.kind]?[flight.to].heard += 1 }
        let path = VisitPath(flight)
        for _ in 0..<looks {
            let (vector, edge) = path.place(generator.unit())
            let height = VisitPath.height(kilometresFromEnd: edge)
            guard height > 6 else { continue }
            let place = vector.coordinates
            let row = min(89, max(0, Int((place.latitude + 90) / 2)))
            let cell = row * 180 + min(179, max(0, Int((place.longitude + 180) / 2)))
            air[cell].flown += 1
            let isHeard = scenario.receivers.hearer(of: vector, height: height, hour: nil) != nil
            if isHeard, generator.chance(scenario.settings.heard) { air[cell].heard += 1 }
        }
    }
}
