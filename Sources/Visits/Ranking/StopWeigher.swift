import Aero
import Flights

/// Weighs one aircraft at one stop, slot by slot: what was heard there, and silences into which a stop fits.
struct StopWeigher {
    let grid: VisitGrid
    private let rules: RankingRules

    /// The modified Bessel function of order 0 at a concentration of 4.
    private static let bessel = 11.3019
    /// Of how much a landing that is heard at a distance is off: 30 km, and 20 for each km of height still to lose.
    private static let nearMetres = 30_000.0
    private static let glide = 20.0

    init(grid: VisitGrid) {
        self.grid = grid
        rules = grid.rules
    }

    /// A silence as it is weighed, in seconds of the grid; the ends are `nil` before the first and after the last time it was heard.
    private struct Silence {
        let before: HeardStretch?
        let after: HeardStretch?
        let from: Double
        let to: Double
        let speed: Double
    }

    /// - Parameters:
    ///   - weights: of all stops one after the other; those of this stop are 0 before.
    ///   - offset: where those of this stop begin.
    func weigh(
        _ aircraft: HeardAircraft,
        _ stop: VisitGrid.Stop,
        into weights: inout [Double],
        at offset: Int
    ) -> StopEvidence {
        var evidence = StopEvidence()
        let speed = rules.reach.highestSpeed(aircraft.limits).metresPerSecond
        let first = Double(stop.support.lowerBound) * rules.slotSeconds
        let last = Double(stop.support.upperBound + 1) * rules.slotSeconds
        let stretches = aircraft.stretches
        for number in 0...stretches.count {
            let before = number > 0 ? stretches[number - 1] : nil
            let after = number < stretches.count ? stretches[number] : nil
            let silence = Silence(
                before: before,
                after: after,
                from: before.map { $0.last.time.seconds(since: grid.start) } ?? -Double.infinity,
                to: after.map { $0.first.time.seconds(since: grid.start) } ?? Double.infinity,
                speed: speed
            )
            guard silence.from <= last, silence.to >= first else { continue }
            for airport in stop.airports.indices {
                weigh(silence, aircraft.role, stop, airport, &evidence, &weights, offset)
            }
        }
        return evidence
    }

    private func weigh(
        _ silence: Silence,
        _ role: AircraftRole,
        _ stop: VisitGrid.Stop,
        _ airport: Int,
        _ evidence: inout StopEvidence,
        _ weights: inout [Double],
        _ offset: Int
    ) {
        let place = stop.airports[airport].position
        let there = silence.before.map { Geodesy.distance($0.last.disc.centre, place).rawValue }
        let on = silence.after.map { Geodesy.distance($0.first.disc.centre, place).rawValue }
        let way = max(0, (there ?? 0) - (silence.before?.last.disc.radius.rawValue ?? 0))
        let wayOn = max(0, (on ?? 0) - (silence.after?.first.disc.radius.rawValue ?? 0))
        let down = rules.reach.secondsDown(from: silence.before?.last.altitude)
        let up = rules.reach.secondsUp(to: silence.after?.first.altitude)
        let earliest = silence.from + way / silence.speed + down
        let departure = silence.to - wayOn / silence.speed - up
        let landed = silence.before.map { $0.isSinking && isNear($0.last, there ?? 0) } ?? false
        if landed, let before = silence.before {
            note(landing: before.last, there ?? 0, departure, role, stop, airport, &evidence, &weights, offset)
            return
        }
        if let after = silence.after, after.isRising, isNear(after.first, on ?? 0) {
            note(departure: after.first, on ?? 0, earliest, role, stop, airport, &evidence, &weights, offset)
            return
        }
        let latest = departure - stop.dwellSeconds
        guard earliest <= latest else {
            if evidence.need == nil || !evidence.isReachable {
                keepNeed(&evidence, silence, way + wayOn, down + up + stop.dwellSeconds)
            }
            return
        }
        fit(silence, there, earliest, latest, stop, airport, &evidence, &weights, offset)
    }

    private func isNear(_ end: HeardEnd, _ metres: Double) -> Bool {
        metres <= Self.nearMetres + end.usualRadius.rawValue + Self.glide * end.heightMetres
    }

    /// A landing that was heard: the density of arrivals then, over how often the role lands there.
    private func note(
        landing end: HeardEnd,
        _ metres: Double,
        _ departure: Double,
        _ role: AircraftRole,
        _ stop: VisitGrid.Stop,
        _ airport: Int,
        _ evidence: inout StopEvidence,
        _ weights: inout [Double],
        _ offset: Int
    ) {
        // From where it was last heard in the air it goes on at some 400 km/h.
        let left = end.heightMetres > 0 ? max(0, metres - end.usualRadius.rawValue) / 110 : 0
        let time = end.time.seconds(since: grid.start) + left
        let slot = grid.slot(time)
        guard stop.support.contains(slot) else { return }
        let rate = stop.rates[airport][role] ?? 1
        var ratio = stop.perHour[slot] * stop.airports[airport].weight / rate
        // Visitors stay; who is gone within the hour did not visit.
        if departure - time < stop.dwellSeconds { ratio *= 0.1 } else if departure - time < 2 * 3_600 { ratio *= 0.5 }
        guard ratio > 0 else { return }
        weights[offset + slot] += ratio
        evidence.mass += ratio
        guard ratio > evidence.seenMass else { return }
        evidence.seenMass = ratio
        evidence.seen = StopEvidence.Seen(
            airport: stop.airports[airport].code,
            time: end.time,
            isDeparture: false,
            distance: Metres(metres),
            isPositionless: end.isPositionless,
            perHour: rate
        )
    }

    /// A departure that was heard, its landing not: it came some time within a day before.
    private func note(
        departure end: HeardEnd,
        _ metres: Double,
        _ earliest: Double,
        _ role: AircraftRole,
        _ stop: VisitGrid.Stop,
        _ airport: Int,
        _ evidence: inout StopEvidence,
        _ weights: inout [Double],
        _ offset: Int
    ) {
        let time = end.time.seconds(since: grid.start)
        let from = max(earliest, time - 86_400)
        let to = time - stop.dwellSeconds
        let low = max(stop.support.lowerBound, grid.slot(max(from, -1e9)))
        let high = min(stop.support.upperBound, grid.slot(to))
        guard low <= high else { return }
        let rate = stop.rates[airport][role] ?? 1
        // Any dwell up to a day is as good: 1/24 an hour.
        let scale = rules.slotSeconds / 3_600 * stop.airports[airport].weight / 24 / rate
        var sum = 0.0
        for slot in low...high {
            let weight = stop.perHour[slot] * scale * stop.unheard[airport][slot]
            weights[offset + slot] += weight
            sum += weight
        }
        evidence.mass += sum
        guard sum > evidence.seenMass else { return }
        evidence.seenMass = sum
        evidence.seen = StopEvidence.Seen(
            airport: stop.airports[airport].code,
            time: end.time,
            isDeparture: true,
            distance: Metres(metres),
            isPositionless: end.isPositionless,
            perHour: rate
        )
    }

    /// A stop of which nothing was heard, within a silence into which it fits.
    private func fit(
        _ silence: Silence,
        _ there: Double?,
        _ earliest: Double,
        _ latest: Double,
        _ stop: VisitGrid.Stop,
        _ airport: Int,
        _ evidence: inout StopEvidence,
        _ weights: inout [Double],
        _ offset: Int
    ) {
        let low = max(stop.support.lowerBound, earliest < 0 ? 0 : grid.slot(earliest))
        let high = min(stop.support.upperBound, latest.isFinite ? grid.slot(latest) : grid.slots - 1)
        guard low <= high else { return }
        let course = course(silence.before, there, stop.airports[airport].position)
        let factor = course.map { courseFactor($0) } ?? 1
        // Eight hours after, a course says nothing; and who was on the way comes about when the way takes.
        let courseEnd = grid.slot(max(0, silence.from) + 8 * 3_600)
        let isFlying = (silence.before?.last.heightMetres ?? 0) > 3_000 && !(silence.before?.isSinking ?? true)
        let direct = silence.from + (there ?? 0) / 235 + 600
        let directEnd = isFlying ? grid.slot(silence.from + (direct - silence.from) * 1.4 + 2_400) : Int.max
        let scale = rules.slotSeconds / 3_600 * stop.airports[airport].weight
        var sum = 0.0
        for slot in low...high {
            var weight = stop.perHour[slot] * scale * stop.unheard[airport][slot]
            if slot <= courseEnd { weight *= factor }
            if slot > directEnd { weight *= 0.35 }
            weights[offset + slot] += weight
            sum += weight
        }
        evidence.mass += sum
        guard sum > evidence.fitMass else { return }
        evidence.fitMass = sum
        evidence.fit = StopEvidence.Fit(
            airport: stop.airports[airport].code,
            earliest: grid.time(low),
            latest: grid.time(high),
            unheard: stop.unheard[airport][(low + high) / 2],
            courseOff: course.map { Degrees($0) },
            isPositionless: silence.before?.last.isPositionless ?? silence.after?.first.isPositionless ?? false
        )
    }

    /// Degrees between the last track and the bearing to the stop, of an aircraft on its way, 150 km off and 3 km high at least.
    private func course(_ before: HeardStretch?, _ metres: Double?, _ place: Position) -> Double? {
        guard let end = before?.last, let track = end.track, let metres, metres > 150_000, end.heightMetres > 3_000
        else { return nil }
        let bearing = Geodesy.initialBearing(from: end.disc.centre, to: place).rawValue
        return abs(Position.wrapped(bearing - track.rawValue))
    }

    private func courseFactor(_ degrees: Double) -> Double {
        let cosine = Trigonometry.cosine(degrees * Trigonometry.radiansPerDegree)
        let density = Trigonometry.exponential(rules.courseConcentration * cosine) / Self.bessel
        return min(rules.courseBounds.upperBound, max(rules.courseBounds.lowerBound, density))
    }

    /// Of silences into which the stop does not fit, the one that asks for the least speed.
    private func keepNeed(_ evidence: inout StopEvidence, _ silence: Silence, _ metres: Double, _ lost: Double) {
        let seconds = silence.to - silence.from
        guard seconds.isFinite else { return }
        let flying = seconds - lost
        let speed = flying > 0 ? KilometresPerHour(metres / flying * 3.6) : nil
        if let held = evidence.need?.speed, (speed ?? held) >= held { return }
        evidence.need = StopEvidence.Need(distance: Metres(metres), seconds: seconds, speed: speed)
    }
}
