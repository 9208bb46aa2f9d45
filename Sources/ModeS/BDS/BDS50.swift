public import Aero

/// Track and turn report, BDS 5,0.
///
/// - Source: ICAO Doc 9871, table A-2-80; worked example: *The 1090 MHz Riddle*, chapter on BDS 5,0.
public struct BDS50: RegisterLayout {
    public static let register = BDSRegister.bds50
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 11).value(12, 23).value(24, 34).value(35, 45).value(46, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard rule.isKept(by: mb) else { return false }
        guard !mb.isEmpty else { return false }
        // Ours: 60 degrees of roll, 750 kt over ground, 650 kt in the air, 250 kt of wind. The field allows 90, 2,046, 2,046.
        let groundSpeed = mb.unsigned(25, 34)
        let airspeed = mb.unsigned(47, 56)
        guard mb.signed(2, 11).magnitude <= 341, groundSpeed <= 375, airspeed <= 325 else { return false }
        return !(mb.bit(24) && mb.bit(46)) || (groundSpeed - airspeed).magnitude <= 125
    }

    public init?(mb: Field56) {
        guard BDS50.fits(mb) else { return nil }
        field = mb
    }

    /// Right wing down positive, steps of 45/256 degrees.
    public var roll: Degrees? { field.signedNumber(status: 1, last: 11).map { Degrees($0 * 45 / 256) } }
    /// Steps of 90/512 degrees.
    public var trueTrack: Degrees? { field.direction(status: 12, last: 23) }
    /// Steps of 2 kt.
    public var groundSpeed: Knots? { field.number(status: 24, last: 34).map { Knots($0 * 2) } }
    /// Degrees a second, right positive, steps of 8/256; -8/256 and 0 are values like others.
    public var trackRate: Double? { field.signedNumber(status: 35, last: 45).map { $0 * 8 / 256 } }
    /// Steps of 2 kt.
    public var trueAirspeed: Knots? { field.number(status: 46, last: 56).map { Knots($0 * 2) } }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = turnContradiction
        if let groundSpeed, let trueAirspeed {
            sum += BDS50.weight((groundSpeed - trueAirspeed).rawValue.magnitude, over: 120, step: 25)
        }
        if let roll { sum += BDS50.weight(roll.rawValue.magnitude, over: 35, step: 6) }
        if let groundSpeed {
            sum += BDS50.weight(groundSpeed.rawValue, over: 620, step: 40)
            // Nothing hovers up there, and nothing stands.
            if let altitude, altitude > 15_000 { sum += BDS50.weight(-groundSpeed.rawValue, over: -80, step: 15) }
        }
        if let trueAirspeed {
            sum += BDS50.weight(trueAirspeed.rawValue, over: 530, step: 30)
            if let altitude, let air = StandardAtmosphere(pressureAltitude: altitude) {
                let equivalent = trueAirspeed.rawValue * air.densityRatio.squareRoot()
                sum += BDS50.weight(equivalent, over: 370, step: 15)
                if altitude > 15_000 { sum += BDS50.weight(-equivalent, over: -110, step: 15) }
            }
        }
        return sum
    }

    public var valueCount: Int { BDS50.rule.count(in: field) }

    /// Ours. Not near proof: there are aircraft whose rate is a random number while all else is right.
    private var turnContradiction: Double { min(5, BDS50.weight(turnError ?? 0, over: 0.6, step: 0.35)) }

    /// How far, in degrees a second, the track rate is from that of a coordinated turn, g tan(roll) / speed: 1,091 tan(roll) / kt.
    private var turnError: Double? {
        guard let roll, let trackRate, let speed = trueAirspeed ?? groundSpeed, speed > 60 else { return nil }
        let angle = roll.rawValue * Trigonometry.radiansPerDegree
        let expected = 1091 * Trigonometry.sine(angle) / Trigonometry.cosine(angle) / speed.rawValue
        return (trackRate - expected).magnitude
    }
}
