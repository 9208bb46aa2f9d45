public import Aero

extension CommBEncoding {
    /// Register 5,3: speeds and heading in the air.
    ///
    /// - Parameter heading: magnetic.
    public static func airVector(
        heading: Degrees?,
        indicatedAirspeed: Knots?,
        mach: Double?,
        trueAirspeed: Knots?,
        verticalRate: FeetPerMinute?
    ) -> Field56 {
        var field = FieldAssembler()
        direction(&field, status: 1, last: 12, heading)
        field.setUnsigned(status: 13, last: 23, value: indicatedAirspeed?.rawValue, step: 1)
        field.setUnsigned(status: 24, last: 33, value: mach, step: 0.008)
        field.setUnsigned(status: 34, last: 46, value: trueAirspeed?.rawValue, step: 0.5)
        field.setSigned(status: 47, last: 56, value: verticalRate?.rawValue, step: 64)
        return field.field
    }

    /// Register 4,8: three radios.
    ///
    /// - Parameters:
    ///   - channels: fifteen bits each, as they stand in the register; `nil` leaves a radio out.
    ///   - audio: who listens to each of the three radios and to 121.5 MHz.
    public static func radioChannels(_ channels: [UInt16?], audio: [BDS48.Audio] = []) -> Field56 {
        var field = FieldAssembler()
        for (index, channel) in channels.prefix(3).enumerated() {
            guard let channel else { continue }
            field.set(18 * index + 1, 18 * index + 15, to: UInt64(channel))
            field.set(18 * index + 16, to: true)
        }
        for (index, status) in audio.prefix(4).enumerated() {
            let first = index < 3 ? 18 * index + 17 : 55
            field.set(first, first + 1, to: UInt64(status.rawValue))
        }
        return field.field
    }
}
