import Aero
import Flights

/// Who was heard on the way between two stops (`WayFinder`), and what that is worth.
///
/// How rare that is, everybody else heard in the same days says: no archive is needed for it.
struct RouteWatch {
    /// By aircraft in the order they came, by stop: when it was heard on the way to it.
    let heard: [[HeardEnd?]]
    /// By role, by stop: the share of aircraft heard on the way.
    private let shares: [AircraftRole: [Double]]
    /// By stop: the same of all that sent no position at some time, the subject's own left aside. A disc lies on many ways.
    private let inDiscs: [Double]

    init(grid: VisitGrid, aircraft: [HeardAircraft]) {
        let finder = WayFinder(grid: grid)
        heard = aircraft.map { finder.ends(of: $0) }
        var all: [AircraftRole: Int] = [:]
        var on: [AircraftRole: [Int]] = [:]
        var (allInDiscs, onInDiscs) = (0, grid.stops.map { _ in 0 })
        for (number, one) in aircraft.enumerated() where !one.stretches.isEmpty {
            if one.role != .subjectFleet, one.stretches.contains(where: { $0.first.isPositionless }) {
                allInDiscs += 1
                for stop in grid.stops.indices where heard[number][stop] != nil { onInDiscs[stop] += 1 }
            }
            let role = RouteWatch.company(one.role)
            all[role, default: 0] += 1
            for stop in grid.stops.indices where heard[number][stop] != nil {
                on[role, default: Array(repeating: 0, count: grid.stops.count)][stop] += 1
            }
        }
        inDiscs = onInDiscs.map { (Double($0) + 1) / (Double(allInDiscs) + 4) }
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
    /// - Parameter seenEnds: at how many ends of the way it was heard as well: who lands there comes from somewhere, and goes somewhere; who was
    ///   at both flew between them.
    func ratio(_ number: Int, _ role: AircraftRole, stop: Int, seenEnds: Int) -> Double {
        guard let end = heard[number][stop], seenEnds < 2 else { return 1 }
        let share = shares[Self.company(role)]?[stop] ?? 1
        // Who is at home where the visit begins flies from there oftener than others.
        let own = role == .subjectFleet ? 0.03 : 0.003
        let least = end.isPositionless ? max(own, 0.02, inDiscs[stop]) : own
        return max(1, 0.7 / max(share, seenEnds == 1 ? max(0.15, least) : least))
    }
}
