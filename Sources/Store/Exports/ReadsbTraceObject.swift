import Feeds
import ModeS
import Tracking

/// The object of a trace's row, with readsb's keys: written where there is something to say.
struct ReadsbTraceObject {
    let row: Observation
    let details: ObservationDetails?
    /// What the aircraft calls itself, where that is news.
    let news: NameCursor?
    let own: ReadsbTraceFormatter.OwnMarks

    func write(_ out: inout TextBuffer) {
        guard details != nil || news != nil || !own.isEmpty || row.nicByte != .max || row.levelByte != .max else {
            return out.text("null")
        }
        out.text("{\"type\":\"\(row.sourceClass.readsbName)\"")
        if let news { write(news, &out) }
        if row.nicByte != .max { out.member("nic", Int64(row.nicByte)) }
        if row.levelByte != .max { out.member("rssi", -5 * Int64(row.levelByte), decimals: 1) }
        if let details {
            writeMotion(details, &out)
            writeQuality(details, &out)
        }
        if !own.isEmpty { writeOwn(&out) }
        out.byte("}")
    }

    private func write(_ news: NameCursor, _ out: inout TextBuffer) {
        if let callsign = news[.callsign] {
            out.text(",\"flight\":")
            out.quoted(callsign + String(repeating: " ", count: max(0, 8 - callsign.utf8.count)))
        }
        for (key, field) in [
            ("squawk", IdentityChange.Field.squawk), ("category", .category), ("emergency", .emergency),
        ] {
            guard let value = news[field] else { continue }
            out.text(",\"\(key)\":")
            out.quoted(value)
        }
    }

    private func writeMotion(_ details: ObservationDetails, _ out: inout TextBuffer) {
        out.member("tas", details.trueAirspeed.map(Int64.init))
        out.member("mach", details.mach.map(Int64.init), decimals: 3)
        out.member("track_rate", details.trackRate.map(Int64.init), decimals: 2)
        out.member("mag_heading", details.magneticHeading.map(Int64.init), decimals: 1)
        out.member("true_heading", details.trueHeading.map(Int64.init), decimals: 1)
        out.member("nav_heading", details.selectedHeading.map(Int64.init), decimals: 1)
        out.member("nav_qnh", details.pressureSetting.map(Int64.init), decimals: 1)
        out.member("nav_altitude_mcp", details.selectedAltitude.map(Int64.init))
        out.member("nav_altitude_fms", details.managedAltitude.map(Int64.init))
        out.member("wd", details.windDirection.map(Int64.init))
        out.member("ws", details.windSpeed.map(Int64.init))
        out.member("oat", details.staticTemperature.map(Int64.init))
        out.member("tat", details.totalTemperature.map(Int64.init))
        guard let modes = details.modes else { return }
        let names = TraceDetails.modeNames.filter { modes & $0.bit != 0 }.map { "\"\($0.name)\"" }
        out.text(",\"nav_modes\":[\(names.joined(separator: ","))]")
    }

    private func writeQuality(_ details: ObservationDetails, _ out: inout TextBuffer) {
        out.member("version", details.adsbVersion.map(Int64.init))
        out.member("nac_p", details.nacP.map(Int64.init))
        out.member("nac_v", details.nacV.map(Int64.init))
        out.member("sil", details.sil.map(Int64.init))
        out.member("sda", details.sda.map(Int64.init))
        out.member("gva", details.gva.map(Int64.init))
        out.member("nic_baro", details.nicBaro.map(Int64.init))
        out.member("rc", details.containmentRadius.map(Int64.init))
        out.member("alert", details.isAlert.map { $0 ? 1 : 0 })
        out.member("spi", details.isIdent.map { $0 ? 1 : 0 })
        if let type = details.silType, TraceDetails.silTypeNames.indices.contains(Int(type)) {
            out.text(",\"sil_type\":\"\(TraceDetails.silTypeNames[Int(type)])\"")
        }
    }

    private func writeOwn(_ out: inout TextBuffer) {
        out.text(",\"pelacak\":{")
        var separator = ""
        for (key, value) in [
            ("flags", own.flags.map(Int64.init)), ("receivers", own.receivers.map(Int64.init)),
            ("alt_baro", own.groundAltitude),
        ] {
            guard let value else { continue }
            out.text("\(separator)\"\(key)\":\(value)")
            separator = ","
        }
        out.byte("}")
    }
}
