import Aero
import ModeS

extension ObservationDetails {
    /// What a track knows besides what a row holds, as far as it is fresh.
    ///
    /// - Parameters:
    ///   - track: the track, at the time of the row.
    ///   - fresh: which values may stand in the row.
    ///   - hasBarometricRate: the row's vertical rate is the barometric one, so that the geometric one stands here.
    @inline(__always)
    init(_ track: Track, hasBarometricRate: Bool, _ fresh: Freshness) {
        indicatedAirspeed = Self.steps(fresh.value(track.indicatedAirspeed)?.rawValue)
        trueAirspeed = Self.steps(fresh.value(track.trueAirspeed)?.rawValue)
        mach = Self.steps(fresh.value(track.mach), of: 0.001)
        roll = Self.steps(fresh.value(track.roll)?.rawValue, of: 0.1)
        trackRate = Self.steps(fresh.value(track.trackRate), of: 0.01)
        magneticHeading = Self.tenths(fresh.value(track.magneticHeading))
        trueHeading = Self.tenths(fresh.value(track.trueHeading))
        selectedHeading = Self.tenths(fresh.value(track.selectedHeading))
        if hasBarometricRate { geometricRate = Self.steps(fresh.value(track.geometricRate)?.rawValue, of: 64) }
        selectedAltitude = Self.feet(fresh.value(track.selectedAltitude))
        managedAltitude = Self.feet(fresh.value(track.managedAltitude))
        pressureSetting = Self.steps(fresh.value(track.pressureSetting), of: 0.1)
        if let wind = fresh.value(track.wind) {
            let direction = Self.steps(wind.direction.rawValue)
            windDirection = direction == 360 ? 0 : direction
            windSpeed = Self.steps(wind.speed.rawValue)
        }
        if let temperature = fresh.value(track.temperature) {
            staticTemperature = Self.steps(temperature.rawValue)
            if let mach = fresh.value(track.mach) {
                totalTemperature = Self.steps(AirTemperature.total(static: temperature, mach: mach)?.rawValue)
            }
        }
        if let known = fresh.value(track.modes) {
            let tcas: UInt8 = fresh.value(track.isTCASOperational) == true ? TargetState.Modes.tcas.rawValue : 0
            modes = known.rawValue & ~TargetState.Modes.tcas.rawValue | tcas
        }
        isAlert = fresh.value(track.isAlert)
        isIdent = fresh.value(track.isIdent)
        takeQuality(track, fresh)
    }

    @inline(__always)
    private mutating func takeQuality(_ track: Track, _ fresh: Freshness) {
        adsbVersion = Self.version(track.operationalStatus, fresh) ?? fresh.value(track.claimedVersion)
        nacP = fresh.value(track.nacP)
        nacV = fresh.value(track.nacV)
        sil = fresh.value(track.sil)
        if sil != nil { silType = fresh.value(track.isSILPerSample).map { $0 ? 1 : 2 } ?? 0 }
        sda = fresh.value(track.sda)
        gva = fresh.value(track.gva)
        nicBaro = fresh.value(track.nicBaro).map { $0 ? 1 : 0 }
        takeRadius(track.fix, fresh)
    }

    private static func version(_ status: Known<OperationalStatus>?, _ fresh: Freshness) -> UInt8? {
        guard let status, fresh.allows(status.time, status.feed) else { return nil }
        return status.value.version
    }

    private mutating func takeRadius(_ fix: Fix?, _ fresh: Freshness) {
        guard let fix, fresh.allows(fix.time, fix.feed), let radius = fix.containmentRadius?.rawValue, radius.isFinite
        else { return }
        containmentRadius = Int32(max(0, min(1e9, radius.rounded())))
    }

    private static func steps(_ value: Double?, of step: Double = 1) -> Int16? {
        guard let value, value.isFinite else { return nil }
        return Int16(max(-32_000, min(32_000, (value / step).rounded())))
    }

    private static func tenths(_ angle: Degrees?) -> Int16? {
        guard let angle, angle.rawValue.isFinite else { return nil }
        let tenths = Int16((angle.asDirection.rawValue * 10).rounded())
        return tenths == 3600 ? 0 : tenths
    }

    private static func feet(_ altitude: Feet?) -> Int32? {
        guard let feet = altitude?.rawValue, feet.isFinite else { return nil }
        return Int32(max(-1e6, min(1e6, feet.rounded())))
    }
}
