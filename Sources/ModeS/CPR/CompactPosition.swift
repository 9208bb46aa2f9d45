public import Aero

/// From compact position reports back to a place on the globe.
///
/// Which halves may be paired, and whether a result is believed, depends on time and memory and is not decided here.
/// - Source: RTCA DO-260B, A.1.7.5 to A.1.7.8.
public enum CompactPosition {
    /// Which of the two encodings it is: their cells differ in size.
    public enum Kind: Hashable, Sendable {
        case airborne
        case surface

        /// The circle that the zones divide, in degrees.
        var circle: Double { self == .airborne ? 360 : 90 }
        /// How far off a reference may be for `position(of:near:kind:)` to be right.
        public var localReach: NauticalMiles { self == .airborne ? 180 : 45 }
    }

    /// The place two halves give together, in the air.
    ///
    /// - Parameters:
    ///   - even: the even half.
    ///   - odd: the odd half.
    ///   - isOddNewer: whose place it is.
    /// - Returns: `nil` if the halves straddle a zone edge or give a latitude beyond a pole.
    public static func airborne(even: CPRFrame, odd: CPRFrame, isOddNewer: Bool) -> Position? {
        guard let (evenLatitude, oddLatitude) = latitudes(even: even, odd: odd, circle: 360) else { return nil }
        return position(even, odd, isOddNewer, signed(evenLatitude), signed(oddLatitude), circle: 360)
    }

    /// The places, up to eight, that two halves may give on the ground: one each quarter turn, in both hemispheres.
    public static func surfaceCandidates(even: CPRFrame, odd: CPRFrame, isOddNewer: Bool) -> [Position] {
        guard let latitudes = latitudes(even: even, odd: odd, circle: 90) else { return [] }
        return [0.0, -90.0].flatMap { quarterTurns(even, odd, isOddNewer, latitudes, shift: $0) }
    }

    /// The place two halves give together on the ground: the candidate nearest to a reference.
    ///
    /// - Returns: `nil` also if the halves straddle a zone edge in the reference's hemisphere, even where they would not in the other.
    public static func surface(even: CPRFrame, odd: CPRFrame, isOddNewer: Bool, near reference: Position) -> Position? {
        guard let latitudes = latitudes(even: even, odd: odd, circle: 90) else { return nil }
        let latitude = isOddNewer ? latitudes.odd : latitudes.even
        let isNorthern = (latitude - reference.latitude).magnitude <= (latitude - 90 - reference.latitude).magnitude
        return quarterTurns(even, odd, isOddNewer, latitudes, shift: isNorthern ? 0 : -90)
            .min { Geodesy.distance($0, reference) < Geodesy.distance($1, reference) }
    }

    private static func quarterTurns(
        _ even: CPRFrame,
        _ odd: CPRFrame,
        _ isOddNewer: Bool,
        _ latitudes: (even: Double, odd: Double),
        shift: Double
    ) -> [Position] {
        let first = position(even, odd, isOddNewer, latitudes.even + shift, latitudes.odd + shift, circle: 90)
        guard let first else { return [] }
        return (0..<4).compactMap {
            Position(latitude: first.latitude, longitude: first.longitude + 90 * Double($0))
        }
    }

    /// The place one half gives in the cell around a reference; right if the reference is within `Kind.localReach` of it.
    public static func position(of half: CPRFrame, near reference: Position, kind: Kind) -> Position? {
        let odd = half.isOdd ? 1 : 0
        let latitudeStep = kind.circle / Double(60 - odd)
        let y = Double(half.latitude) / 131072
        let latitude = nearest(to: reference.latitude, step: latitudeStep, fraction: y)
        guard (-90...90).contains(latitude) else { return nil }
        let longitudeStep = kind.circle / Double(max(1, LongitudeZones.count(atLatitude: latitude) - odd))
        let x = Double(half.longitude) / 131072
        let longitude = nearest(to: reference.longitude, step: longitudeStep, fraction: x)
        return Position(latitude: latitude, longitude: longitude)
    }

    /// The value `(n + fraction) · step` nearest to a reference, for whole n.
    private static func nearest(to reference: Double, step: Double, fraction: Double) -> Double {
        let zone = (reference / step - fraction + 0.5).rounded(.down)
        return step * (zone + fraction)
    }

    private static func latitudes(even: CPRFrame, odd: CPRFrame, circle: Double) -> (even: Double, odd: Double)? {
        let j = ((59 * Double(even.latitude) - 60 * Double(odd.latitude)) / 131072 + 0.5).rounded(.down)
        let evenLatitude = circle / 60 * (positiveRemainder(j, 60) + Double(even.latitude) / 131072)
        let oddLatitude = circle / 59 * (positiveRemainder(j, 59) + Double(odd.latitude) / 131072)
        return (evenLatitude, oddLatitude)
    }

    private static func signed(_ latitude: Double) -> Double { latitude >= 270 ? latitude - 360 : latitude }

    private static func position(
        _ even: CPRFrame,
        _ odd: CPRFrame,
        _ isOddNewer: Bool,
        _ evenLatitude: Double,
        _ oddLatitude: Double,
        circle: Double
    ) -> Position? {
        guard (-90...90).contains(evenLatitude), (-90...90).contains(oddLatitude) else { return nil }
        let zones = LongitudeZones.count(atLatitude: evenLatitude)
        guard zones == LongitudeZones.count(atLatitude: oddLatitude) else { return nil }
        let newer = isOddNewer ? odd : even
        let divisions = max(1, zones - (isOddNewer ? 1 : 0))
        let m =
            ((Double(even.longitude) * Double(zones - 1) - Double(odd.longitude) * Double(zones)) / 131072 + 0.5)
            .rounded(.down)
        let longitude =
            circle / Double(divisions) * (positiveRemainder(m, Double(divisions)) + Double(newer.longitude) / 131072)
        return Position(latitude: isOddNewer ? oddLatitude : evenLatitude, longitude: longitude)
    }

    private static func positiveRemainder(_ value: Double, _ divisor: Double) -> Double {
        value - divisor * (value / divisor).rounded(.down)
    }
}
