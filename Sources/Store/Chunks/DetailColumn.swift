import Tracking

/// The columns of what few observations have, one for each field of `ObservationDetails`, by their numbers in a block.
enum DetailColumn: UInt8, CaseIterable {
    case indicatedAirspeed = 32
    case trueAirspeed, mach, roll, trackRate, magneticHeading, trueHeading, selectedHeading, geometricRate
    case selectedAltitude, managedAltitude, pressureSetting, windDirection, windSpeed, staticTemperature,
        totalTemperature
    case modes, adsbVersion, nacP, nacV, sil, silType, sda, gva, nicBaro, containmentRadius, isAlert, isIdent

    func value(in details: ObservationDetails) -> Int64? {
        switch self {
        case .indicatedAirspeed: details.indicatedAirspeed.map { Int64($0) }
        case .trueAirspeed: details.trueAirspeed.map { Int64($0) }
        case .mach: details.mach.map { Int64($0) }
        case .roll: details.roll.map { Int64($0) }
        case .trackRate: details.trackRate.map { Int64($0) }
        case .magneticHeading: details.magneticHeading.map { Int64($0) }
        case .trueHeading: details.trueHeading.map { Int64($0) }
        case .selectedHeading: details.selectedHeading.map { Int64($0) }
        case .geometricRate: details.geometricRate.map { Int64($0) }
        case .selectedAltitude: details.selectedAltitude.map { Int64($0) }
        case .managedAltitude: details.managedAltitude.map { Int64($0) }
        case .pressureSetting: details.pressureSetting.map { Int64($0) }
        case .windDirection: details.windDirection.map { Int64($0) }
        case .windSpeed: details.windSpeed.map { Int64($0) }
        case .staticTemperature: details.staticTemperature.map { Int64($0) }
        case .totalTemperature: details.totalTemperature.map { Int64($0) }
        case .modes: details.modes.map { Int64($0) }
        case .adsbVersion: details.adsbVersion.map { Int64($0) }
        case .nacP: details.nacP.map { Int64($0) }
        case .nacV: details.nacV.map { Int64($0) }
        case .sil: details.sil.map { Int64($0) }
        case .silType: details.silType.map { Int64($0) }
        case .sda: details.sda.map { Int64($0) }
        case .gva: details.gva.map { Int64($0) }
        case .nicBaro: details.nicBaro.map { Int64($0) }
        case .containmentRadius: details.containmentRadius.map { Int64($0) }
        case .isAlert: details.isAlert.map { $0 ? 1 : 0 }
        case .isIdent: details.isIdent.map { $0 ? 1 : 0 }
        }
    }

    /// - Throws: `value` for a number that the field cannot hold.
    func set(_ value: Int64, in details: inout ObservationDetails) throws(ChunkError) {
        switch self {
        case .indicatedAirspeed: details.indicatedAirspeed = try fit(value)
        case .trueAirspeed: details.trueAirspeed = try fit(value)
        case .mach: details.mach = try fit(value)
        case .roll: details.roll = try fit(value)
        case .trackRate: details.trackRate = try fit(value)
        case .magneticHeading: details.magneticHeading = try fit(value)
        case .trueHeading: details.trueHeading = try fit(value)
        case .selectedHeading: details.selectedHeading = try fit(value)
        case .geometricRate: details.geometricRate = try fit(value)
        case .selectedAltitude: details.selectedAltitude = try fit(value)
        case .managedAltitude: details.managedAltitude = try fit(value)
        case .pressureSetting: details.pressureSetting = try fit(value)
        case .windDirection: details.windDirection = try fit(value)
        case .windSpeed: details.windSpeed = try fit(value)
        case .staticTemperature: details.staticTemperature = try fit(value)
        case .totalTemperature: details.totalTemperature = try fit(value)
        case .modes: details.modes = try fit(value)
        case .adsbVersion: details.adsbVersion = try fit(value)
        case .nacP: details.nacP = try fit(value)
        case .nacV: details.nacV = try fit(value)
        case .sil: details.sil = try fit(value)
        case .silType: details.silType = try fit(value)
        case .sda: details.sda = try fit(value)
        case .gva: details.gva = try fit(value)
        case .nicBaro: details.nicBaro = try fit(value)
        case .containmentRadius: details.containmentRadius = try fit(value)
        case .isAlert: details.isAlert = try fits(value)
        case .isIdent: details.isIdent = try fits(value)
        }
    }

    private func fit<Number: FixedWidthInteger>(_ value: Int64) throws(ChunkError) -> Number {
        guard let number = Number(exactly: value) else { throw .value(column: rawValue) }
        return number
    }

    private func fits(_ value: Int64) throws(ChunkError) -> Bool {
        guard value == 0 || value == 1 else { throw .value(column: rawValue) }
        return value == 1
    }
}
