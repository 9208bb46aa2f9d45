import Aero

/// A vector of length 1 from the middle of the Earth, or along its surface.
struct SphereVector {
    let x: Double
    let y: Double
    let z: Double

    private init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    init(_ place: Position) {
        let latitude = place.latitude * Trigonometry.radiansPerDegree
        let longitude = place.longitude * Trigonometry.radiansPerDegree
        let ring = Trigonometry.cosine(latitude)
        x = ring * Trigonometry.cosine(longitude)
        y = ring * Trigonometry.sine(longitude)
        z = Trigonometry.sine(latitude)
    }

    /// Where a course at a place points.
    init(at place: Position, track: Double) {
        let latitude = place.latitude * Trigonometry.radiansPerDegree
        let longitude = place.longitude * Trigonometry.radiansPerDegree
        let course = track * Trigonometry.radiansPerDegree
        let (north, east) = (Trigonometry.cosine(course), Trigonometry.sine(course))
        let (sine, cosine) = (Trigonometry.sine(longitude), Trigonometry.cosine(longitude))
        x = -north * Trigonometry.sine(latitude) * cosine - east * sine
        y = -north * Trigonometry.sine(latitude) * sine + east * cosine
        z = north * Trigonometry.cosine(latitude)
    }

    func dot(_ other: SphereVector) -> Double { x * other.x + y * other.y + z * other.z }

    /// The direction in the middle between the two, or the first where they are opposite.
    func middle(with other: SphereVector) -> SphereVector {
        let (a, b, c) = (x + other.x, y + other.y, z + other.z)
        let length = (a * a + b * b + c * c).squareRoot()
        return length > 1e-6 ? SphereVector(x: a / length, y: b / length, z: c / length) : self
    }

    /// The angle between the two, radians.
    func angle(to other: SphereVector) -> Double {
        let (a, b, c) = (x - other.x, y - other.y, z - other.z)
        return 2 * Trigonometry.arcSine((a * a + b * b + c * c).squareRoot() / 2)
    }
}
