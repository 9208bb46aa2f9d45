import Aero

/// A piece of a path over ground: a great circle or an arc of a small circle, both of which are
/// `centre + first cos θ + second sin θ` with θ growing evenly along the way.
struct PathPiece: Sendable {
    let centre: UnitVector
    let first: UnitVector
    let second: UnitVector
    /// Where it begins, in metres from the start of the path.
    let start: Double
    /// Metres.
    let length: Double
    /// Radians a metre.
    let turning: Double
    /// One over the radius of the turn in metres, right positive; 0 on a great circle.
    let curvature: Double

    /// The place, and the direction along the surface, at a distance from the path's start.
    func evaluate(_ distance: Double) -> (point: UnitVector, tangent: UnitVector) {
        let angle = (distance - start) * turning
        let sine = Trigonometry.sine(angle)
        let cosine = Trigonometry.cosine(angle)
        let point = centre + first * cosine + second * sine
        let raw = second * cosine - first * sine
        // On a small circle the radius vectors are shorter than one.
        let scale = 1 / raw.dot(raw).squareRoot()
        return (point, raw * scale)
    }
}
