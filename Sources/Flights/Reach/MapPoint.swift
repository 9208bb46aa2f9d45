/// A point of a flat map whose longitudes go on beyond ±180°.
public struct MapPoint: Hashable, Sendable {
    /// Degrees north, -90 … 90.
    public let latitude: Double
    /// Degrees east, any number.
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
