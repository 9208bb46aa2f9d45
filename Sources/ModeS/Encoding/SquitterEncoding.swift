public import Aero

/// ME fields of extended squitters: who, where, and emergencies. Velocity, target state and operational status have own files.
///
/// - Source: RTCA DO-260B, 2.2.3.2.3 to 2.2.3.2.7.
public enum SquitterEncoding {
    /// Type codes 1-4.
    ///
    /// - Parameters:
    ///   - set: the emitter category's letter as type code: 4 = A, 3 = B, 2 = C, 1 = D.
    ///   - category: 0…7.
    ///   - callsign: 48 bits from `CallsignEncoding`.
    public static func identification(set: UInt8, category: UInt8, callsign: UInt64) -> Field56 {
        Field56(rawValue: UInt64(set & 31) << 51 | UInt64(category & 7) << 48 | callsign & 0xFFFF_FFFF_FFFF)
    }

    /// Type codes 5-8.
    ///
    /// - Parameters:
    ///   - typeCode: 5…8, by the radius of containment.
    ///   - track: `nil` leaves the track invalid.
    ///   - imf: bit 21; means another address kind in TIS-B and is the T bit else.
    public static func surfacePosition(
        typeCode: UInt8,
        speed: Knots?,
        track: Degrees?,
        position: CPREncoding,
        imf: Bool = false
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: UInt64(typeCode))
        field.set(6, 12, to: UInt64(MovementEncoding.code(speed)))
        if let track {
            field.set(13, to: true)
            field.set(14, 20, to: FieldAssembler.turn(track.rawValue, bits: 7))
        }
        field.set(21, to: imf)
        return withPosition(field, position)
    }

    /// Type codes 9-18 (pressure altitude) and 20-22 (height above the ellipsoid).
    ///
    /// - Parameters:
    ///   - surveillanceStatus: 0 none, 1 permanent alert, 2 temporary alert, 3 ident.
    ///   - bit8: NIC supplement B in version 2, single antenna before; IMF in TIS-B.
    ///   - altitude: `nil` sends zero.
    public static func airbornePosition(
        typeCode: UInt8,
        surveillanceStatus: UInt8 = 0,
        bit8: Bool = false,
        altitude: Feet?,
        position: CPREncoding
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: UInt64(typeCode))
        field.set(6, 7, to: UInt64(surveillanceStatus))
        field.set(8, to: bit8)
        field.set(9, 20, to: UInt64(AltitudeEncoding.code12(altitude)))
        return withPosition(field, position)
    }

    /// Type code 28, subtype 1.
    ///
    /// - Parameter state: 0 none, 1 general, 2 medical, 3 fuel, 4 no radio, 5 unlawful interference, 6 downed.
    public static func emergencyStatus(state: UInt8, squawk: Squawk) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: 28)
        field.set(6, 8, to: 1)
        field.set(9, 11, to: UInt64(state))
        field.set(12, 24, to: UInt64(IdentityEncoding.code13(squawk)))
        return field.field
    }

    /// Type code 23, subtype 7: the Mode A code alone, as version 1 sends it in North America.
    public static func testSquawk(_ squawk: Squawk) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: 23)
        field.set(6, 8, to: 7)
        field.set(9, 21, to: UInt64(IdentityEncoding.code13(squawk)))
        return field.field
    }

    /// Type code 0: no position, the pressure altitude alone.
    public static func altitudeOnly(_ altitude: Feet?) -> Field56 {
        var field = FieldAssembler()
        field.set(9, 20, to: UInt64(AltitudeEncoding.code12(altitude)))
        return field.field
    }

    /// Coarse TIS-B, DF18 with control field 3.
    ///
    /// - Parameters:
    ///   - isTrackFile: IMF.
    ///   - serviceVolume: 0…15.
    ///   - track: `nil` leaves it invalid.
    ///   - position: airborne; the upper 12 bits are sent.
    public static func coarsePosition(
        isTrackFile: Bool = false,
        surveillanceStatus: UInt8 = 0,
        serviceVolume: UInt8 = 0,
        altitude: Feet?,
        track: Degrees?,
        speed: Knots?,
        position: CPREncoding
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, to: isTrackFile)
        field.set(2, 3, to: UInt64(surveillanceStatus))
        field.set(4, 7, to: UInt64(serviceVolume))
        field.set(8, 19, to: UInt64(AltitudeEncoding.code12(altitude)))
        if let track {
            field.set(20, to: true)
            field.set(21, 25, to: FieldAssembler.turn(track.rawValue, bits: 5))
        }
        if let speed, speed.rawValue.isFinite {
            field.set(26, 31, to: UInt64(min(63, max(1, ((speed.rawValue + 48) / 32).rounded(.down)))))
        }
        field.set(32, to: position.isOdd)
        field.set(33, 44, to: UInt64(position.latitude >> 5))
        field.set(45, 56, to: UInt64(position.longitude >> 5))
        return field.field
    }

    private static func withPosition(_ start: FieldAssembler, _ position: CPREncoding) -> Field56 {
        var field = start
        field.set(22, to: position.isOdd)
        field.set(23, 39, to: UInt64(position.latitude))
        field.set(40, 56, to: UInt64(position.longitude))
        return field.field
    }
}
