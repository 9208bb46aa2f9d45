import Aero

/// How far it is to the touch on a runway of a field: by the nearer end, and by the other.
struct ApproachWay {
    /// Metres.
    let shortest: Double
    let other: Double
    /// It flies on the line of a runway towards it.
    let isOnFinal: Bool

    /// Beyond so many metres only the direction from the field counts.
    private static let far = 100_000.0
    /// Beside a field without known runways, metres.
    private static let spare = (shortest: 6_000.0, other: 20_000.0)

    /// - Parameters:
    ///   - distance: from the place to the field, metres.
    ///   - track: degrees true.
    ///   - height: feet above the field; low over a runway the touch is near.
    init(to field: Field, from place: Position, distance: Double, track: Double?, height: Double?, isFast: Bool) {
        let final = isFast ? 13_000.0 : 2_500
        var point = field.plane.point(place)
        if distance > Self.far {
            let bearing = Geodesy.initialBearing(from: field.position, to: place).rawValue
            let radians = bearing * Trigonometry.radiansPerDegree
            point = (Self.far * Trigonometry.sine(radians), Self.far * Trigonometry.cosine(radians))
        }
        let beyond = max(0, distance - Self.far)
        var ways: [Double] = []
        var onFinal: Double?
        for strip in field.strips {
            for isForward in [true, false] {
                let (along, right) = strip.place(point)
                // Metres still to go to the threshold, along the runway's line.
                let toGo = isForward ? -along : along - strip.length
                let isOver = toGo <= 0 && toGo > -strip.length && abs(right) < 200 && (height ?? .infinity) < 300
                let isBefore = toGo > 0 && abs(right) < 200 + 0.03 * toGo && toGo < 30_000
                if isOver || isBefore, let track, strip.isForward(track) == isForward {
                    onFinal = min(onFinal ?? .infinity, max(0, toGo) + 300)
                }
                let gate = toGo - final
                let toGate = (gate * gate + right * right).squareRoot() + final
                let direct = (toGo * toGo + right * right).squareRoot()
                ways.append(toGo > 0 && abs(right) < 0.6 * toGo ? min(toGate, direct * 1.08) : toGate)
            }
        }
        ways.sort()
        if let onFinal, distance <= Self.far {
            (shortest, other, isOnFinal) = (onFinal, onFinal + 2 * final, true)
            return
        }
        isOnFinal = false
        shortest = (ways.first ?? min(distance, Self.far) + Self.spare.shortest) + beyond
        other = (ways.last ?? min(distance, Self.far) + Self.spare.other) + beyond
    }
}
