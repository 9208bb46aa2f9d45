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
    /// Ours: feet by which a path by chance may leave the heights at the ends for no reason seen there.
    private static let aside = 4_000.0
    /// Ours: feet of the usual cruising level, where the ends do not show it.
    private static let usualLevel = 36_000.0
    /// Feet a minute up to which it counts as level.
    private static let levelRate = 300.0
    /// Ours: feet a minute up and down, where the ends do not show it.
    private static let usualRate = 1_500.0

    /// The same silence gives the same paths.
    init(_ gap: Silence, limits: FlightLimits) {
        self.gap = gap
        self.limits = limits
        random = SplitMix(state: UInt64(gap.aircraft.rawValue) << 32 ^ UInt64(bitPattern: gap.last.time.nanoseconds))
    }

    /// All of them, the likeliest first.
    mutating func paths() -> [AdmissiblePath] {
        guard let next = gap.next else { return pathsAhead() }
        let likely = profile(to: next, level: likelyLevel(to: next))
        var paths = [through([], to: next, kind: .greatCircle, likely)]
        if let turn = headingKept(to: next) { paths.append(through([turn], to: next, kind: .headingKept, likely)) }
        for number in 0..<Self.randomPaths {
            let turn = randomTurn(to: next)
            let level = number % 2 == 0 ? lowerLevel(than: likely.level) : higherLevel(than: likely.level, next)
            let heights = profile(to: next, level: level, pace: random.number(0.6, 1.4))
            paths.append(through([turn], to: next, kind: .random(number), heights))
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
    private func through(
        _ turns: [Position],
        to next: SilenceEnd,
        kind: PathKind,
        _ heights: HeightProfile
    ) -> AdmissiblePath {
        let corners = [gap.last.position] + turns + [next.position]
        let lengths = zip(corners, corners.dropFirst()).map { Geodesy.distance($0, $1).rawValue }
        let whole = max(1, lengths.reduce(0, +))
        var places = [place(gap.last.position, share: 0, heights)]
        var before = 0.0
        for (index, length) in lengths.enumerated() {
            let bearing = Geodesy.initialBearing(from: corners[index], to: corners[index + 1])
            for metres in stride(from: index == 0 ? AdmissiblePath.step : 0, to: length, by: AdmissiblePath.step) {
                let place = Geodesy.destination(from: corners[index], bearing: bearing, distance: Metres(metres))
                places.append(self.place(place, share: (before + metres) / whole, heights))
            }
            before += length
        }
        places.append(place(next.position, share: 1, heights))
        return AdmissiblePath(kind: kind, places: places)
    }

    private func place(_ position: Position, share: Double, _ heights: HeightProfile) -> AdmissiblePath.Place {
        AdmissiblePath.Place(
            time: gap.last.time.advanced(bySeconds: gap.duration * share),
            position: position,
            altitude: heights.altitude(after: gap.duration * share)
        )
    }

    // MARK: - Heights

    /// Feet a minute at an end; 0 where it counts as level or is not known.
    private func rate(_ end: SilenceEnd?) -> Double {
        let rate = end?.verticalRate?.rawValue ?? 0
        return abs(rate) <= Self.levelRate ? 0 : rate
    }

    /// Where it went on as it was seen to go: up at the beginning or down at the end means that it was higher in between.
    private func likelyLevel(to next: SilenceEnd) -> Double {
        let (first, last) = (gap.last.altitude.rawValue, next.altitude.rawValue)
        let higher = max(first, last)
        switch (rate(gap.last), rate(next)) {
        case (let up, let down) where up > 0 && down < 0: return max(higher, Self.usualLevel)
        case (let up, 0) where up > 0: return last > first ? last : max(higher, Self.usualLevel)
        case (0, let down) where down < 0: return first > last ? first : max(higher, Self.usualLevel)
        case (let down, _) where down < 0: return min(first, last)
        case (0, _): return first
        default: return last
        }
    }

    private mutating func lowerLevel(than level: Double) -> Double {
        max(min(level, 1_500), level - random.number(0, Self.aside))
    }

    private mutating func higherLevel(than level: Double, _ next: SilenceEnd?) -> Double {
        let isChanging = rate(gap.last) > 0 || rate(next) < 0
        let top = isChanging ? limits.ceiling.rawValue : min(level + Self.aside, limits.ceiling.rawValue)
        return random.number(level, max(level, top))
    }

    private func profile(to next: SilenceEnd?, level: Double, pace: Double = 1) -> HeightProfile {
        let (up, down) = (rate(gap.last), rate(next))
        return HeightProfile(
            from: gap.last,
            to: next,
            seconds: gap.duration,
            level: level,
            climb: (up > 0 ? up : Self.usualRate) * pace,
            descent: (down < 0 ? -down : Self.usualRate) * pace
        )
    }

    // MARK: - Not heard again

    private mutating func pathsAhead() -> [AdmissiblePath] {
        let track = gap.last.track ?? Degrees(random.number(0, 360))
        let first = gap.last.altitude.rawValue
        let rate = rate(gap.last)
        let likely = rate > 0 ? max(first, Self.usualLevel) : rate < 0 ? 0 : first
        let steepest = HeightProfile(
            from: gap.last,
            to: nil,
            seconds: gap.duration,
            level: 0,
            climb: 0,
            descent: limits.descent.rawValue
        )
        var paths = [
            ahead(track, ahead(to: likely, descent: -rate), after: 0, kind: .headingKept),
            ahead(track, steepest, after: 0, kind: .descent),
        ]
        for number in 0..<Self.randomPaths {
            let turn = Degrees(random.number(-90, 90))
            let goesOn = number % 2 == 0
            let level = goesOn && rate >= 0 ? higherLevel(than: first, nil) : 0
            let descent = goesOn ? -rate : random.number(500, max(501, limits.descent.rawValue))
            let heights = ahead(to: level, descent: descent)
            let delay = goesOn && rate > 0 ? 0 : random.number(0, 900)
            paths.append(ahead(track + turn, heights, after: delay, kind: .random(number)))
        }
        return paths
    }

    private func ahead(to level: Double, descent: Double) -> HeightProfile {
        HeightProfile(
            from: gap.last,
            to: nil,
            seconds: gap.duration,
            level: level,
            climb: max(rate(gap.last), Self.usualRate / 3),
            descent: max(0, descent)
        )
    }

    /// Straight on, up or down from some time on, until it is on the ground or the time is over.
    private func ahead(
        _ track: Degrees,
        _ heights: HeightProfile,
        after delay: Double,
        kind: PathKind
    ) -> AdmissiblePath {
        let speed = max(50, min(limits.fastest.metresPerSecond, gap.last.groundSpeed?.metresPerSecond ?? 220))
        var places: [AdmissiblePath.Place] = []
        for seconds in stride(from: 0, through: min(gap.duration, Self.longestAhead), by: AdmissiblePath.step / speed) {
            let altitude = heights.altitude(after: max(0, seconds - delay))
            if heights.level == 0, seconds > delay, altitude.rawValue <= 0 { break }
            places.append(
                AdmissiblePath.Place(
                    time: gap.last.time.advanced(bySeconds: seconds),
                    position: Geodesy.destination(
                        from: gap.last.position,
                        bearing: track,
                        distance: Metres(speed * seconds)
                    ),
                    altitude: altitude
                )
            )
        }
        return AdmissiblePath(kind: kind, places: places)
    }
}
