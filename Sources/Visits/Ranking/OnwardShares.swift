import Aero
import Flights

/// How often those who are at one stop of an itinerary fly on to the next anyway: whoever else was heard in the same days says it.
struct OnwardShares {
    private struct Count {
        var left = 0
        var there = 0
    }

    /// By stop, then by aircraft in the order they came.
    private let counts: [[Count]]
    private let sums: [Count]
    private let assumed: Double

    /// So many departures an assumption weighs. Ours.
    private static let weight = 50.0

    init(grid: VisitGrid, aircraft: [HeardAircraft]) {
        assumed = grid.rules.onwardShare
        counts = grid.stops.indices.map { stop in
            let origins = stop == 0 ? grid.origins : grid.stops[stop - 1].airports
            return aircraft.map { one in
                let goes = Self.departures(one, origins, grid.stops[stop].airports)
                return Count(left: goes.count, there: goes.count { $0 })
            }
        }
        // Those who are to be told from everybody else say nothing of what is usual.
        sums = counts.map { all in
            zip(all, aircraft).reduce(into: Count()) { sum, entry in
                guard entry.1.role != .subjectFleet else { return }
                sum.left += entry.0.left
                sum.there += entry.0.there
            }
        }
    }

    /// - Parameter number: of the aircraft that is weighed, which says nothing of itself.
    func share(_ number: Int, _ role: AircraftRole, stop: Int) -> Double {
        let own = role == .subjectFleet ? Count() : counts[stop][number]
        let (left, there) = (sums[stop].left - own.left, sums[stop].there - own.there)
        return (Double(there) + assumed * Self.weight) / (Double(left) + Self.weight)
    }

    /// Of each departure whose next landing, or departure from there, was heard: whether that was at the next stop.
    private static func departures(
        _ aircraft: HeardAircraft,
        _ origins: [StopAirport],
        _ goals: [StopAirport]
    ) -> [Bool] {
        var result: [Bool] = []
        var isOut = false
        for stretch in aircraft.stretches {
            if stretch.isRising {
                let isHere = isNear(stretch.first, origins)
                // Who landed there and leaves it is still on its way out.
                if isOut, !isHere { result.append(isNear(stretch.first, goals)) }
                isOut = isHere
            }
            if stretch.isSinking {
                if isOut { result.append(isNear(stretch.last, goals)) }
                isOut = isNear(stretch.last, origins)
            }
        }
        return result
    }

    private static func isNear(_ end: HeardEnd, _ airports: [StopAirport]) -> Bool {
        airports.contains { end.isNear(Geodesy.distance(end.disc.centre, $0.position)) }
    }
}
