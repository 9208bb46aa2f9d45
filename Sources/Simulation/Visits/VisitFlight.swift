import Aero

/// One flight of a scenario's aircraft.
struct VisitFlight: Sendable {
    let from: Int
    let to: Int
    /// Hours of the scenario.
    let takeoff: Double
    let landing: Double
    /// Where a detour bends.
    var bend: UnitVector?
    /// Shares of the flight in which the transponder is off.
    var silent: [ClosedRange<Double>] = []
    /// Share of the flight in which positions are false, and by what.
    var spoofed: ClosedRange<Double>?
    var offset = UnitVector(x: 0, y: 0, z: 0)

    /// Shifted in time.
    func moved(by hours: Double) -> VisitFlight {
        var other = VisitFlight(from: from, to: to, takeoff: takeoff + hours, landing: landing + hours)
        other.bend = bend
        return other
    }

    /// Hours that a flight takes: the great circle and some, the speed of a jet, and twenty minutes.
    static func duration(kilometres: Double, _ generator: inout SeededGenerator) -> Double {
        kilometres * (1 + abs(generator.normal(0.04, 0.03))) / generator.normal(845, 25) + 0.33
    }

    /// A flight that leaves at an hour, straight or with a detour of a factor.
    static func drawn(
        from: Int,
        to: Int,
        takeoff: Double,
        detour: Double = 1,
        _ generator: inout SeededGenerator
    ) -> VisitFlight {
        let geography = VisitGeography.shared
        let way = geography.kilometres(from, to)
        let duration = duration(kilometres: way * detour, &generator)
        var flight = VisitFlight(from: from, to: to, takeoff: takeoff, landing: takeoff + duration)
        if detour > 1 {
            let (one, other) = (geography.airports[from].vector, geography.airports[to].vector)
            let side = one.cross(other)
            let length = side.dot(side).squareRoot()
            guard length > 1e-6 else { return flight }
            let height = way / 2 * (detour * detour - 1).squareRoot() / VisitGeography.earthKilometres
            let sign = generator.chance(0.5) ? 1.0 : -1
            let middle = one + other
            let raw = middle * (1 / middle.dot(middle).squareRoot()) + side * (sign * height / length)
            flight.bend = raw * (1 / raw.dot(raw).squareRoot())
        }
        return flight
    }
}
