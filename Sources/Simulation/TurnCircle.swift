import Aero

/// The circle an aircraft flies in when it turns at a constant radius.
struct TurnCircle {
    private let axis: UnitVector
    private let toStart: UnitVector
    private let along: UnitVector
    private let sine: Double
    private let cosine: Double
    private let isRight: Bool

    /// The circle that begins at a place in a direction.
    ///
    /// - Parameter radius: metres along the surface.
    init(at point: UnitVector, tangent: UnitVector, radius: Double, right: Bool) {
        let angle = radius / Geodesy.earthRadius.rawValue
        sine = Trigonometry.sine(angle)
        cosine = Trigonometry.cosine(angle)
        let side = tangent.cross(point) * (right ? 1 : -1)
        axis = point * cosine + side * sine
        toStart = (point - axis * cosine) * (1 / sine)
        along = tangent
        isRight = right
    }

    /// How far to turn, in radians 0 ..< 2π, until the place lies straight ahead.
    func angle(toward target: UnitVector) -> Double {
        let onAxis = target.dot(axis)
        let onStart = target.dot(toStart)
        let onAlong = target.dot(along)
        let reach = max(1e-12, (onStart * onStart + onAlong * onAlong).squareRoot())
        let offset = Trigonometry.arcCosine(sine / cosine * onAxis / reach)
        let angle = Trigonometry.arcTangent(y: onAlong, x: onStart) - offset
        let turn = 2 * Double.pi
        let positive = angle < 0 ? angle + turn : angle
        // A hair before the start counts as straight on.
        return positive > turn - 1e-7 ? 0 : positive.truncatingRemainder(dividingBy: turn)
    }

    /// The place after turning by an angle.
    func point(_ angle: Double) -> UnitVector { axis * cosine + radial(angle) * sine }

    /// The arc from the start.
    func piece(angle: Double, start: Double) -> PathPiece {
        piece(from: toStart, along: along, angle: angle, start: start, right: isRight)
    }

    /// The arc flown the other way, from `angle` back to the start.
    func reversedPiece(angle: Double, start: Double) -> PathPiece {
        let direction = toStart * Trigonometry.sine(angle) - along * Trigonometry.cosine(angle)
        return piece(from: radial(angle), along: direction, angle: angle, start: start, right: !isRight)
    }

    private func radial(_ angle: Double) -> UnitVector {
        toStart * Trigonometry.cosine(angle) + along * Trigonometry.sine(angle)
    }

    private func piece(
        from radial: UnitVector,
        along: UnitVector,
        angle: Double,
        start: Double,
        right: Bool
    ) -> PathPiece {
        let radius = Geodesy.earthRadius.rawValue * sine
        return PathPiece(
            centre: axis * cosine,
            first: radial * sine,
            second: along * sine,
            start: start,
            length: angle * radius,
            turning: 1 / radius,
            curvature: (right ? 1 : -1) / radius
        )
    }
}
