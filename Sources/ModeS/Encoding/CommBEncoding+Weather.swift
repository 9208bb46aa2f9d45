public import Aero

extension CommBEncoding {
    /// Register 4,4: wind, temperature and pressure.
    ///
    /// - Parameters:
    ///   - figureOfMerit: 0…4.
    ///   - wind: whence and how fast.
    ///   - temperature: degrees Celsius.
    ///   - pressure: hPa.
    ///   - turbulence: 0…3.
    ///   - humidity: percent.
    public static func routineAirReport(
        figureOfMerit: UInt8,
        wind: (direction: Degrees, speed: Knots)?,
        temperature: Double,
        pressure: Double? = nil,
        turbulence: UInt8? = nil,
        humidity: Double? = nil
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 4, to: UInt64(figureOfMerit))
        if let wind {
            field.set(5, to: true)
            field.set(6, 14, to: units(wind.speed.rawValue, step: 1, bits: 9))
            field.set(15, 23, to: FieldAssembler.turn(wind.direction.rawValue, bits: 9))
        }
        setTemperature(temperature, to: &field, first: 24, last: 34)
        field.setUnsigned(status: 35, last: 46, value: pressure, step: 1)
        setSeverity(turbulence, to: &field, status: 47)
        field.setUnsigned(status: 50, last: 56, value: humidity, step: 100 / 64)
        return field.field
    }

    /// Register 4,5: hazards, each 0…3.
    ///
    /// - Parameters:
    ///   - hazards: turbulence, wind shear, microburst, icing, wake vortex; missing ones are left out.
    ///   - temperature: degrees Celsius.
    ///   - pressure: hPa.
    public static func hazardReport(
        hazards: [UInt8?] = [],
        temperature: Double? = nil,
        pressure: Double? = nil,
        radioHeight: Feet? = nil
    ) -> Field56 {
        var field = FieldAssembler()
        for (index, hazard) in hazards.prefix(5).enumerated() {
            setSeverity(hazard, to: &field, status: 1 + 3 * index)
        }
        field.setSigned(status: 16, last: 26, value: temperature, step: 0.25)
        field.setUnsigned(status: 27, last: 38, value: pressure, step: 1)
        field.setUnsigned(status: 39, last: 51, value: radioHeight?.rawValue, step: 16)
        return field.field
    }

    private static func setSeverity(_ severity: UInt8?, to field: inout FieldAssembler, status: Int) {
        guard let severity else { return }
        field.set(status, to: true)
        field.set(status + 1, status + 2, to: UInt64(severity))
    }

    private static func setTemperature(_ value: Double, to field: inout FieldAssembler, first: Int, last: Int) {
        guard value.isFinite else { return }
        let steps = min(1023, max(-1024, (value * 4).rounded()))
        field.set(first, last, to: UInt64(bitPattern: Int64(steps)))
    }
}
