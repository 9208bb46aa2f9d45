/// A place on an edition's chart of degrees.
public struct ChartPoint: Hashable, Sendable {
    /// Degrees east; around the 180th meridian the chart goes on, eastward beyond 180, westward below -180.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double

    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
