import Aero

/// Lays out a path piece by piece; each begins where and in the direction in which the one before ended.
struct PathBuilder {
    private(set) var pieces: [PathPiece] = []
    /// Where the path ends so far.
    private(set) var point: UnitVector
    /// In which direction it ends.
    private(set) var tangent: UnitVector
    /// Metres so far.
    private(set) var length = 0.0

    private static let radius = Geodesy.earthRadius.rawValue

    init(from point: UnitVector, tangent: UnitVector) {
        self.point = point
        self.tangent = tangent
    }

    /// Straight on.
    mutating func straight(_ metres: Double) {
        guard metres > 0 else { return }
        append(
            PathPiece(
                centre: UnitVector(x: 0, y: 0, z: 0),
                first: point,
                second: tangent,
                start: length,
                length: metres,
                turning: 1 / Self.radius,
                curvature: 0
            )
        )
    }

    /// Along the great circle to a place, whatever the direction so far.
    mutating func direct(to target: UnitVector) {
        let angle = point.angle(to: target)
        guard angle > 1e-9 else { return }
        tangent = point.tangent(toward: target)
        straight(angle * Self.radius)
    }

    /// A turn of a known angle in degrees; more than 360 circles.
    mutating func turn(degrees: Double, radius: Double, right: Bool) {
        let circle = TurnCircle(at: point, tangent: tangent, radius: radius, right: right)
        append(circle.piece(angle: degrees * Trigonometry.radiansPerDegree, start: length))
    }

    /// The shorter turn after which the great circle straight on passes through a place.
    mutating func turn(toward target: UnitVector, radius: Double) {
        let right = TurnCircle(at: point, tangent: tangent, radius: radius, right: true)
        let left = TurnCircle(at: point, tangent: tangent, radius: radius, right: false)
        let rightAngle = right.angle(toward: target)
        let leftAngle = left.angle(toward: target)
        let (circle, angle) = rightAngle <= leftAngle ? (right, rightAngle) : (left, leftAngle)
        guard angle > 1e-7 else { return }
        append(circle.piece(angle: angle, start: length))
    }

    /// A turn, the great circle and another turn that ends at `final` in the direction `finalTangent`.
    mutating func join(_ final: UnitVector, _ finalTangent: UnitVector, radius: Double, finalRadius: Double) {
        let arrivals = [true, false].map {
            TurnCircle(at: final, tangent: finalTangent * -1, radius: finalRadius, right: $0)
        }
        var chosen = (circle: arrivals[0], angle: 0.0)
        var entry = final
        // The two tangent points depend on each other; each round makes the error smaller by radius over distance.
        for _ in 0..<6 {
            var trial = self
            trial.turn(toward: entry, radius: radius)
            let angles = arrivals.map { $0.angle(toward: trial.point) }
            chosen = angles[0] <= angles[1] ? (arrivals[0], angles[0]) : (arrivals[1], angles[1])
            entry = chosen.circle.point(chosen.angle)
        }
        turn(toward: entry, radius: radius)
        direct(to: entry)
        append(chosen.circle.reversedPiece(angle: chosen.angle, start: length))
    }

    private mutating func append(_ piece: PathPiece) {
        guard piece.length > 0.01 else { return }
        pieces.append(piece)
        length += piece.length
        (point, tangent) = piece.evaluate(length)
        point = point * (1 / point.dot(point).squareRoot())
    }
}
