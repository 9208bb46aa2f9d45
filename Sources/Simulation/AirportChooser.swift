import Aero

/// Decides where aircraft fly.
struct AirportChooser: Sendable {
    /// Indices of airports where flights begin, by preference.
    let origins: [Int]

    /// An airport to begin at.
    func origin(_ generator: inout SeededGenerator) -> Int { origins[generator.index(below: origins.count)] }

    /// An airport within the kind's range, nearer ones more often.
    func destination(from: Int, kind: AircraftKind, _ generator: inout SeededGenerator) -> Int {
        let airports = AirportTable.all
        guard let range = kind.range else { return from }
        var reachable: Int?
        for _ in 0..<60 {
            let candidate = generator.index(below: airports.count)
            guard candidate != from else { continue }
            let distance = airports[from].vector.angle(to: airports[candidate].vector) * 6_371
            guard range.contains(distance) else { continue }
            if generator.chance(Trigonometry.exponential(-distance / 1_800)) { return candidate }
            reachable = reachable ?? candidate
        }
        return reachable ?? nearest(to: from, atLeast: max(150, range.lowerBound))
    }

    /// A leg drawn by chance, leaving its stand at second 0.
    func leg(from: Int, kind: AircraftKind, slot: UInt64, _ generator: inout SeededGenerator) -> Leg {
        let airports = AirportTable.all
        let to = destination(from: from, kind: kind, &generator)
        let level = generator.number(Double(kind.cruiseLevels.lowerBound), Double(kind.cruiseLevels.upperBound) + 1)
        let base = kind.range == nil ? airports[from].elevation : 0
        var planner = LegPlanner(
            kind: kind,
            from: airports[from],
            to: airports[to],
            slot: slot,
            altitude: base + (level / 5).rounded(.down) * 500
        )
        planner.cruise = (kind.cruiseSpeed * generator.number(0.95, 1.03)).rounded()
        if kind.range == nil {
            planner.outbound = generator.number(kind.circle.outbound.lowerBound, kind.circle.outbound.upperBound)
        }
        return planner.plan()
    }

    /// The leg after the one an aircraft has just ended; `nil` when its itinerary is over.
    func following(_ aircraft: inout SimulatedAircraft) -> Leg? {
        let here = aircraft.leg.to
        if let plan = aircraft.plan {
            guard let scheduled = plan.first else { return nil }
            aircraft.plan = Array(plan.dropFirst())
            return Self.leg(scheduled, from: here, kind: aircraft.kind, slot: aircraft.slot)
        }
        var leg = leg(from: here, kind: aircraft.kind, slot: aircraft.slot, &aircraft.generator)
        let minutes = aircraft.kind.range == nil ? aircraft.generator.number(10, 30) : aircraft.generator.number(35, 80)
        leg.start = aircraft.leg.end + minutes * 60
        return leg
    }

    /// A leg of an itinerary, its cruise speed chosen so that it lands when it should, between 75 and 104 % of the usual.
    static func leg(_ scheduled: ScheduledLeg, from: Int, kind: AircraftKind, slot: UInt64) -> Leg? {
        guard let to = AirportTable.airport(scheduled.to) else { return nil }
        var planner = LegPlanner(
            kind: kind,
            from: AirportTable.all[from],
            to: to,
            via: scheduled.via,
            slot: slot,
            altitude: Double(kind.cruiseLevels.lowerBound + 40) * 100
        )
        var leg = planner.plan()
        if let landing = scheduled.landing {
            var slow = kind.cruiseSpeed * 0.75
            var fast = kind.cruiseSpeed * 1.04
            for _ in 0..<14 {
                let middle = (slow + fast) / 2
                planner.cruise = middle
                leg = planner.plan()
                if leg.touchdown - leg.takeoff > landing - scheduled.takeoff { slow = middle } else { fast = middle }
            }
        }
        leg.start = scheduled.takeoff - leg.takeoff
        return leg
    }

    private func nearest(to from: Int, atLeast least: Double) -> Int {
        let airports = AirportTable.all
        let distances = airports.indices.map { (airports[from].vector.angle(to: airports[$0].vector) * 6_371, $0) }
        return distances.filter { $0.0 >= least && $0.1 != from }.min { $0 < $1 }?.1 ?? from
    }
}
