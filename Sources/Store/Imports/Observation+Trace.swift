import Aero
import Feeds
import ModeS
import Tracking

extension Observation {
    /// A row of a trace as the archive keeps it; its receivers are not in it yet.
    ///
    /// - Parameter silence: milliseconds since the row before; `nil` for the first.
    init(_ row: TraceRow, _ details: TraceDetails?, silence: Int64?) {
        let report = details?.report
        let source = row.sourceClass ?? report?.statedClass ?? .other
        var flags = TraceConvention.flags(row.marks, isOnGround: row.isOnGround, source, silence: silence)
        if let own = details?.flags { flags = Flags(rawValue: own) }
        self.init(at: CalendarDay.instant(row.milliseconds), sourceClass: source, flags: flags)
        position = row.position
        geometricAltitude = row.geometricAltitude ?? report?.geometricAltitude
        if row.isOnGround {
            barometricAltitude = details?.groundAltitude
        } else if row.marks.contains(.geometricAltitude) {
            geometricAltitude = geometricAltitude ?? row.altitude
        } else {
            barometricAltitude = row.altitude
        }
        groundSpeed = row.groundSpeed
        track = row.track
        verticalRate = row.verticalRate
        nic = report?.nic
        level = report?.level
        self.details = ObservationDetails(row, details, hasGeometricRate: row.marks.contains(.geometricRate))
    }
}

extension ObservationDetails {
    /// What a row says besides its values.
    ///
    /// - Parameter hasGeometricRate: the row's own rate is the geometric one.
    fileprivate init(_ row: TraceRow, _ details: TraceDetails?, hasGeometricRate: Bool) {
        self.init()
        let report = details?.report
        indicatedAirspeed = Self.steps((row.indicatedAirspeed ?? report?.indicatedAirspeed)?.rawValue, 1)
        roll = Self.steps((row.roll ?? report?.roll)?.rawValue, 10)
        if !hasGeometricRate {
            geometricRate = Self.steps((row.geometricRate ?? report?.geometricRate)?.rawValue, 1 / 64)
        }
        guard let details, let report else { return }
        trueAirspeed = Self.steps(report.trueAirspeed?.rawValue, 1)
        mach = Self.steps(report.mach, 1000)
        trackRate = Self.steps(report.trackRate, 100)
        magneticHeading = Self.direction(report.magneticHeading)
        trueHeading = Self.direction(report.trueHeading)
        selectedHeading = Self.direction(report.selectedHeading)
        selectedAltitude = report.selectedAltitude.map { Int32($0.rawValue.rounded()) }
        managedAltitude = report.managedAltitude.map { Int32($0.rawValue.rounded()) }
        pressureSetting = Self.steps(report.pressureSetting, 10)
        windDirection = Self.steps(details.windDirection, 1)
        windSpeed = Self.steps(details.windSpeed, 1)
        staticTemperature = Self.steps(details.staticTemperature, 1)
        totalTemperature = Self.steps(details.totalTemperature, 1)
        modes = details.modes
        takeQuality(report, details)
    }

    private mutating func takeQuality(_ report: ClaimedReport, _ details: TraceDetails) {
        adsbVersion = report.version
        nacP = report.nacP
        nacV = report.nacV
        sil = report.sil
        silType = details.silType
        sda = report.sda
        gva = report.gva
        nicBaro = details.nicBaro
        containmentRadius = report.containmentRadius.map { Int32($0.rawValue.rounded()) }
        isAlert = report.alert
        isIdent = report.ident
    }

    private static func steps(_ value: Double?, _ scale: Double) -> Int16? {
        value.map { Int16(max(-32_767, min(32_767, ($0 * scale).rounded()))) }
    }

    private static func direction(_ value: Degrees?) -> Int16? {
        value.map { Int16(($0.asDirection.rawValue * 10).rounded()) % 3600 }
    }
}
