import Aero
import Flights

/// Finds what was heard of an aircraft on the ways between an itinerary's stops.
///
/// On a way is who flies along the great circle at a time that fits, or is heard without a position around a receiver that hears the great
/// circle; who can have been where the way begins before, and can be where it ends after, without having landed elsewhere in between. Of
/// several ways each is a flight of its own.
struct WayFinder {
    private let grid: VisitGrid
    private let legs: [Leg?]

    /// A way may be so much longer than the great circle, and this much.
    private static let stretch = 1.05
    private static let slackMetres = 40_000.0
    private static let courseDegrees = 30.0
    /// Nobody flies more than so many times the great circle. Ours.
    private static let longestDetour = 1.7
    /// Metres a second of who makes way, of an aircraft in a disc: half of what is usual, because the disc is wide.
    private static let progress = 100.0

    /// In more pieces no flight is looked for: what strangers send may be broken into thousands. Ours.
    private static let mostPieces = 100

    init(grid: VisitGrid) {
        self.grid = grid
        legs = grid.stops.indices.map { Leg(grid: grid, to: $0) }
    }

    private struct Leg {
        let stop: Int
        let origins: [StopAirport]
        let goals: [StopAirport]
        let from: Position
        let to: Position
        let length: Double
        /// The least time on the ground where it begins; nobody has to land at home.
        let dwellBefore: Double
        let dwellAfter: Double

        init?(grid: VisitGrid, to stop: Int) {
            origins = stop == 0 ? grid.origins : grid.stops[stop - 1].airports
            goals = grid.stops[stop].airports
            guard let before = origins.first, let there = goals.first else { return nil }
            self.stop = stop
            from = before.position
            to = there.position
            length = Geodesy.distance(from, to).rawValue
            dwellBefore = stop == 0 ? 0 : grid.stops[stop - 1].dwellSeconds
            dwellAfter = grid.stops[stop].dwellSeconds
        }
    }

    /// Something heard on a way, and the flight it is of: the first and the last stretch of it.
    private struct Hit {
        let end: HeardEnd
        let first: Int
        let last: Int
    }

    /// By stop, when the aircraft was heard on the way to it.
    func ends(of aircraft: HeardAircraft) -> [HeardEnd?] {
        guard !aircraft.stretches.isEmpty else { return legs.map { _ in nil } }
        let speed = grid.rules.reach.highestSpeed(aircraft.limits).metresPerSecond
        return inOrder(legs.map { leg in leg.map { hits(aircraft.stretches, $0, speed) } ?? [] })
    }

    private func hits(_ stretches: [HeardStretch], _ leg: Leg, _ speed: Double) -> [Hit] {
        var found: [Hit] = []
        for (number, stretch) in stretches.enumerated() where makesWay(stretch, leg) {
            guard let end = [stretch.first, stretch.last].first(where: { isOn($0, leg) }),
                let first = departure(stretches, number, leg, speed),
                let last = landing(stretches, number, leg, speed)
            else { continue }
            found.append(Hit(end: end, first: first, last: last))
        }
        return found
    }

    /// As many as there are of which one flight follows the other, the earliest of them.
    private func inOrder(_ hits: [[Hit]]) -> [HeardEnd?] {
        var best: [(stop: Int, hit: Hit, count: Int, before: Int?)] = []
        for (stop, all) in hits.enumerated() {
            for hit in all {
                var entry: (stop: Int, hit: Hit, count: Int, before: Int?) = (stop, hit, 1, nil)
                for (place, other) in best.enumerated()
                where other.stop < stop && other.hit.last < hit.first && other.count >= entry.count {
                    entry.count = other.count + 1
                    entry.before = place
                }
                best.append(entry)
            }
        }
        var ends: [HeardEnd?] = hits.map { _ in nil }
        var at = best.indices.max { (best[$0].count, $1) < (best[$1].count, $0) }
        while let place = at {
            ends[best[place].stop] = best[place].hit.end
            at = best[place].before
        }
        return ends
    }

    /// Whether a stretch of hearing in discs comes nearer to where the way ends.
    private func makesWay(_ stretch: HeardStretch, _ leg: Leg) -> Bool {
        let radius = stretch.first.usualRadius.rawValue + stretch.last.usualRadius.rawValue
        guard radius > 0 else { return true }
        let begin = Geodesy.distance(stretch.first.disc.centre, leg.to).rawValue
        let end = Geodesy.distance(stretch.last.disc.centre, leg.to).rawValue
        let seconds = stretch.last.time.seconds(since: stretch.first.time)
        return end - begin <= radius - Self.progress * seconds
    }

    private func isOn(_ end: HeardEnd, _ leg: Leg) -> Bool {
        guard end.heightMetres > 3_000, end.isPositionless || end.track != nil else { return false }
        let time = end.time.seconds(since: grid.start)
        let stop = grid.stops[leg.stop]
        guard time < Double(stop.support.upperBound + 1) * grid.rules.slotSeconds else { return false }
        let radius = end.usualRadius.rawValue
        let longest = leg.length * Self.stretch + Self.slackMetres + radius
        let left = Geodesy.distance(end.disc.centre, leg.to).rawValue
        guard left > 60_000 + radius / 2, left < longest else { return false }
        let slot = grid.slot(time + left / 230 + 600)
        guard stop.support.contains(slot), stop.perHour[slot] >= stop.likely else { return false }
        let flown = Geodesy.distance(leg.from, end.disc.centre).rawValue
        // In a disc around where it left, it flies anywhere.
        guard flown + left <= longest, !end.isPositionless || flown > 60_000 + radius / 2 else { return false }
        guard let track = end.track else { return true }
        let bearing = Geodesy.initialBearing(from: end.disc.centre, to: leg.to).rawValue
        return abs(Position.wrapped(bearing - track.rawValue)) <= Self.courseDegrees
    }

    /// The first stretch of the flight that a stretch is of, if it can have begun where the way does.
    private func departure(_ stretches: [HeardStretch], _ number: Int, _ leg: Leg, _ speed: Double) -> Int? {
        for at in stride(from: number, through: max(0, number - Self.mostPieces), by: -1) {
            if stretches[at].isRising { return isNear(stretches[at].first, leg.origins) ? at : nil }
            guard isAround(stretches[at], leg) else { return nil }
            guard at > 0 else { return 0 }
            let before = stretches[at - 1]
            if fits(leg.origins, leg.dwellBefore, before.last, stretches[at].first, speed) { return at }
            if before.isSinking { return nil }
        }
        return nil
    }

    /// The last stretch of the flight that a stretch is of, if it can have ended where the way does.
    private func landing(_ stretches: [HeardStretch], _ number: Int, _ leg: Leg, _ speed: Double) -> Int? {
        for at in number..<min(stretches.count, number + Self.mostPieces) {
            if stretches[at].isSinking { return isNear(stretches[at].last, leg.goals) ? at : nil }
            guard isAround(stretches[at], leg) else { return nil }
            guard at + 1 < stretches.count else { return at }
            let after = stretches[at + 1]
            if fits(leg.goals, leg.dwellAfter, stretches[at].last, after.first, speed) { return at }
            if after.isRising { return nil }
        }
        return nil
    }

    /// Whether both ends of a stretch lie on a way with a detour.
    private func isAround(_ stretch: HeardStretch, _ leg: Leg) -> Bool {
        [stretch.first, stretch.last].allSatisfy { end in
            let flown = Geodesy.distance(leg.from, end.disc.centre).rawValue
            let left = Geodesy.distance(end.disc.centre, leg.to).rawValue
            return flown + left <= leg.length * Self.longestDetour + Self.slackMetres + 2 * end.usualRadius.rawValue
        }
    }

    private func isNear(_ end: HeardEnd, _ airports: [StopAirport]) -> Bool {
        airports.contains { end.isNear(Geodesy.distance(end.disc.centre, $0.position)) }
    }

    /// Whether a time on the ground at one of the airports fits into a silence.
    private func fits(
        _ airports: [StopAirport],
        _ dwell: Double,
        _ before: HeardEnd,
        _ after: HeardEnd,
        _ speed: Double
    ) -> Bool {
        let rules = grid.rules.reach
        let ground = rules.secondsDown(from: before.altitude) + dwell + rules.secondsUp(to: after.altitude)
        let seconds = after.time.seconds(since: before.time) - ground
        guard seconds >= 0 else { return false }
        return airports.contains { airport in
            let way = Geodesy.distance(before.disc.centre, airport.position) - before.disc.radius
            let wayOn = Geodesy.distance(after.disc.centre, airport.position) - after.disc.radius
            return max(0, way.rawValue) + max(0, wayOn.rawValue) <= seconds * speed
        }
    }
}
