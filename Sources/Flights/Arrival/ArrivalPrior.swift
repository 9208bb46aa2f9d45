import Aero

/// What is expected before the flight itself is looked at: what was announced, where it landed before, where it came from.
struct ArrivalPrior {
    struct Named {
        var mass = 0.0
        var isHome = false
    }

    /// Airports of which something is known, with their part of the whole beside what is expected of any.
    let named: [AirportSlot: Named]
    /// The part that any aircraft's expectation has, and what of it lies with airports that are not considered.
    let baseMass: Double
    let elsewhere: Double

    private static let mostAnnounced = 32
    /// Of all that was announced together, at most.
    private static let surest = 0.98
    /// Metres within which the airport of the take-off is the one.
    private static let homeReach: Metres = 8_000

    init(_ flight: ArrivalEstimator.Flight, announced: [FieldChance], history: LandingHistory) {
        let gazetteer = flight.estimator.context.gazetteer
        let rules = flight.estimator.rules
        var named: [AirportSlot: Named] = [:]
        var open = 1.0
        func give(_ slot: AirportSlot, _ mass: Double) { named[slot, default: Named()].mass += mass }
        let said = announced.prefix(Self.mostAnnounced).compactMap { chance in
            gazetteer.slot(ofAirport: chance.field).map {
                (slot: $0, mass: chance.probability > 0 ? min(1, chance.probability) : 0)
            }
        }
        let sum = said.reduce(0) { $0 + $1.mass }
        if sum > 0 {
            let scale = min(1, Self.surest / sum)
            for one in said { give(one.slot, one.mass * scale) }
            open -= sum * scale
        }
        let landings = Double(history.total)
        if landings > 0 {
            let mass = open * landings / (landings + max(0.1, rules.historyWeight))
            for (field, count) in history.counts {
                if let slot = gazetteer.slot(ofAirport: field) { give(slot, mass * Double(count) / landings) }
            }
            open -= mass
        }
        if let place = flight.situation.takeoff?.place,
            let home = Self.home(place, gazetteer)
        {
            let mass = open * (flight.outlook.isFast ? 0.01 : 0.45)
            named[home, default: Named()].isHome = true
            give(home, mass)
            open -= mass
        }
        self.named = named
        baseMass = open
        elsewhere = min(0.9, max(0, rules.elsewhereShare * (flight.outlook.isFast ? 1 : 4)))
    }

    /// The airport at a place: the nearest, larger ones counting as nearer.
    private static func home(_ place: Position, _ gazetteer: Gazetteer) -> AirportSlot? {
        func rank(_ one: NearbyAirport) -> Double {
            one.distance.rawValue - FieldFinder.bonus(gazetteer.size(at: one.slot))
        }
        return gazetteer.airports(near: place, count: 6, within: homeReach).min { rank($0) < rank($1) }?.slot
    }
}
