import Aero

/// Which airports a place stands for, with their shares.
struct AirportChoice {
    let places: Gazetteer
    /// Most airports of a stop.
    static let most = 6

    private static let sizes: AirportSizes = [AirportSizes(.large), AirportSizes(.medium)]

    private static let large: Set<AirportSize> = [.large, .medium]

    /// A city's: larger ones first, those with scheduled service before others.
    func airports(of city: City) -> [StopAirport] {
        var found = places.airports(serving: city.id)
        if found.isEmpty {
            found = places.airports(near: city.position, count: 3, sizes: Self.sizes, within: 100_000)
        }
        // Paramaribo's large airport lies in Zandery: where a large town has small ones alone, a large one near it serves it too.
        if city.population >= 100_000, !found.contains(where: { Self.large.contains(places.size(at: $0.slot)) }) {
            let known = Set(found.map(\.slot))
            found += places.airports(near: city.position, count: 3, sizes: AirportSizes(.large), within: 60_000)
                .filter { !known.contains($0.slot) && places.airport(at: $0.slot).country == city.country }
        }
        return shared(found.map { ($0.slot, weight(of: $0.slot, at: $0.distance)) })
    }

    /// A country's: the capital's have 0.8 together, other large ones the rest.
    func airports(of country: Country) -> [StopAirport] {
        let capital = country.capital.flatMap { places.city($0) }.map(airports(of:)) ?? []
        let known = Set(capital.map(\.code))
        let others = places.airports(in: country.code, sizes: Self.sizes)
            .filter { !known.contains(places.code(at: $0)) }.prefix(3)
        guard !others.isEmpty else { return capital }
        let rest = shared(others.map { ($0, weight(of: $0, at: 0)) })
        guard !capital.isEmpty else { return rest }
        // The capital's first two, then the others', then what is left of the capital's.
        let main = capital.prefix(2)
        let sum = main.map(\.weight).reduce(0, +)
        return main.map { StopAirport(code: $0.code, position: $0.position, weight: 0.8 * $0.weight / sum) }
            + rest.map { StopAirport(code: $0.code, position: $0.position, weight: 0.2 * $0.weight) }
    }

    func airports(codes: [String]) -> [StopAirport] {
        shared(
            codes.compactMap { places.slot(ofAirport: $0) }.enumerated().map { ($0.element, 1 / Double($0.offset + 1)) }
        )
    }

    func airport(_ airport: Airport) -> [StopAirport] {
        [StopAirport(code: airport.code, position: airport.position, weight: 1)]
    }

    // Ours: how often each kind is where a leader lands; nobody has counted.
    private func weight(of slot: AirportSlot, at distance: Metres) -> Double {
        let size: Double =
            switch places.size(at: slot) {
            case .large: 8
            case .medium, .unclassified: places.hasScheduledService(at: slot) ? 2 : 1
            default: places.hasScheduledService(at: slot) ? 0.5 : 0.1
            }
        return size / (1 + distance.rawValue / 60_000)
    }

    private func shared(_ weighed: [(slot: AirportSlot, weight: Double)]) -> [StopAirport] {
        let best = weighed.sorted { ($0.weight, $1.slot.order) > ($1.weight, $0.slot.order) }.prefix(Self.most)
        let sum = best.map(\.weight).reduce(0, +)
        return best.map {
            StopAirport(
                code: places.code(at: $0.slot),
                position: places.position(at: $0.slot),
                weight: $0.weight / sum
            )
        }
    }
}
