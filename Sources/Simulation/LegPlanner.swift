import Aero

/// Makes legs: the path over ground first, then speed and height along it.
struct LegPlanner {
    let kind: AircraftKind
    let from: SimulatedAirport
    let to: SimulatedAirport
    /// Places to pass in between.
    var via: [Position] = []
    /// Chooses the stands; the same number parks at the same stand.
    let slot: UInt64
    /// Desired cruising altitude in ft; taken to the next level of the direction, and lower when the leg is short.
    let altitude: Double
    /// Knots; the kind's when `nil`.
    var cruise: Double?
    /// A local round instead: metres outbound.
    var outbound: Double?

    private static let taxiSpeed = 8.0
    private static let knot = 1852.0 / 3600
    /// Metres from the runway to the taxiway beside it.
    private static let taxiway = 180.0

    /// The leg, leaving its stand at second 0.
    func plan() -> Leg {
        let far = via.first.map { UnitVector($0) } ?? to.vector
        let departsForward = outbound != nil || faces(from, toward: far, away: true)
        let arrivesForward =
            outbound != nil || faces(to, toward: via.last.map { UnitVector($0) } ?? from.vector, away: false)
        let side = departsForward ? 1.0 : -1.0
        let half = from.runwayLength / 2
        let stand = from.stand(slot: slot)
        var path = PathBuilder(from: place(from, stand.along, stand.right), tangent: from.vector)
        var marks: [Double] = []
        for corner in [(stand.along, Self.taxiway), (-side * half, Self.taxiway), (-side * half, 0)] {
            path.direct(to: place(from, corner.0, corner.1))
            marks.append(path.length)
        }
        path.direct(to: place(from, side * half, 0))
        let arrival = Arrival(kind: kind, airport: to, forward: arrivesForward)
        let touchdown = place(to, arrival.touchdown, 0)
        if let outbound { round(&path, outbound) } else { cross(&path, arrival, touchdown) }
        path.direct(to: touchdown)
        let touched = path.length
        path.straight(arrival.roll)
        let home = to.stand(slot: slot)
        var corners: [Double] = [path.length]
        for corner in [(arrival.exit, Self.taxiway), (home.along, Self.taxiway), (home.along, home.right)] {
            path.direct(to: place(to, corner.0, corner.1))
            corners.append(path.length)
        }
        return profile(path, out: marks, touchdown: touched, corners: corners, braking: arrival.braking)
    }

    private func cross(_ path: inout PathBuilder, _ arrival: Arrival, _ touchdown: UnitVector) {
        path.straight(2_500)
        var radius = kind.terminalRadius
        for stop in via {
            let target = UnitVector(stop)
            path.turn(toward: target, radius: radius)
            radius = kind.enRouteRadius
            path.straight(path.point.angle(to: target) * Geodesy.earthRadius.rawValue - radius)
        }
        let final = place(to, arrival.touchdown - arrival.side * kind.finalLength, 0)
        path.join(final, final.tangent(toward: touchdown), radius: radius, finalRadius: kind.terminalRadius)
    }

    private func round(_ path: inout PathBuilder, _ outbound: Double) {
        path.straight(1_500 + outbound)
        path.turn(degrees: 360 * Double(kind.circle.turns), radius: kind.circle.radius, right: true)
        path.straight(2_000)
        path.turn(degrees: 180, radius: kind.terminalRadius, right: true)
        path.straight(from.runwayLength + 3_500 + outbound + kind.finalLength)
        path.turn(degrees: 180, radius: kind.terminalRadius, right: true)
    }

    private func profile(
        _ path: PathBuilder,
        out: [Double],
        touchdown: Double,
        corners: [Double],
        braking: Double
    ) -> Leg {
        var profile = ProfileBuilder(altitude: from.elevation)
        profile.hold(5, .taxi)
        var before = 0.0
        for mark in out {
            profile.taxi(mark - before, top: Self.taxiSpeed)
            before = mark
            profile.hold(4, .taxi)
        }
        profile.hold(15, .taxi)
        let takeoffKnot = profile.knots.count
        let rotation = kind.rotation * Self.knot
        profile.move(rotation * rotation / (2 * kind.acceleration), to: rotation, .takeoff)
        let available = touchdown - profile.distance
        let vertical = verticalPlan(available: available)
        for step in vertical.climb { profile.change(step, .climb) }
        profile.move(max(0, available - vertical.length), to: vertical.cruiseSpeed, .cruise)
        for (index, step) in vertical.descent.enumerated() {
            profile.change(step, index == vertical.descent.count - 1 ? .approach : .descent)
        }
        let touchdownKnot = profile.knots.count
        profile.move(corners[0] - touchdown, to: Self.taxiSpeed, .landing)
        for (before, after) in zip(corners, corners.dropFirst()) {
            profile.taxi(after - before, top: Self.taxiSpeed)
            profile.hold(3, .taxi)
        }
        profile.finish()
        return Leg(
            from: from.index,
            to: to.index,
            pieces: path.pieces,
            knots: profile.knots,
            takeoffKnot: takeoffKnot,
            touchdownKnot: touchdownKnot,
            cruiseAltitude: vertical.cruiseAltitude
        )
    }

    /// The highest plan not above the wanted altitude that fits into the way there is.
    private func verticalPlan(available: Double) -> VerticalPlan {
        let track = Geodesy.initialBearing(from: from.place, to: to.place).rawValue
        let floor = max(from.elevation, to.elevation) + 700
        var level = Self.level(altitude, eastbound: track < 180, visual: outbound != nil)
        while true {
            let plan = VerticalPlan(
                kind,
                departure: from.elevation,
                arrival: to.elevation,
                altitude: max(level, floor),
                cruise: cruise ?? kind.cruiseSpeed
            )
            if plan.length <= available * 0.95 || level <= floor { return plan }
            level -= outbound == nil && level > 5_000 ? 2_000 : 300
        }
    }

    /// The level of the semicircular rule nearest below: odd thousands eastbound, even westbound, 2,000 ft apart above FL410.
    /// - Source: ICAO Annex 2, appendix 3 a.
    static func level(_ altitude: Double, eastbound: Bool, visual: Bool) -> Double {
        if visual { return altitude }
        let thousands = Int(altitude / 1000)
        if thousands > 41 { return eastbound ? 45_000 : 43_000 }
        let isOdd = thousands % 2 == 1
        return Double(isOdd == eastbound ? thousands : thousands - 1) * 1000
    }

    private func place(_ airport: SimulatedAirport, _ along: Double, _ right: Double) -> UnitVector {
        airport.point(direction: airport.runwayDirection, along: along, right: right)
    }

    private func faces(_ airport: SimulatedAirport, toward other: UnitVector, away: Bool) -> Bool {
        let forward = airport.vector.tangent(bearing: airport.runwayDirection)
        let same = forward.dot(airport.vector.tangent(toward: other)) >= 0
        return same == away
    }

    /// Where on the runway things happen, in metres from its middle along its direction.
    private struct Arrival {
        let side: Double
        let touchdown: Double
        let roll: Double
        let braking: Double

        init(kind: AircraftKind, airport: SimulatedAirport, forward: Bool) {
            side = forward ? 1 : -1
            let half = airport.runwayLength / 2
            touchdown = -side * (half - min(300, half / 3))
            let speed = kind.approach * LegPlanner.knot
            let energy = speed * speed - LegPlanner.taxiSpeed * LegPlanner.taxiSpeed
            let space = airport.runwayLength * 0.8
            roll = min(space, energy / (2 * kind.braking))
            braking = energy / (2 * roll)
        }

        var exit: Double { touchdown + side * roll }
    }
}
