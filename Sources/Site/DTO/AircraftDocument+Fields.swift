import Aero
import ModeS
import Tracking

extension AircraftDocument {
    /// The values in the order of the contract.
    func writeFields(_ json: inout JSONWriter) {
        field("callsign", track.callsign, nil, &json) { $1.string($0) }
        field("category", track.category, nil, &json) { $1.string($0.description) }
        field("squawk", track.squawk, nil, &json) { $1.string($0.description) }
        field("emergency", track.emergency, nil, &json) { $1.string($0.readsbName) }
        quantity("barometricAltitude", track.barometricAltitude, "ft", 0, &json)
        quantity("geometricAltitude", track.geometricAltitude, "ft", 0, &json)
        quantity("groundSpeed", track.groundSpeed, "kt", 1, &json)
        quantity("track", track.track, "deg", 2, &json)
        quantity("trueAirspeed", track.trueAirspeed, "kt", 0, &json)
        quantity("indicatedAirspeed", track.indicatedAirspeed, "kt", 0, &json)
        number("mach", track.mach, nil, 3, &json)
        quantity("roll", track.roll, "deg", 1, &json)
        number("trackRate", track.trackRate, "deg/s", 2, &json)
        quantity("trueHeading", track.trueHeading, "deg", 2, &json)
        quantity("magneticHeading", track.magneticHeading, "deg", 2, &json)
        quantity("barometricRate", track.barometricRate, "ft/min", 0, &json)
        quantity("geometricRate", track.geometricRate, "ft/min", 0, &json)
        quantity("drift", track.drift, "deg", 1, &json)
        field("onGround", track.isOnGround, nil, &json) { $1.boolean($0) }
        field("alert", track.isAlert, nil, &json) { $1.boolean($0) }
        field("ident", track.isIdent, nil, &json) { $1.boolean($0) }
        writeSelections(&json)
        writeAir(&json)
        writeQuality(&json)
        writeLevel(&json)
    }

    private func writeSelections(_ json: inout JSONWriter) {
        quantity("selectedAltitude", track.selectedAltitude, "ft", 0, &json)
        quantity("managedAltitude", track.managedAltitude, "ft", 0, &json)
        number("qnh", track.pressureSetting, "hPa", 1, &json)
        quantity("selectedHeading", track.selectedHeading, "deg", 2, &json)
        field("modes", track.modes, nil, &json) { modes, json in
            json.beginArray()
            for name in modes.names { json.string(name) }
            json.endArray()
        }
        field("tcas", track.isTCASOperational, nil, &json) { $1.boolean($0) }
    }

    private func writeAir(_ json: inout JSONWriter) {
        field("windDirection", track.wind, "deg", &json) { $1.number($0.direction.rawValue, decimals: 0) }
        field("windSpeed", track.wind, "kt", &json) { $1.number($0.speed.rawValue, decimals: 0) }
        quantity("temperature", track.temperature, "\u{b0}C", 1, &json)
        number("staticPressure", track.staticPressure, "hPa", 0, &json)
        number("humidity", track.humidity, "%", 0, &json)
    }

    private func writeQuality(_ json: inout JSONWriter) {
        field("version", track.version, nil, &json) { $1.integer($0) }
        if let fix = track.fix, let nic = fix.nic {
            let known = Known(nic, time: fix.time, source: fix.source, rank: fix.rank, feed: fix.feed)
            field("nic", known, nil, &json) { $1.integer($0) }
        }
        field("nacP", track.nacP, nil, &json) { $1.integer($0) }
        field("nacV", track.nacV, nil, &json) { $1.integer($0) }
        field("sil", track.sil, nil, &json) { $1.integer($0) }
        field("silType", track.isSILPerSample, nil, &json) { $1.string($0 ? "persample" : "perhour") }
        field("sda", track.sda, nil, &json) { $1.integer($0) }
        field("gva", track.gva, nil, &json) { $1.integer($0) }
        field("nicBaro", track.nicBaro, nil, &json) { $1.boolean($0) }
    }

    /// The level is a mean over frames: it has no message of its own. Where nobody of ours heard the aircraft it is another's word.
    private func writeLevel(_ json: inout JSONWriter) {
        guard let level = track.level, level.isFinite else { return }
        json.beginObject()
        json.member("key", "level")
        json.member("value", Double(level), decimals: 1)
        json.member("unit", "dBFS")
        json.member("time", track.lastHeard)
        json.member("age", max(0, now.seconds(since: track.lastHeard)), decimals: 1)
        json.member("known", heardBy == 0 ? "claimed" : "observed")
        json.endObject()
    }

    private func number(
        _ name: String,
        _ known: Known<Double>?,
        _ unit: String?,
        _ decimals: Int,
        _ json: inout JSONWriter
    ) {
        field(name, known, unit, &json) { $1.number($0, decimals: decimals) }
    }

    private func quantity<Value: Quantity>(
        _ name: String,
        _ known: Known<Value>?,
        _ unit: String,
        _ decimals: Int,
        _ json: inout JSONWriter
    ) {
        field(name, known, unit, &json) { $1.number($0.rawValue, decimals: decimals) }
    }
}

extension TargetState.Modes {
    /// The modes that are on, in readsb's words.
    var names: [String] {
        var names: [String] = []
        if contains(.autopilot) { names.append("autopilot") }
        if contains(.verticalNavigation) { names.append("vnav") }
        if contains(.altitudeHold) { names.append("althold") }
        if contains(.approach) { names.append("approach") }
        if contains(.lateralNavigation) { names.append("lnav") }
        return names
    }
}
