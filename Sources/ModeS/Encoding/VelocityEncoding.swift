public import Aero

/// The ME field of airborne velocity, type code 19.
///
/// - Source: RTCA DO-260B, 2.2.3.2.6.
public struct VelocityEncoding: Hashable, Sendable {
    /// Bit 9: the pilot is about to change something.
    public var intentChange = false
    /// Bit 10: able to fly by instruments and see others (versions 0 and 1).
    public var isIFRCapable = false
    /// NACv, NUCr in version 0: 0…4.
    public var accuracy: UInt8 = 0
    /// `nil` sends "no information".
    public var verticalRate: FeetPerMinute?
    /// Bit 36: whether the rate comes from pressure; else it is geometric.
    public var rateIsBarometric = true
    /// Height above the ellipsoid minus pressure altitude; `nil` sends "no information".
    public var geometricMinusBarometric: Feet?

    /// A velocity message that says nothing yet.
    public init() {}

    /// Subtype 1, or 2 when a component reaches 1,022 kt.
    ///
    /// - Parameters:
    ///   - east: component towards the east; `nil` sends "no information".
    ///   - north: component towards the north.
    public func overGround(east: Knots?, north: Knots?) -> Field56 {
        let largest = max(east?.magnitude.rawValue ?? 0, north?.magnitude.rawValue ?? 0)
        let step: Double = largest >= 1022 ? 4 : 1
        var field = common(subtype: step > 1 ? 2 : 1)
        if let east { component(&field, sign: 14, east.rawValue, step) }
        if let north { component(&field, sign: 25, north.rawValue, step) }
        return field.field
    }

    /// Subtype 3, or 4 when the speed reaches 1,022 kt.
    ///
    /// - Parameter isTrueAirspeed: else it is indicated airspeed.
    public func throughAir(heading: Degrees?, speed: Knots?, isTrueAirspeed: Bool) -> Field56 {
        let step: Double = (speed?.rawValue ?? 0) >= 1022 ? 4 : 1
        var field = common(subtype: step > 1 ? 4 : 3)
        if let heading {
            field.set(14, to: true)
            field.set(15, 24, to: FieldAssembler.turn(heading.rawValue, bits: 10))
        }
        field.set(25, to: isTrueAirspeed)
        if let speed { field.set(26, 35, to: FieldAssembler.plusOne(speed.rawValue, step: step, bits: 10)) }
        return field.field
    }

    private func component(_ field: inout FieldAssembler, sign: Int, _ value: Double, _ step: Double) {
        field.set(sign, to: value < 0)
        field.set(sign + 1, sign + 10, to: FieldAssembler.plusOne(value.magnitude, step: step, bits: 10))
    }

    private func common(subtype: UInt64) -> FieldAssembler {
        var field = FieldAssembler()
        field.set(1, 5, to: 19)
        field.set(6, 8, to: subtype)
        field.set(9, to: intentChange)
        field.set(10, to: isIFRCapable)
        field.set(11, 13, to: UInt64(accuracy))
        field.set(36, to: rateIsBarometric)
        if let verticalRate {
            field.set(37, to: verticalRate.rawValue < 0)
            field.set(38, 46, to: FieldAssembler.plusOne(verticalRate.magnitude.rawValue, step: 64, bits: 9))
        }
        if let difference = geometricMinusBarometric {
            field.set(49, to: difference.rawValue < 0)
            field.set(50, 56, to: FieldAssembler.plusOne(difference.magnitude.rawValue, step: 25, bits: 7))
        }
        return field
    }
}
