import Aero

extension ArrivalEstimator.Flight {
    /// How long it is to a field.
    func remaining(to field: Field, metres: Double) -> RemainingTime? {
        let rules = estimator.rules
        let way = ApproachWay(
            to: field,
            from: situation.position,
            distance: metres,
            track: situation.track?.rawValue,
            height: situation.altitude.map { $0.rawValue - field.elevation },
            isFast: outlook.isFast
        )
        let turn = turn(to: field, metres: metres)
        let detour = turn * min(metres, 40_000)
        let height = (situation.altitude?.rawValue ?? min(30_000, metres / 8)) - field.elevation
        let near = seconds(way: way.shortest * rules.winding + detour, height: height)
        let far = seconds(way: way.other * rules.winding + detour, height: height)
        let other = way.isOnFinal ? 0.015 : metres < 80_000 ? 0.15 : 0.25
        let rest = rest(field, seconds: near, turn: turn, isOnFinal: way.isOnFinal)
        return RemainingTime(
            first: spread(around: near, weight: 1 - other, isOnFinal: way.isOnFinal),
            second: spread(around: far, weight: other, isOnFinal: false),
            rest: (rest.weight, near, rest.mean),
            fastest: fastest(metres: metres, elevation: field.elevation),
            longest: longest
        )
    }

    private func seconds(way: Double, height: Double) -> Double {
        let (speed, lost) = outlook.ahead(way: way)
        return DescentProfile(level: speed, usual: outlook.usual).seconds(way: way, height: height) + lost
    }

    /// How far its course is from the way to a field: 0 for straight to it, 1 for away from it.
    private func turn(to field: Field, metres: Double) -> Double {
        guard let track = situation.track, metres > 10_000 else { return 0 }
        let bearing = Geodesy.initialBearing(from: situation.position, to: field.position)
        return (1 - Trigonometry.cosine((bearing - track).rawValue * Trigonometry.radiansPerDegree)) / 2
    }

    private func spread(around middle: Double, weight: Double, isOnFinal: Bool) -> RemainingTime.Way {
        let rules = estimator.rules
        var doubt = 1.0
        if situation.trend == .climbing { doubt += 0.8 }
        if situation.groundSpeed == nil { doubt += 1.5 }
        if situation.altitude == nil { doubt += 0.5 }
        if !outlook.isFast { doubt += 0.8 }
        let floor = isOnFinal ? 0.35 : outlook.isFast ? 1.0 : 1.5
        func size(_ least: Double, _ rate: Double) -> Double {
            let (fixed, grown) = (least * floor, rate * doubt * middle)
            return max(1, (fixed * fixed + grown * grown).squareRoot())
        }
        return RemainingTime.Way(
            weight: weight,
            middle: middle,
            early: size(rules.earlyFloorSeconds, rules.earlyRate),
            late: size(rules.lateFloorSeconds, rules.lateRate)
        )
    }

    /// What lands much later than the way takes: holdings, work in the air, rounds about the field it came from.
    private func rest(
        _ field: Field,
        seconds: Double,
        turn: Double,
        isOnFinal: Bool
    ) -> (weight: Double, mean: Double) {
        if isOnFinal { return (0.02, 900) }
        let isHome = situation.takeoff.map { field.distance(to: $0.place) < 8_000 } ?? false
        let weight = 0.04 + 0.4 * turn + (outlook.isFast ? 0 : 0.1) + (isHome && !outlook.isFast ? 0.4 : 0)
        return (min(0.85, weight), 600 + 0.25 * seconds + 3_000 * turn + (outlook.isFast ? 0 : 600))
    }
}
