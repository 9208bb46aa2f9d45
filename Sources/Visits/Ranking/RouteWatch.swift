import Aero
import Flights

/// Who was heard on the way between two stops, at a time that fits: on the great circle, heading along it; without a position, around a
/// receiver that hears the great circle.
///
/// How rare that is, everybody else heard in the same days says: no archive is needed for it.
struct RouteWatch {
    /// By aircraft in the order they came, by stop: when it was heard on the way to it.
    let heard: [[HeardEnd?]]
    /// By role, by stop: the share of aircraft heard on the way.
    private let shares: [AircraftRole: [Double]]
    private let grid: VisitGrid

    /// A way may be so much longer than the great circle, and this much.
    private static let stretch = 1.05
    private static let slackMetres = 40_000.0
    private static let courseDegrees = 30.0

    init(grid: VisitGrid, aircraft: [HeardAircraft]) {
        self.grid = grid
        let legs = grid.stops.indices.map { Leg(grid: grid, to: $0) }
        heard = aircraft.map { one in legs.map { leg in leg.flatMap { RouteWatch.end(one, $0, grid) } } }
        var all: [AircraftRole: Int] = [:]
        var on: [AircraftRole: [Int]] = [:]
        for (number, one) in aircraft.enumerated() where !one.stretches.isEmpty {
            let role = RouteWatch.company(one.role)
            all[role, default: 0] += 1
            for stop in grid.stops.indices where heard[number][stop] != nil {
                on[role, default: Array(repeating: 0, count: grid.stops.count)][stop] += 1
            }
        }
        shares = all.reduce(into: [:]) { shares, entry in
            let counts = on[entry.key] ?? Array(repeating: 0, count: grid.stops.count)
            shares[entry.key] = counts.map { (Double($0) + 1) / (Double(entry.value) + 4) }
        }
    }

    /// The subject's few are compared with all state aircraft.
    private static func company(_ role: AircraftRole) -> AircraftRole {
        role == .subjectFleet ? .otherGovernment : role
    }

    /// How much likelier being heard on the way is for the visit than for a life of its own; 1 for who was not.
    ///
    /// - Parameter isSeen: whether it was heard at an end of the way as well: who lands there comes from somewhere, and goes somewhere.
    func ratio(_ number: Int, _ role: AircraftRole, stop: Int, isSeen: Bool) -> Double {
        guard let end = heard[number][stop] else { return 1 }
        let share = shares[Self.company(role)]?[stop] ?? 1
        // Who is at home where the visit begins flies from there oftener than others.
        let least = role == .subjectFleet ? 0.03 : end.isPositionless ? 0.02 : 0.003
        return max(1, 0.7 / max(share, isSeen ? 0.15 : least))
    }

    private struct Leg {
        let stop: Int
        let from: Position
        let to: Position
        let length: Double

        init?(grid: VisitGrid, to stop: Int) {
            guard let before = stop == 0 ? grid.origins.first : grid.stops[stop - 1].airports.first else { return nil }
            self.stop = stop
            from = before.position
            to = grid.stops[stop].airports[0].position
            length = Geodesy.distance(from, to).rawValue
        }
    }

    private static func end(_ aircraft: HeardAircraft, _ leg: Leg, _ grid: VisitGrid) -> HeardEnd? {
        for stretch in aircraft.stretches {
            for end in [stretch.first, stretch.last] where isOn(end, leg, grid) { return end }
        }
        return nil
    }

    private static func isOn(_ end: HeardEnd, _ leg: Leg, _ grid: VisitGrid) -> Bool {
        guard end.heightMetres > 3_000, end.isPositionless || end.track != nil else { return false }
        let time = end.time.seconds(since: grid.start)
        let stop = grid.stops[leg.stop]
        guard time < Double(stop.support.upperBound + 1) * grid.rules.slotSeconds else { return false }
        let radius = end.usualRadius.rawValue
        let longest = leg.length * stretch + slackMetres + radius
        let left = Geodesy.distance(end.disc.centre, leg.to).rawValue
        guard left > 60_000 + radius / 2, left < longest else { return false }
        let slot = grid.slot(time + left / 230 + 600)
        guard stop.support.contains(slot), stop.perHour[slot] >= stop.likely else { return false }
        let flown = Geodesy.distance(leg.from, end.disc.centre).rawValue
        guard flown + left <= longest else { return false }
        guard let track = end.track else { return true }
        let bearing = Geodesy.initialBearing(from: end.disc.centre, to: leg.to).rawValue
        return abs(Position.wrapped(bearing - track.rawValue)) <= courseDegrees
    }
}
