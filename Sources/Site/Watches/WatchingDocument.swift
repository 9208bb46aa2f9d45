/// How we watched since a time.
enum WatchingDocument {
    static func json(_ report: WatchingReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("since", report.since)
        if report.isSimulated { json.member("simulated", true) }
        json.member("watermark", report.watermark)
        json.member("alerts", report.alerts)
        json.objects("gaps", report.gaps) { gap, json in
            json.member("from", gap.from)
            json.member("to", gap.to)
            json.member("why", gap.reason.rawValue)
        }
        json.objects("stopped", report.stopped) { one, json in
            json.member("id", one.id)
            json.member("name", one.name)
            json.member("at", one.at)
        }
        json.member("lateFindings", report.lateFindings)
        json.member("lateRows", report.lateRows)
        json.member("aircraft", report.aircraft)
        json.member("rules", report.rules)
        json.member("wall", report.wall)
        json.objects("happenings", report.happenings) { one, json in
            json.member("time", one.time)
            json.member("hex", one.hex)
            json.member("name", one.name)
            json.member("kind", one.kind)
            json.member("airport", one.airport)
            json.member("knowing", one.knowing)
            json.member("gapClass", one.gapClass)
        }
        json.member("happened", report.happened)
        if let heartbeat = report.heartbeat {
            json.key("heartbeat")
            json.beginObject()
            json.member("lastSuccess", heartbeat.lastSuccess)
            json.member("lastFailure", heartbeat.lastFailure)
            WatchesDocument.lastError(heartbeat.lastError, to: &json)
            json.endObject()
        }
        json.endObject()
        return json.bytes
    }
}
