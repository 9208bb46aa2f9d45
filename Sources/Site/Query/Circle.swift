import Aero

/// All places within a distance of a place.
struct Circle: Hashable, Sendable {
    let centre: Position
    /// 0 or more, finite.
    let radius: NauticalMiles

    /// - Returns: `nil` if the radius is negative or not finite.
    init?(centre: Position, radius: NauticalMiles) {
        guard radius.rawValue >= 0, radius.rawValue.isFinite else { return nil }
        self.centre = centre
        self.radius = radius
    }

    /// The smallest box that holds the circle, a little widened against rounding.
    var bounds: Box {
        let angle = radius.metres.rawValue / Geodesy.earthRadius.rawValue
        let reach = angle / Trigonometry.radiansPerDegree + 1e-6
        let south = centre.latitude - reach
        let north = centre.latitude + reach
        // Round a pole every meridian is met.
        guard south > -90, north < 90 else {
            return Box(south: max(-90, south), north: min(90, north), west: -180, east: 180) ?? .world
        }
        let sine = Trigonometry.sine(angle) / Trigonometry.cosine(centre.latitude * Trigonometry.radiansPerDegree)
        let aside = Trigonometry.arcSine(sine) / Trigonometry.radiansPerDegree + 1e-6
        let west = centre.longitude - aside
        return Box(south: south, north: north, west: west, east: centre.longitude + aside) ?? .world
    }
}
