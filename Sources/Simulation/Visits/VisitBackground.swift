/// Days before a scenario: the same aircraft and receivers, other flights. What an archive would have learned of them.
public struct VisitBackground: Sendable {
    /// At one airport, of one kind of aircraft.
    public struct Landings: Sendable {
        /// How many there were, and of how many the descent was heard below 6 km, or the landing itself.
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
        let path = VisitPath(flight)
        landings[aircraft.kind]?[flight.to].flown += 1
        if isDescentHeard(path, scenario, &generator) { landings[aircraft.kind]?[flight.to].heard += 1 }
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

    /// Points five minutes apart, the last on the runway.
    private func isDescentHeard(
        _ path: VisitPath,
        _ scenario: VisitScenario,
        _ generator: inout SeededGenerator
    ) -> Bool {
        let apart = 70.0
        let last = generator.unit() * apart
        for distance in [0, last, last + apart] where distance < min(114, path.kilometres / 2) {
            let (vector, edge) = path.place(1 - distance / path.kilometres)
            let height = VisitPath.height(kilometresFromEnd: edge)
            let isCovered = scenario.receivers.hearer(of: vector, height: height, hour: nil) != nil
            if isCovered, generator.chance(scenario.settings.heard) { return true }
        }
        return false
    }
}
