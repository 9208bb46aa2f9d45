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
        quantity("trueHeading", track.trueHeading, "deg", 2, &json)
        quantity("magneticHeading", track.magneticHeading, "deg", 2, &json)
        quantity("barometricRate", track.barometricRate, "ft/min", 0, &json)
        quantity("geometricRate", track.geometricRate, "ft/min", 0, &json)
        field("onGround", track.isOnGround, nil, &json) { $1.boolean($0) }
        field("alert", track.isAlert, nil, &json) { $1.boolean($0) }
        field("ident", track.isIdent, nil, &json) { $1.boolean($0) }
        writeSelections(&json)
        writeQuality(&json)
        writeLevel(&json)
    }

    private func writeSelections(_ json: inout JSONWriter) {
        guard let target = track.targetState else { return }
        if let altitude = target.value.selectedAltitude {
            field("selectedAltitude", target, "ft", &json) { $1.number(altitude.rawValue, decimals: 0) }
        }
        if let pressure = target.value.pressureSetting {
            field("qnh", target, "hPa", &json) { $1.number(pressure, decimals: 1) }
        }
        if let heading = target.value.selectedHeading {
            field("selectedHeading", target, "deg", &json) { $1.number(heading.rawValue, decimals: 2) }
        }
        if target.value.modes != nil {
            field("modes", target, nil, &json) { state, json in
                json.beginArray()
                for name in state.modeNames { json.string(name) }
                json.endArray()
            }
        }
    }

    private func writeQuality(_ json: inout JSONWriter) {
        if let version = track.adsbVersion, let status = track.operationalStatus {
            field("version", status, nil, &json) { $1.integer(version) }
        }
        if let fix = track.fix, let nic = fix.nic {
            let known = Known(nic, time: fix.time, source: fix.source, rank: fix.sourceClass.rank, feed: fix.feed)
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

    /// The level is a mean over frames: it has no message of its own.
    private func writeLevel(_ json: inout JSONWriter) {
        guard let level = track.level, level.isFinite else { return }
        json.beginObject()
        json.member("key", "level")
        json.member("value", Double(level), decimals: 1)
        json.member("unit", "dBFS")
        json.member("time", track.lastHeard)
        json.member("age", max(0, now.seconds(since: track.lastHeard)), decimals: 1)
        json.member("known", "observed")
        json.endObject()
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

extension TargetState {
    /// The modes that are on, in readsb's words.
    var modeNames: [String] {
        guard let modes else { return [] }
        var names: [String] = []
        if modes.contains(.autopilot) { names.append("autopilot") }
        if modes.contains(.verticalNavigation) { names.append("vnav") }
        if modes.contains(.altitudeHold) { names.append("althold") }
        if modes.contains(.approach) { names.append("approach") }
        if modes.contains(.lateralNavigation) { names.append("lnav") }
        if isTCASOperational == true { names.append("tcas") }
        return names
    }
}
