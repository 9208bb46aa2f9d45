/// Who flies a journey, and how: carrier, companions, decoy, with their flights in place of their own lives.
struct VisitCast: Sendable {
    var lives: VisitLives
    var aircraft: [VisitAircraft]
    private(set) var carrier: Int?
    private(set) var companions: [Int] = []
    private(set) var decoys: [Int] = []
    private(set) var relayPartner: Int?
    private(set) var isSpoofed = false
    let settings: VisitSettings
    private let geography = VisitGeography.shared

    init(lives: VisitLives, settings: VisitSettings) {
        self.lives = lives
        aircraft = lives.aircraft
        self.settings = settings
    }

    /// The aircraft of the fleet at home there, in the order of their numbers.
    func fleet(at home: Int) -> [Int] {
        aircraft.indices.filter { aircraft[$0].kind == .stateFleet && aircraft[$0].home == home }
    }

    /// Puts a carrier and those with it onto a plan.
    mutating func play(_ plan: VisitPlan, mayRelay: Bool, _ generator: inout SeededGenerator) {
        var fleet = fleet(at: plan.home)
        let draw = generator.unit()
        let isRelay = mayRelay && generator.chance(settings.relayPairs)
        let isOwn = isRelay || draw < 1 - settings.unlistedCarriers - settings.charters
        let outside = isOwn ? nil : outsider(draw < 1 - settings.charters ? .unlisted : .airliner, plan, &generator)
        let carrier = outside ?? fleet.remove(at: generator.index(below: fleet.count))
        self.carrier = carrier
        lives.flights[carrier] = (outside == nil ? [] : lives.flights[carrier]) + plan.flights
        let companionCount = isRelay ? max(1, generator.index(below: 3)) : generator.index(below: 3)
        for number in 0..<min(companionCount, fleet.count) {
            let one = fleet.remove(at: generator.index(below: fleet.count))
            let isPartner = isRelay && number == 0
            companions.append(one)
            lives.flights[one] = isPartner ? near(plan.flights, within: 0.1, &generator) : accompany(plan, &generator)
            if isPartner { relayPartner = one }
        }
        for one in [carrier] + companions { equip(one, &generator) }
        if let relayPartner { relay(carrier, relayPartner, plan.flights.count, &generator) }
        if fleet.count > 1, generator.chance(settings.decoys) { decoy(fleet, plan, &generator) }
        if generator.chance(settings.spoofing) { spoof(carrier, plan.flights.count, &generator) }
    }

    /// An aircraft from elsewhere that comes to fetch somebody: one that can be there in time.
    private mutating func outsider(
        _ kind: VisitAircraft.Kind,
        _ plan: VisitPlan,
        _ generator: inout SeededGenerator
    ) -> Int? {
        let departure = plan.flights[0].takeoff
        let able = aircraft.indices.filter { aircraft[$0].kind == kind }
        for _ in 0..<200 {
            guard let one = generator.one(of: able) else { return nil }
            var own = lives.flights[one].filter { $0.landing < departure - 3 }
            let here = own.last?.to ?? aircraft[one].home
            let way = geography.kilometres(here, plan.home)
            if way < 150 {
                if here != plan.home { continue }
                lives.flights[one] = own
                return one
            }
            guard way < 4_000 else { continue }
            let fetch = VisitFlight.drawn(from: here, to: plan.home, takeoff: 0, &generator)
            let wait = generator.number(1.5, 6)
            let moved = fetch.moved(by: departure - wait - fetch.landing)
            if moved.takeoff < 1 { continue }
            own = own.filter { $0.landing < moved.takeoff - 0.7 }
            guard (own.last?.to ?? aircraft[one].home) == here else { continue }
            lives.flights[one] = own + [moved]
            return one
        }
        return nil
    }

    /// The same flights, each a little earlier or later.
    private func near(
        _ flights: [VisitFlight],
        within hours: Double,
        _ generator: inout SeededGenerator
    ) -> [VisitFlight] {
        flights.map { $0.moved(by: generator.number(-hours, hours)) }
    }

    /// A companion starts within 0.8 h of the carrier, and leaves each stop out with 15 %.
    private func accompany(_ plan: VisitPlan, _ generator: inout SeededGenerator) -> [VisitFlight] {
        var result: [VisitFlight] = []
        var here = plan.home
        for (number, model) in plan.flights.enumerated() {
            let isHome = number == plan.flights.count - 1
            if !isHome, generator.chance(0.15) { continue }
            guard geography.kilometres(here, model.to) >= 150 else { continue }
            // Who left a stop out waits where it is, and then goes on when the others do.
            let wanted = model.takeoff + generator.number(-0.8, 0.8)
            let takeoff = max(wanted, (result.last?.landing ?? 0) + 0.8)
            if here == model.from {
                var same = model.moved(by: takeoff - model.takeoff)
                same.bend = model.bend
                result.append(same)
            } else {
                result.append(VisitFlight.drawn(from: here, to: model.to, takeoff: takeoff, &generator))
            }
            here = model.to
        }
        return result
    }

    private mutating func equip(_ one: Int, _ generator: inout SeededGenerator) {
        let draw = generator.unit()
        if draw < settings.modeSOnly {
            aircraft[one].transponder = .modeSOnly
        } else if draw < settings.modeSOnly + settings.switching {
            aircraft[one].transponder = .switching
            for number in lives.flights[one].indices where generator.chance(0.6) {
                let width = generator.unit() * 0.7
                let centre = generator.unit()
                lives.flights[one][number].silent = [(centre - width / 2)...(centre + width / 2)]
            }
        } else {
            aircraft[one].transponder = .full
        }
    }

    /// Two of a kind: on each flight one is heard first, then the other.
    private mutating func relay(_ carrier: Int, _ partner: Int, _ count: Int, _ generator: inout SeededGenerator) {
        for one in [carrier, partner] { aircraft[one].transponder = .full }
        for back in 1...count {
            let change = generator.number(0.3, 0.7)
            let isCarrierFirst = generator.chance(0.5)
            for (one, isFirst) in [(carrier, isCarrierFirst), (partner, !isCarrierFirst)] {
                let number = lives.flights[one].count - back
                guard number >= 0 else { continue }
                lives.flights[one][number].silent = [isFirst ? change...1.01 : -0.01...change]
            }
        }
    }

    /// One more aircraft of the fleet flies to one of the stops up to 14 h early, stays 4 h, and goes home.
    private mutating func decoy(_ fleet: [Int], _ plan: VisitPlan, _ generator: inout SeededGenerator) {
        let one = fleet[generator.index(below: fleet.count)]
        let stop = generator.index(below: plan.stops.count)
        let flight = VisitFlight.drawn(from: plan.home, to: plan.stops[stop], takeoff: 0, &generator)
        let arrival = plan.flights[stop].landing - generator.number(0, 14)
        guard arrival - flight.landing > 0 else { return }
        let there = flight.moved(by: arrival - flight.landing)
        let back = VisitFlight.drawn(
            from: plan.stops[stop],
            to: plan.home,
            takeoff: there.landing + 4,
            &generator
        )
        lives.flights[one] = [there, back]
        decoys.append(one)
    }

    private mutating func spoof(_ carrier: Int, _ count: Int, _ generator: inout SeededGenerator) {
        let number = lives.flights[carrier].count - 1 - generator.index(below: count)
        guard lives.flights[carrier].indices.contains(number) else { return }
        let start = generator.number(0.1, 0.7)
        lives.flights[carrier][number].spoofed = start...(start + generator.number(0.05, 0.25))
        let radius = generator.number(400, 1_500) / VisitGeography.earthKilometres
        let from = geography.airports[lives.flights[carrier][number].from].vector
        lives.flights[carrier][number].offset = from.tangent(bearing: generator.number(0, 360)) * radius
        isSpoofed = true
    }
}
