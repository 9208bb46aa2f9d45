import Aero

/// Thinks up ways through a silence, inside what the type can fly: no longer than its greatest speed times the time there was.
struct PathMaker {
    let gap: Silence
    let limits: FlightLimits
    private var random: SplitMix

    /// Ways by chance besides the thought-out ones.
    static let randomPaths = 8
    /// Seconds looked at of a silence that has not ended: beyond, an aircraft can be anywhere.
    static let longestAhead = 3_600.0
    /// Ours: feet by which a path by chance may dip below the straight line between both heights.
    private static let deepestDip = 4_000.0

    /// The same silence gives the same paths.
    init(_ gap: Silence, limits: FlightLimits) {
        self.gap = gap
        self.limits = limits
        random = SplitMix(state: UInt64(gap.aircraft.rawValue) << 32 ^ UInt64(bitPattern: gap.last.time.nanoseconds))
    }

    /// All of them, the likeliest first.
    mutating func paths() -> [AdmissiblePath] {
        guard let next = gap.next else { return pathsAhead() }
        var paths = [through([], to: next, kind: .greatCircle)]
        if let turn = headingKept(to: next) { paths.append(through([turn], to: next, kind: .headingKept)) }
        for number in 0..<Self.randomPaths {
            let turn = randomTurn(to: next)
            let dip = random.number(0, Self.deepestDip)
            paths.append(through([turn], to: next, kind: .random(number), dip: dip))
        }
        return paths
    }

    // MARK: - Heard again

    private var reach: Double { limits.fastest.metresPerSecond * gap.duration }

    /// Where it turned if it kept its heading and its speed, and came straight from there.
    private func headingKept(to next: SilenceEnd) -> Position? {
        guard let track = gap.last.track else { return nil }
        let direct = Geodesy.distance(gap.last.position, next.position).rawValue
        let flown = (gap.last.groundSpeed?.metresPerSecond).map { $0 * gap.duration } ?? direct * 1.1
        let wanted = min(reach, max(direct, flown))
        return farthest(wanted, to: next) {
            Geodesy.destination(from: gap.last.position, bearing: track, distance: Metres($0))
        }
    }

    private mutating func randomTurn(to next: SilenceEnd) -> Position {
        let share = random.number(0.1, 0.9)
        let middle = Geodesy.intermediate(from: gap.last.position, to: next.position, fraction: share)
        let along = Geodesy.initialBearing(from: middle, to: next.position)
        let aside = along + (random.unit() < 0.5 ? 90 : -90)
        let part = random.unit()
        let edge = farthest(reach, to: next) { Geodesy.destination(from: middle, bearing: aside, distance: Metres($0)) }
        let distance = Geodesy.distance(middle, edge).rawValue * part
        return Geodesy.destination(from: middle, bearing: aside, distance: Metres(distance))
    }

    /// The farthest place on a ray by which the whole way is not longer than so many metres.
    private func farthest(_ metres: Double, to next: SilenceEnd, on ray: (Double) -> Position) -> Position {
        var (low, high) = (0.0, metres)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            let turn = ray(middle)
            let way = Geodesy.distance(gap.last.position, turn) + Geodesy.distance(turn, next.position)
            if way.rawValue <= metres { low = middle } else { high = middle }
        }
        return ray(low)
    }

    /// At an even pace along great circles by way of some places.
    private func through(_ turns: [Position], to next: SilenceEnd, kind: PathKind, dip: Double = 0) -> AdmissiblePath {
        let corners = [gap.last.position] + turns + [next.position]
        let lengths = zip(corners, corners.dropFirst()).map { Geodesy.distance($0, $1).rawValue }
        let whole = max(1, lengths.reduce(0, +))
        var places = [place(gap.last.position, share: 0, to: next, dip: dip)]
        var before = 0.0
        for (index, length) in lengths.enumerated() {
            let bearing = Geodesy.initialBearing(from: corners[index], to: corners[index + 1])
            for metres in stride(from: index == 0 ? AdmissiblePath.step : 0, to: length, by: AdmissiblePath.step) {
                let share = (before + metres) / whole
                let place = Geodesy.destination(from: corners[index], bearing: bearing, distance: Metres(metres))
                places.append(self.place(place, share: share, to: next, dip: dip))
            }
            before += length
        }
        places.append(place(next.position, share: 1, to: next, dip: dip))
        return AdmissiblePath(kind: kind, places: places)
    }

    private func place(_ position: Position, share: Double, to next: SilenceEnd, dip: Double) -> AdmissiblePath.Place {
        let straight = gap.last.altitude + (next.altitude - gap.last.altitude) * share
        let floor = min(straight.rawValue, 1_500)
        // Full in the middle half.
        let depth = dip * min(1, 4 * min(share, 1 - share))
        return AdmissiblePath.Place(
            time: gap.last.time.advanced(bySeconds: gap.duration * share),
            position: position,
            altitude: Feet(max(floor, straight.rawValue - depth))
        )
    }

    // MARK: - Not heard again

    private mutating func pathsAhead() -> [AdmissiblePath] {
        let track = gap.last.track ?? Degrees(random.number(0, 360))
        let rate = min(0, gap.last.verticalRate?.rawValue ?? 0)
        // Below 300 ft/min it counts as level.
        let ownDescent = rate < -300 ? -rate : 0
        var paths = [
            ahead(track, descent: ownDescent, after: 0, kind: .headingKept),
            ahead(track, descent: limits.descent.rawValue, after: 0, kind: .descent),
        ]
        for number in 0..<Self.randomPaths {
            let turn = Degrees(random.number(-90, 90))
            let descent = number % 2 == 0 ? ownDescent : random.number(500, max(501, limits.descent.rawValue))
            paths.append(ahead(track + turn, descent: descent, after: random.number(0, 900), kind: .random(number)))
        }
        return paths
    }

    /// Straight on, down from some time on, until it is on the ground or the time is over.
    private func ahead(_ track: Degrees, descent: Double, after delay: Double, kind: PathKind) -> AdmissiblePath {
        let speed = max(50, min(limits.fastest.metresPerSecond, gap.last.groundSpeed?.metresPerSecond ?? 220))
        var places: [AdmissiblePath.Place] = []
        for seconds in stride(from: 0, through: min(gap.duration, Self.longestAhead), by: AdmissiblePath.step / speed) {
            let altitude = gap.last.altitude.rawValue - descent / 60 * max(0, seconds - delay)
            if descent > 0, altitude <= 0 { break }
            places.append(
                AdmissiblePath.Place(
                    time: gap.last.time.advanced(bySeconds: seconds),
                    position: Geodesy.destination(
                        from: gap.last.position,
                        bearing: track,
                        distance: Metres(speed * seconds)
                    ),
                    altitude: Feet(altitude)
                )
            )
        }
        return AdmissiblePath(kind: kind, places: places)
    }
}
