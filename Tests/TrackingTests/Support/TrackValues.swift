import Aero
import ModeS

@testable import Tracking

/// What a track knows, without when and from whom: two ways to the same aircraft must agree in it.
struct TrackValues: Equatable {
    private(set) var values: [String: String] = [:]

    init(_ track: Track) {
        put("callsign", track.callsign)
        put("category", track.category)
        put("squawk", track.squawk)
        put("emergency", track.emergency)
        put("barometricAltitude", track.barometricAltitude)
        put("groundSpeed", track.groundSpeed)
        put("track", track.track)
        put("trueAirspeed", track.trueAirspeed)
        put("indicatedAirspeed", track.indicatedAirspeed)
        put("magneticHeading", track.magneticHeading)
        put("barometricRate", track.barometricRate)
        put("geometricRate", track.geometricRate)
        put("isOnGround", track.isOnGround)
        put("isAlert", track.isAlert)
        put("isIdent", track.isIdent)
        put("roll", track.roll)
        put("trackRate", track.trackRate)
        put("mach", track.mach)
        put("selectedAltitude", track.selectedAltitude)
        put("managedAltitude", track.managedAltitude)
        put("pressureSetting", track.pressureSetting)
        put("selectedHeading", track.selectedHeading)
        put("modes", track.modes)
        put("operationalStatus", track.operationalStatus)
        put("nacP", track.nacP)
        put("nacV", track.nacV)
        put("sil", track.sil)
        put("sda", track.sda)
        put("gva", track.gva)
        put("nicBaro", track.nicBaro)
        put("geometricAltitude", track.geometricAltitude)
        // The declination is looked up anew every 60 km, so that what hangs on it differs by less than a degree.
        round("trueHeading", track.trueHeading?.value.rawValue, to: 2)
        round("temperature", track.temperature?.value.rawValue, to: 0.1)
        guard let fix = track.fix else { return }
        round("latitude", fix.position.latitude, to: 1e-5)
        round("longitude", fix.position.longitude, to: 1e-5)
        values["fix.isOnGround"] = "\(fix.isOnGround)"
        if let nic = fix.nic { values["nic"] = "\(nic)" }
    }

    /// The names of the values that differ.
    func differing(from other: TrackValues) -> [String] {
        Set(values.keys).union(other.values.keys).filter { values[$0] != other.values[$0] }.sorted()
    }

    private mutating func put<Value>(_ name: String, _ known: Known<Value>?) {
        if let known { values[name] = "\(known.value)" }
    }

    private mutating func round(_ name: String, _ value: Double?, to step: Double) {
        if let value { values[name] = "\(Int((value / step).rounded()))" }
    }
}
