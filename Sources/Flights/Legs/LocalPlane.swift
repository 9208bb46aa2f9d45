import Aero

/// The neighbourhood of a place, flat: metres east and north of it. Good to a part in a thousand within 30 km.
struct LocalPlane: Sendable {
    let origin: Position
    private let width: Double

    static let metresPerDegree = Geodesy.earthRadius.rawValue * Trigonometry.radiansPerDegree

    init(_ origin: Position) {
        self.origin = origin
        width = Trigonometry.cosine(origin.latitude * Trigonometry.radiansPerDegree) * Self.metresPerDegree
    }

    func point(_ place: Position) -> (east: Double, north: Double) {
        (
            Position.wrapped(place.longitude - origin.longitude) * width,
            (place.latitude - origin.latitude) * Self.metresPerDegree
        )
    }
}
