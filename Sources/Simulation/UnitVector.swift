package import Aero

/// A direction from the middle of the Earth, or along its surface.
package struct UnitVector: Hashable, Sendable {
    var x: Double
    var y: Double
    var z: Double

    init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The direction of a place.
    package init(_ place: Position) {
        let latitude = place.latitude * Trigonometry.radiansPerDegree
        let longitude = place.longitude * Trigonometry.radiansPerDegree
        let width = Trigonometry.cosine(latitude)
        x = width * Trigonometry.cosine(longitude)
        y = width * Trigonometry.sine(longitude)
        z = Trigonometry.sine(latitude)
    }

    /// Latitude and longitude in degrees.
    var coordinates: (latitude: Double, longitude: Double) {
        let width = (x * x + y * y).squareRoot()
        return (
            Trigonometry.arcTangent(y: z, x: width) / Trigonometry.radiansPerDegree,
            Trigonometry.arcTangent(y: y, x: x) / Trigonometry.radiansPerDegree
        )
    }

    /// The direction along the surface at this place, for a bearing in degrees true.
    func tangent(bearing: Double) -> UnitVector {
        let width = max(1e-12, (x * x + y * y).squareRoot())
        let angle = bearing * Trigonometry.radiansPerDegree
        let east = Trigonometry.sine(angle)
        let north = Trigonometry.cosine(angle)
        return UnitVector(
            x: -y / width * east - x * z / width * north,
            y: x / width * east - y * z / width * north,
            z: width * north
        )
    }

    /// The direction along the surface towards another place; any direction when both are the same.
    func tangent(toward other: UnitVector) -> UnitVector {
        let along = other - self * dot(other)
        let length = along.dot(along).squareRoot()
        return length < 1e-12 ? tangent(bearing: 0) : along * (1 / length)
    }

    /// The bearing in degrees true, 0 ..< 360, of a direction along the surface at this place.
    func bearing(of tangent: UnitVector) -> Double {
        let east = tangent.y * x - tangent.x * y
        let degrees = Trigonometry.arcTangent(y: east, x: tangent.z) / Trigonometry.radiansPerDegree
        return degrees < 0 ? degrees + 360 : degrees
    }

    /// The angle to another place in radians.
    func angle(to other: UnitVector) -> Double {
        let across = cross(other)
        return Trigonometry.arcTangent(y: across.dot(across).squareRoot(), x: dot(other))
    }

    func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

    func cross(_ other: UnitVector) -> UnitVector {
        UnitVector(
            x: y * other.z - z * other.y,
            y: z * other.x - x * other.z,
            z: x * other.y - y * other.x
        )
    }

    static func + (left: UnitVector, right: UnitVector) -> UnitVector {
        UnitVector(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
    }

    static func - (left: UnitVector, right: UnitVector) -> UnitVector {
        UnitVector(x: left.x - right.x, y: left.y - right.y, z: left.z - right.z)
    }

    static func * (left: UnitVector, factor: Double) -> UnitVector {
        UnitVector(x: left.x * factor, y: left.y * factor, z: left.z * factor)
    }
}
