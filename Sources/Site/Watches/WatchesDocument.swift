import Tracking
import Watch

/// Documents of rules.
enum WatchesDocument {
    static func list(_ watches: [KeptWatch]) -> [UInt8] {
        var json = JSONWriter(capacity: watches.count * 1_024 + 64)
        json.beginObject()
        json.objects("watches", watches) { members($0, to: &$1) }
        json.endObject()
        return json.bytes
    }

    static func one(_ watch: KeptWatch) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        members(watch, to: &json)
        json.endObject()
        return json.bytes
    }

    static func examples(_ examples: [WatchExample]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.objects("examples", examples) { example, json in
            json.member("id", example.id)
            json.member("name", example.name)
            json.key("rule")
            json.raw(example.rule)
            json.member("yaml", example.yaml)
            texts("sentence", example.sentence, to: &json)
        }
        json.endObject()
        return json.bytes
    }

    static func areas(_ areas: [NamedArea]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.objects("areas", areas) { members($0, to: &$1) }
        json.endObject()
        return json.bytes
    }

    static func area(_ area: NamedArea) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        members(area, to: &json)
        json.endObject()
        return json.bytes
    }

    private static func members(_ area: NamedArea, to json: inout JSONWriter) {
        json.member("name", area.name)
        json.key("area")
        json.raw(area.area)
        if area.isByHand { json.member("byHand", true) }
    }

    static func preview(_ preview: WatchPreview, realm: ArchiveRealm) -> [UInt8] {
        var json = JSONWriter(capacity: preview.alerts.count * 1_024 + 512)
        json.beginObject()
        if realm == .simulated { json.member("simulated", true) }
        json.member("realm", realm.rawValue)
        json.member("count", preview.count)
        json.member("truncated", preview.isTruncated)
        json.key("looked")
        json.beginObject()
        json.member("from", preview.from)
        json.member("to", preview.to)
        json.endObject()
        json.key("cost")
        json.beginObject()
        json.member("rows", preview.rows)
        json.member("aircraft", preview.aircraft)
        json.member("seconds", preview.seconds, decimals: 3)
        json.member("size", preview.size)
        json.member("stopped", preview.isStopped)
        json.endObject()
        json.objects("alerts", preview.alerts) { record, json in
            AlertsDocument.members(ToldAlert(record), withAll: false, to: &json)
        }
        json.endObject()
        return json.bytes
    }

    private static func members(_ watch: KeptWatch, to json: inout JSONWriter) {
        json.member("id", watch.id)
        json.member("name", watch.name)
        json.member("version", watch.version)
        json.member("enabled", watch.isEnabled)
        json.member("stopped", watch.stopped)
        json.member("size", watch.size)
        json.key("rule")
        json.raw(watch.rule)
        json.member("yaml", watch.yaml)
        texts("sentence", watch.sentence, to: &json)
        json.member("lastAlert", watch.lastAlert)
        json.member("alerts30d", watch.recentAlerts)
        json.member("public", watch.isPublic)
        json.member("visit", watch.visit)
        json.member("by", watch.by)
        json.member("made", watch.made)
    }

    /// Why something failed last, in English and by language.
    static func lastError(_ trouble: DeliveryTrouble?, to json: inout JSONWriter) {
        guard let trouble else { return }
        json.member("lastError", trouble.description)
        texts("lastErrorText", trouble.texts, to: &json)
    }

    /// A text by language.
    static func texts(_ key: JSONKey, _ texts: [String: String], to json: inout JSONWriter) {
        json.key(key)
        json.beginObject()
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) { json.member(JSONKey(language), text) }
        json.endObject()
    }
}
