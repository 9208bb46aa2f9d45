public import Aero

extension CommBEncoding {
    /// Register 4,1: the next waypoint's name, up to nine characters.
    public static func nextWaypoint(name: String) -> Field56 {
        var field = FieldAssembler()
        write(name, to: &field, status: 1, count: 9)
        return field.field
    }

    /// Register 4,2: where the next waypoint lies and at which altitude it is to be crossed.
    public static func nextWaypoint(position: Position?, crossingAltitude: Feet?) -> Field56 {
        var field = FieldAssembler()
        field.setSigned(status: 1, last: 20, value: position?.latitude, step: 90 / 131_072)
        field.setSigned(status: 21, last: 40, value: position?.longitude, step: 90 / 131_072)
        field.setSigned(status: 41, last: 56, value: crossingAltitude?.rawValue, step: 8)
        return field.field
    }

    /// Register 4,3: the way to the next waypoint.
    public static func nextWaypoint(bearing: Degrees?, minutesToGo: Double?, distance: NauticalMiles?) -> Field56 {
        var field = FieldAssembler()
        direction(&field, status: 1, last: 12, bearing)
        field.setUnsigned(status: 13, last: 25, value: minutesToGo, step: 0.1)
        field.setUnsigned(status: 26, last: 42, value: distance?.rawValue, step: 0.1)
        return field.field
    }

    /// Registers 5,4 to 5,6: one of the next three waypoints.
    ///
    /// - Parameters:
    ///   - name: up to five characters.
    ///   - estimatedLevel: steps of 1,000 ft, to 63,000.
    public static func waypoint(
        name: String,
        minutesToArrival: Double,
        estimatedLevel: Feet,
        minutesToGo: Double
    ) -> Field56 {
        var field = FieldAssembler()
        write(name, to: &field, status: 1, count: 5)
        field.set(32, 40, to: units(minutesToArrival, step: 60 / 512, bits: 9))
        field.set(41, 46, to: units(estimatedLevel.rawValue, step: 1000, bits: 6))
        field.set(47, 55, to: units(minutesToGo, step: 60 / 512, bits: 9))
        return field.field
    }

    /// Register 5,1: position and pressure altitude.
    public static func positionCoarse(_ position: Position, altitude: Feet) -> Field56 {
        var field = FieldAssembler()
        field.setSigned(status: 1, last: 21, value: position.latitude, step: 360 / 1_048_576)
        field.set(22, 41, to: signedUnits(position.longitude, step: 360 / 1_048_576, bits: 20))
        field.set(42, 56, to: signedUnits(altitude.rawValue, step: 8, bits: 15))
        return field.field
    }

    /// Register 5,2: the low bits of a position, and an altitude.
    ///
    /// - Parameters:
    ///   - figureOfMerit: 0…15.
    ///   - latitudeFine: 0 ..< 180/128 degrees.
    public static func positionFine(
        figureOfMerit: UInt8,
        latitudeFine: Double,
        longitudeFine: Double,
        altitude: Feet
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, to: true)
        field.set(2, 5, to: UInt64(figureOfMerit))
        field.set(6, 23, to: units(latitudeFine, step: 90 / 16_777_216, bits: 18))
        field.set(24, 41, to: units(longitudeFine, step: 90 / 16_777_216, bits: 18))
        field.set(42, 56, to: signedUnits(altitude.rawValue, step: 8, bits: 15))
        return field.field
    }

    /// A number without sign in steps, clamped to its bits.
    static func units(_ value: Double, step: Double, bits: Int) -> UInt64 {
        guard value.isFinite else { return 0 }
        return UInt64(min(Double((1 << bits) - 1), max(0, (value / step).rounded())))
    }

    private static func signedUnits(_ value: Double, step: Double, bits: Int) -> UInt64 {
        guard value.isFinite else { return 0 }
        let limit = Double(1 << (bits - 1))
        return UInt64(bitPattern: Int64(min(limit - 1, max(-limit, (value / step).rounded()))))
    }
}
