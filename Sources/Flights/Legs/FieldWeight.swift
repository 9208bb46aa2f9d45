import Aero

/// How much speaks for an airport as the one that was used. All numbers are ours.
enum FieldWeight {
    /// For a point on the line of a runway.
    static let onLine = 6.0

    /// By size, and by whether its longest runway is long enough.
    ///
    /// - Parameter isFast: seen at the speed of a jet, which uses small fields less.
    static func base(_ size: AirportSize, _ longest: Metres?, _ limits: AirframeLimits, isFast: Bool) -> Double {
        let usual =
            switch size {
            case .large: 1.0
            case .medium: isFast ? 0.3 : 0.6
            case .unclassified: isFast ? 0.1 : 0.3
            case .small: isFast ? 0.03 : 0.15
            case .heliport, .seaplaneBase, .disputed: 0.03
            }
        guard let longest else { return usual * 0.3 }
        return longest >= limits.runwayMinimum ? usual : usual * 0.1
    }

    /// How well a way to a field, or from it, fits a height: 3 degrees are 5.8 km for 1,000 ft. Farther is less likely, and nearer from a great height.
    static func nearness(metres: Double, height: Double) -> Double {
        let expected = max(3_000, height / 1_000 * 5_800)
        let far = Trigonometry.exponential(-max(0, metres - 0.3 * expected) / expected)
        guard height > 10_000 else { return far }
        // From a cruise nobody comes down on the spot.
        let near = min(1, (metres + 0.1 * expected) / (0.6 * expected))
        return far * near
    }

    /// For lying ahead of somebody who lands, or behind somebody who left.
    static func ahead(_ point: FlightPoint, _ field: Field, isLanding: Bool) -> Double {
        guard let track = point.track, let place = point.position, field.distance(to: place) > 4_000 else { return 1 }
        let bearing = Geodesy.initialBearing(from: place, to: field.position).rawValue
        let off = abs(Position.wrapped(bearing - (isLanding ? track : track + 180)))
        return off < 60 ? 1 : off < 120 ? 0.5 : 0.25
    }
}
