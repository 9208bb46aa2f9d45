/// A place by its distance and direction from the centre of the Earth.
///
/// - Source: WGS-84 (NGA.STND.0036), defining parameters; the World Magnetic Model's report, section 1.2.
struct GeocentricPlace {
    /// From the centre, in metres.
    let radius: Double
    /// Radians, east positive.
    let longitude: Double
    /// Cosine and sine of the angle from the north pole's direction; the sine is 0 or more.
    let cosineColatitude: Double
    let sineColatitude: Double
    /// Geocentric minus geodetic latitude, in radians; at most 0.0034.
    let tilt: Double

    private static let equatorialRadius = 6_378_137.0
    private static let flattening = 1 / 298.257_223_563

    /// - Parameter height: above the ellipsoid, more than -1,000 km.
    init(_ position: Position, height: Metres) {
        let latitude = position.latitude * Trigonometry.radiansPerDegree
        let (cosine, sine) = (Trigonometry.cosine(latitude), Trigonometry.sine(latitude))
        let eccentricity = Self.flattening * (2 - Self.flattening)
        let curvature = Self.equatorialRadius / (1 - eccentricity * sine * sine).squareRoot()
        let fromAxis = max(0, (curvature + height.rawValue) * cosine)
        let fromEquator = (curvature * (1 - eccentricity) + height.rawValue) * sine
        radius = (fromAxis * fromAxis + fromEquator * fromEquator).squareRoot()
        longitude = position.longitude * Trigonometry.radiansPerDegree
        cosineColatitude = fromEquator / radius
        sineColatitude = fromAxis / radius
        tilt = Trigonometry.arcTangent(y: fromEquator, x: fromAxis) - latitude
    }
}
