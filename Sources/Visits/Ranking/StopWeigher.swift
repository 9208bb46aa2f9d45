import Aero
import Flights

/// Weighs one aircraft at one stop, slot by slot: what was heard there, and silences into which a stop fits.
struct StopWeigher {
    private let grid: VisitGrid
    private let rules: RankingRules

    /// The modified Bessel function of order 0 at a concentration of 4.
    private static let bessel = 11.3019
    /// Less of a stop than this before now, and it is one to come. Ours.
    private static let pastShare = 0.1

    init(grid: VisitGrid) {
        self.grid = grid
        rules = grid.rules
    }

    /// A silence beside one airport of a stop, in seconds of the grid and metres.
    private struct Look {
        let stop: VisitGrid.Stop
        let airport: Int
        let role: AircraftRole
        /// The stretches around it; `nil` before the first and after the last time it was heard.
        let before: HeardStretch?
        let after: HeardStretch?
        let from: Double
        let to: Double
        /// To the airport from where it was before, and on to where it was after; from the middles of discs.
        let there: Double
        let on: Double
        /// When it can have landed there at the earliest, and must have left at the latest, by the hardest bounds.
        let earliest: Double
        let departure: Double
        /// The least way, and seconds lost on the way down, up and on the ground.
        let way: Double
        let lost: Double
        let isOnRoute: Bool
        let onwardPerHour: Double
        let activity: Double

        var share: Double { stop.airports[airport].weight }
        /// Landings heard an hour of its role, or of those who were at the stop before, and what one is worth where so many of them are heard.
        var rate: Double { max(rateOfRole, onwardPerHour) }
        var isOnward: Bool { onwardPerHour > rateOfRole }
        private var rateOfRole: Double { (stop.rates[airport][role] ?? 1) * activity }
        var worth: Double { stop.heard[airport] / rate }
        var latest: Double { departure - stop.dwellSeconds }
    }

    /// - Parameters:
    ///   - number: of the stop among those of the grid.
    ///   - isOnRoute: it was heard on the way there, which is weighed elsewhere and says more than a course.
    ///   - onwardPerHour: how often those who are at the stop before come on to this one an hour; 0 for who was not heard there.
    func weigh(
        _ aircraft: HeardAircraft,
        stop number: Int,
        isOnRoute: Bool,
        onwardPerHour: Double,
        on sheet: inout WeightSheet
    ) {
        let stop = grid.stops[number]
        sheet.turn(to: number)
        let speed = rules.reach.highestSpeed(aircraft.limits).metresPerSecond
        let first = Double(stop.support.lowerBound) * rules.slotSeconds
        let last = Double(stop.support.upperBound + 1) * rules.slotSeconds
        let stretches = aircraft.stretches
        let activity = activity(aircraft)
        for number in 0...stretches.count {
            let before = number > 0 ? stretches[number - 1] : nil
            let after = number < stretches.count ? stretches[number] : nil
            let from = before.map { $0.last.time.seconds(since: grid.start) } ?? -Double.infinity
            let to = after.map { $0.first.time.seconds(since: grid.start) } ?? Double.infinity
            guard from <= last, to >= first else { continue }
            for airport in stop.airports.indices {
                let place = stop.airports[airport].position
                let there = before.map { Geodesy.distance($0.last.disc.centre, place).rawValue } ?? 0
                let on = after.map { Geodesy.distance($0.first.disc.centre, place).rawValue } ?? 0
                let way = max(0, there - (before?.last.disc.radius.rawValue ?? 0))
                let wayOn = max(0, on - (after?.first.disc.radius.rawValue ?? 0))
                let down = rules.reach.secondsDown(from: before?.last.altitude)
                let up = rules.reach.secondsUp(to: after?.first.altitude)
                weigh(
                    Look(
                        stop: stop,
                        airport: airport,
                        role: aircraft.role,
                        before: before,
                        after: after,
                        from: from,
                        to: to,
                        there: there,
                        on: on,
                        earliest: from + way / speed + down,
                        departure: to - wayOn / speed - up,
                        way: way + wayOn,
                        lost: down + up + stop.dwellSeconds,
                        isOnRoute: isOnRoute,
                        onwardPerHour: onwardPerHour,
                        activity: activity
                    ),
                    &sheet
                )
            }
        }
    }

    /// How much oftener than others of its role it lands, by what was heard of it; not below 1, because landings go unheard.
    private func activity(_ aircraft: HeardAircraft) -> Double {
        guard let usual = grid.landings[aircraft.role] else { return 1 }
        let hours = Double(grid.heardSlots) * rules.slotSeconds / 3_600
        let landings = aircraft.stretches.count { $0.isSinking }
        let departures = aircraft.stretches.count { $0.isRising }
        return max(1, Double(max(landings, departures)) / hours / usual)
    }

    private func weigh(_ look: Look, _ sheet: inout WeightSheet) {
        if let before = look.before, before.isSinking, before.last.isNear(Metres(look.there)) {
            note(landing: before.last, look, &sheet)
        } else if let after = look.after, after.isRising, after.first.isNear(Metres(look.on)) {
            note(departure: after.first, look, &sheet)
        } else if look.earliest <= look.latest {
            fit(look, &sheet)
        } else if !sheet.evidence.isReachable {
            keepNeed(look, &sheet.evidence)
        }
    }

    /// A landing that was heard: the density of arrivals then, over how often the role lands there.
    private func note(landing end: HeardEnd, _ look: Look, _ sheet: inout WeightSheet) {
        // From where it was last heard in the air it goes on at some 400 km/h.
        let left = end.heightMetres > 0 ? max(0, look.there - end.usualRadius.rawValue) / 110 : 0
        let time = look.from + left
        let slot = grid.slot(time)
        guard look.stop.support.contains(slot) else { return }
        var ratio = look.stop.perHour[slot] * look.share * look.worth
        // Visitors stay; who is gone within the hour did not visit.
        let stay = look.departure - time
        ratio *= stay < look.stop.dwellSeconds ? 0.1 : stay < 2 * 3_600 ? 0.5 : 1
        guard ratio > 0 else { return }
        sheet.add(ratio, at: slot)
        keep(seen: ratio, end, look, metres: look.there, isDeparture: false, &sheet.evidence)
    }

    /// A departure that was heard, its landing not: it came some time within a day before.
    private func note(departure end: HeardEnd, _ look: Look, _ sheet: inout WeightSheet) {
        let from = max(look.earliest, look.to - 86_400)
        let low = max(look.stop.support.lowerBound, grid.slot(from))
        let high = min(look.stop.support.upperBound, grid.slot(look.to - look.stop.dwellSeconds))
        guard low <= high else { return }
        // Any dwell up to a day is as good: 1/24 an hour.
        let scale = rules.slotSeconds / 3_600 * look.share / 24 * look.worth
        var sum = 0.0
        for slot in low...high {
            let weight = look.stop.perHour[slot] * scale * look.stop.unheard[look.airport][slot]
            sheet.add(weight, at: slot)
            sum += weight
        }
        keep(seen: sum, end, look, metres: look.on, isDeparture: true, &sheet.evidence)
    }

    private func keep(
        seen weight: Double,
        _ end: HeardEnd,
        _ look: Look,
        metres: Double,
        isDeparture: Bool,
        _ evidence: inout StopEvidence
    ) {
        evidence.mass += weight
        guard weight > evidence.seenMass else { return }
        evidence.seenMass = weight
        evidence.seen = StopEvidence.Seen(
            airport: look.stop.airports[look.airport].code,
            time: end.time,
            isDeparture: isDeparture,
            distance: Metres(metres),
            isPositionless: end.isPositionless,
            perHour: look.rate,
            isOnward: look.isOnward
        )
    }

    /// A stop of which nothing was heard, within a silence into which it fits.
    private func fit(_ look: Look, _ sheet: inout WeightSheet) {
        let stop = look.stop
        let low = max(stop.support.lowerBound, look.earliest < 0 ? 0 : grid.slot(look.earliest))
        let high = min(stop.support.upperBound, look.latest.isFinite ? grid.slot(look.latest) : grid.slots - 1)
        guard low <= high else { return }
        let course = course(look)
        let factor = look.isOnRoute ? 1 : course.map { courseFactor($0) } ?? 1
        // Eight hours after, a course says nothing; and who was on the way comes about when the way takes.
        let courseEnd = grid.slot(max(0, look.from) + 8 * 3_600)
        let isFlying = look.before.map { $0.last.heightMetres > 3_000 && !$0.isSinking } ?? false
        let directEnd = isFlying ? grid.slot(look.from + (look.there / 235 + 600) * 1.4 + 2_400) : Int.max
        let scale = rules.slotSeconds / 3_600 * look.share
        var (sum, past) = (0.0, 0.0)
        for slot in low...high {
            var weight = stop.perHour[slot] * scale * stop.unheard[look.airport][slot]
            if slot <= courseEnd { weight *= factor }
            if slot > directEnd { weight *= 0.35 }
            sheet.add(weight, at: slot)
            sum += weight
            if slot < grid.heardSlots { past += weight }
        }
        sheet.evidence.mass += sum
        guard sum > sheet.evidence.fitMass else { return }
        sheet.evidence.fitMass = sum
        let isAhead = past < sum * Self.pastShare && high >= grid.heardSlots
        let first = isAhead ? max(low, grid.heardSlots) : low
        sheet.evidence.fit = StopEvidence.Fit(
            airport: stop.airports[look.airport].code,
            earliest: grid.time(first),
            latest: grid.time(high),
            isAhead: isAhead,
            unheard: stop.unheard[look.airport][(first + high) / 2],
            courseOff: course.map { Degrees($0) },
            isPositionless: look.before?.last.isPositionless ?? look.after?.first.isPositionless ?? false
        )
    }

    /// Degrees between the last track and the bearing to the stop, of an aircraft on its way, 150 km off and 3 km high at least.
    private func course(_ look: Look) -> Double? {
        guard let end = look.before?.last, let track = end.track, look.there > 150_000, end.heightMetres > 3_000
        else { return nil }
        let place = look.stop.airports[look.airport].position
        let bearing = Geodesy.initialBearing(from: end.disc.centre, to: place).rawValue
        return abs(Position.wrapped(bearing - track.rawValue))
    }

    private func courseFactor(_ degrees: Double) -> Double {
        let cosine = Trigonometry.cosine(degrees * Trigonometry.radiansPerDegree)
        let density = Trigonometry.exponential(rules.courseConcentration * cosine) / Self.bessel
        return min(rules.courseBounds.upperBound, max(rules.courseBounds.lowerBound, density))
    }

    /// Of silences into which the stop does not fit, the one that asks for the least speed.
    private func keepNeed(_ look: Look, _ evidence: inout StopEvidence) {
        let seconds = look.to - look.from
        guard seconds.isFinite else { return }
        let flying = seconds - look.lost
        let speed = flying > 0 ? KilometresPerHour(look.way / flying * 3.6) : nil
        if evidence.need != nil {
            guard let speed else { return }
            if let held = evidence.need?.speed, speed >= held { return }
        }
        evidence.need = StopEvidence.Need(distance: Metres(look.way), seconds: seconds, speed: speed)
    }
}
