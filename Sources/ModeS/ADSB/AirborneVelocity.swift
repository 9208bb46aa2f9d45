public import Aero

/// Velocity in the air, TC 19, subtypes 1…4.
///
/// - Source: RTCA DO-260B, 2.2.3.2.6; TIS-B, ICAO Doc 9871, B.3.4.4 and table B-3-4.
public struct AirborneVelocity: Hashable, Sendable {
    /// Which velocity it is.
    public enum Motion: Hashable, Sendable {
        /// Subtypes 1 and 2: over the ground. Components in knots, eastward and northward positive; `nil` when not known.
        case ground(east: Double?, north: Double?)
        /// Subtypes 3 and 4: through the air; heading in degrees, magnetic or true as operational status tells.
        case air(heading: Degrees?, speed: Knots?, isTrueAirspeed: Bool)
    }

    /// 1…4; 2 and 4 are supersonic.
    public let subtype: UInt8
    /// NACv in versions 1 and 2, NUCr in version 0; 0…7, 0 unknown.
    public let nacV: UInt8
    /// TIS-B only: the accuracy of the target's position, 0…11.
    public let nacP: UInt8?
    /// The pilot is about to change something: new values of intent are there to be asked for. `nil` in relayed messages.
    public let isIntentChanging: Bool?
    /// Versions 0 and 1: the aircraft sees others and can fly by instruments (class A1 and up). `nil` in TIS-B.
    public let isIFRCapable: Bool?
    public let motion: Motion
    /// Climbing positive.
    public let verticalRate: FeetPerMinute?
    /// Bit 36: the rate is by the barometer; else by satellite or inertial. In TIS-B the bit is the other way round: 1 is geometric.
    public let isRateBarometric: Bool
    /// Height above the ellipsoid minus pressure altitude; steps of 25 ft, the last, 3,150 ft, means more as well.
    public let geometricMinusBarometric: Feet?

    init?(_ field: Field56, link: SquitterLink = .direct) {
        let isTrafficInformation = link == .trafficInformation
        subtype = UInt8(field.bits(6, 8))
        nacV = isTrafficInformation ? 0 : UInt8(field.bits(11, 13))
        nacP = isTrafficInformation ? UInt8(field.bits(10, 13)) : nil
        isIntentChanging = link == .direct ? field.bit(9) : nil
        isIFRCapable = isTrafficInformation ? nil : field.bit(10)
        let scale = subtype == 2 || subtype == 4 ? 4.0 : 1.0
        func speed(_ raw: UInt32) -> Double? { raw == 0 ? nil : Double(raw - 1) * scale }
        switch subtype {
        case 1, 2:
            let east = speed(field.bits(15, 24)).map { field.bit(14) ? -$0 : $0 }
            let north = speed(field.bits(26, 35)).map { field.bit(25) ? -$0 : $0 }
            motion = .ground(east: east, north: north)
        case 3, 4:
            motion = .air(
                heading: field.bit(14) ? Degrees(Double(field.bits(15, 24)) * 360 / 1024) : nil,
                speed: speed(field.bits(26, 35)).map(Knots.init(rawValue:)),
                isTrueAirspeed: field.bit(25)
            )
        default: return nil
        }
        isRateBarometric = field.bit(36) != isTrafficInformation
        let rate = field.bits(38, 46)
        verticalRate = rate == 0 ? nil : FeetPerMinute((Int(rate) - 1) * (field.bit(37) ? -64 : 64))
        // Without the geometric flag these bits of TIS-B are other figures.
        let difference = isTrafficInformation && !field.bit(36) ? 0 : field.bits(50, 56)
        geometricMinusBarometric = difference == 0 ? nil : Feet((Int(difference) - 1) * (field.bit(49) ? -25 : 25))
    }

    /// The layout for speeds beyond 1,022 kt, in steps of 4 kt: subtypes 2 and 4.
    public var isSupersonic: Bool { subtype == 2 || subtype == 4 }

    /// How far the velocity may be off, metres a second, 95 %; `nil` when unknown. NUCr of version 0 has the same bounds.
    public var uncertaintyMetresPerSecond: Double? { QualityFigures.velocityUncertainty(nacV: nacV) }

    /// Speed over the ground; `nil` unless both components are known.
    public var groundSpeed: Knots? {
        guard case .ground(let east?, let north?) = motion else { return nil }
        return Knots((east * east + north * north).squareRoot())
    }

    /// Direction over the ground, degrees true, 0 ..< 360; `nil` unless both components are known and one is not zero.
    public var track: Degrees? {
        guard case .ground(let east?, let north?) = motion, east != 0 || north != 0 else { return nil }
        return Degrees(Trigonometry.arcTangent(y: east, x: north) / Trigonometry.radiansPerDegree).asDirection
    }
}
