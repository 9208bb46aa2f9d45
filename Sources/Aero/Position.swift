/// A place on the WGS-84 globe.
public struct Position: Hashable, Sendable {
    /// Degrees north, -90 … 90.
    public let latitude: Double
    /// Degrees east, -180 ..< 180.
    public let longitude: Double

    /// A place by its coordinates in degrees; the longitude is brought into -180 ..< 180.
    ///
    /// - Returns: `nil` if a coordinate is not finite or the latitude lies beyond a pole.
    public init?(latitude: Double, longitude: Double) {
        guard latitude.isFinite, longitude.isFinite, (-90...90).contains(latitude) else { return nil }
        self.latitude = latitude
        self.longitude = Position.wrapped(longitude)
    }

    /// Where the equator crosses the meridian of Greenwich.
    public static let origin = Position()

    private init() {
        latitude = 0
        longitude = 0
    }

    /// A longitude or a difference of longitudes, in degrees, brought into -180 ..< 180.
    public static func wrapped(_ longitude: Double) -> Double {
        if (-180..<180).contains(longitude) { return longitude }
        let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
        return (turned < 0 ? turned + 360 : turned) - 180
    }
}
