/// Distances, bearings and points on a sphere of the Earth's mean radius.
///
/// WGS-84 differs by up to 0.4 % in distance, which is far below what a flight path varies by.
public enum Geodesy {
    /// Mean radius of the Earth in metres (IUGG, R1).
    public static let earthRadius: Metres = 6_371_008.8

    /// Length of the great circle between two places.
    public static func distance(_ start: Position, _ end: Position) -> Metres {
        let latitude1 = start.latitude * Trigonometry.radiansPerDegree
        let latitude2 = end.latitude * Trigonometry.radiansPerDegree
        let halfLatitude = (latitude2 - latitude1) / 2
        let halfLongitude = Position.wrapped(end.longitude - start.longitude) * Trigonometry.radiansPerDegree / 2
        let sineLatitude = Trigonometry.sine(halfLatitude)
        let sineLongitude = Trigonometry.sine(halfLongitude)
        let haversine =
            sineLatitude * sineLatitude
            + Trigonometry.cosine(latitude1) * Trigonometry.cosine(latitude2) * sineLongitude * sineLongitude
        return Metres(2 * earthRadius.rawValue * Trigonometry.arcSine(haversine.squareRoot()))
    }

    /// Direction in which the great circle from `start` to `end` begins, in degrees true, 0 ..< 360.
    ///
    /// Two equal places, and a start at a pole, give 0 or the direction along the meridian of `end`.
    public static func initialBearing(from start: Position, to end: Position) -> Degrees {
        let latitude1 = start.latitude * Trigonometry.radiansPerDegree
        let latitude2 = end.latitude * Trigonometry.radiansPerDegree
        let longitude = Position.wrapped(end.longitude - start.longitude) * Trigonometry.radiansPerDegree
        let y = Trigonometry.sine(longitude) * Trigonometry.cosine(latitude2)
        let x =
            Trigonometry.cosine(latitude1) * Trigonometry.sine(latitude2)
            - Trigonometry.sine(latitude1) * Trigonometry.cosine(latitude2) * Trigonometry.cosine(longitude)
        return Degrees(Trigonometry.arcTangent(y: y, x: x) / Trigonometry.radiansPerDegree).asDirection
    }

    /// The place reached from `start` along a great circle.
    ///
    /// - Parameters:
    ///   - start: where the path begins.
    ///   - bearing: its first direction, degrees true.
    ///   - distance: its length; negative goes backwards.
    public static func destination(from start: Position, bearing: Degrees, distance: Metres) -> Position {
        let angle = distance.rawValue / earthRadius.rawValue
        let course = bearing.rawValue * Trigonometry.radiansPerDegree
        let latitude1 = start.latitude * Trigonometry.radiansPerDegree
        let sineLatitude =
            Trigonometry.sine(latitude1) * Trigonometry.cosine(angle)
            + Trigonometry.cosine(latitude1) * Trigonometry.sine(angle) * Trigonometry.cosine(course)
        let latitude2 = Trigonometry.arcSine(sineLatitude)
        let y = Trigonometry.sine(course) * Trigonometry.sine(angle) * Trigonometry.cosine(latitude1)
        let x = Trigonometry.cosine(angle) - Trigonometry.sine(latitude1) * sineLatitude
        let longitude = start.longitude + Trigonometry.arcTangent(y: y, x: x) / Trigonometry.radiansPerDegree
        let latitude = min(90, max(-90, latitude2 / Trigonometry.radiansPerDegree))
        return Position(latitude: latitude, longitude: longitude) ?? start
    }

    /// The place that lies a share of the way along the great circle between two places.
    ///
    /// - Parameter fraction: 0 at `start`, 1 at `end`; values outside continue the path.
    public static func intermediate(from start: Position, to end: Position, fraction: Double) -> Position {
        destination(
            from: start,
            bearing: initialBearing(from: start, to: end),
            distance: distance(start, end) * fraction
        )
    }
}
