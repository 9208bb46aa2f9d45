public import Aero

/// MB fields of Comm-B replies. A value that is `nil` leaves its status bit and its bits zero.
///
/// - Source: ICAO Doc 9871, tables A-2-23, A-2-32, A-2-64, A-2-80 and A-2-96.
public enum CommBEncoding {
    /// Register 1,7: which registers the transponder serves.
    ///
    /// - Parameter registers: numbers as `0x40`; those that 1,7 has no bit for are left out.
    public static func commonUsageCapability(_ registers: some Sequence<UInt8>) -> Field56 {
        var field = FieldAssembler()
        for register in registers {
            if register != 0, let place = BDS17.order.firstIndex(of: register) { field.set(place + 1, to: true) }
        }
        return field.field
    }

    /// Register 2,0: the callsign, 48 bits from `CallsignEncoding`.
    public static func identification(callsign: UInt64) -> Field56 {
        Field56(rawValue: 0x20 << 48 | callsign & 0xFFFF_FFFF_FFFF)
    }

    /// Register 4,0: what the crew selected.
    ///
    /// - Parameters:
    ///   - pressureSetting: hPa, 800 … 1,209.5.
    ///   - source: 0 unknown, 1 the aircraft itself, 2 the panel, 3 flight management; `nil` leaves it out.
    ///   - modes: which of the three are on; `nil` leaves them out.
    public static func selectedVerticalIntention(
        panelAltitude: Feet?,
        managedAltitude: Feet?,
        pressureSetting: Double?,
        source: UInt8? = nil,
        modes: (verticalNavigation: Bool, altitudeHold: Bool, approach: Bool)? = nil
    ) -> Field56 {
        var field = FieldAssembler()
        field.setUnsigned(status: 1, last: 13, value: panelAltitude?.rawValue, step: 16)
        field.setUnsigned(status: 14, last: 26, value: managedAltitude?.rawValue, step: 16)
        field.setUnsigned(status: 27, last: 39, value: pressureSetting, step: 0.1, offset: 800)
        if let modes {
            field.set(48, to: true)
            field.set(49, to: modes.verticalNavigation)
            field.set(50, to: modes.altitudeHold)
            field.set(51, to: modes.approach)
        }
        if let source {
            field.set(54, to: true)
            field.set(55, 56, to: UInt64(source))
        }
        return field.field
    }

    /// Register 5,0: track and turn.
    ///
    /// - Parameters:
    ///   - roll: right wing down positive.
    ///   - turnRate: degrees a second, right positive.
    public static func trackAndTurn(
        roll: Degrees?,
        track: Degrees?,
        groundSpeed: Knots?,
        turnRate: Double?,
        trueAirspeed: Knots?
    ) -> Field56 {
        var field = FieldAssembler()
        field.setSigned(status: 1, last: 11, value: roll?.rawValue, step: 45 / 256)
        direction(&field, status: 12, last: 23, track)
        field.setUnsigned(status: 24, last: 34, value: groundSpeed?.rawValue, step: 2)
        field.setSigned(status: 35, last: 45, value: turnRate, step: 8 / 256)
        field.setUnsigned(status: 46, last: 56, value: trueAirspeed?.rawValue, step: 2)
        return field.field
    }

    /// Register 6,0: heading and speed.
    ///
    /// - Parameter heading: magnetic.
    public static func headingAndSpeed(
        heading: Degrees?,
        indicatedAirspeed: Knots?,
        mach: Double?,
        barometricRate: FeetPerMinute?,
        inertialRate: FeetPerMinute?
    ) -> Field56 {
        var field = FieldAssembler()
        direction(&field, status: 1, last: 12, heading)
        field.setUnsigned(status: 13, last: 23, value: indicatedAirspeed?.rawValue, step: 1)
        field.setUnsigned(status: 24, last: 34, value: mach, step: 2.048 / 512)
        field.setSigned(status: 35, last: 45, value: barometricRate?.rawValue, step: 32)
        field.setSigned(status: 46, last: 56, value: inertialRate?.rawValue, step: 32)
        return field.field
    }

    /// A direction in eleven bits of two's complement, -180 ..< 180.
    static func direction(_ field: inout FieldAssembler, status: Int, last: Int, _ value: Degrees?) {
        guard let value, value.rawValue.isFinite else { return }
        field.set(status, to: true)
        field.set(status + 1, last, to: FieldAssembler.turn(value.rawValue, bits: last - status))
    }
}
