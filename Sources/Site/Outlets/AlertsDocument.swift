import Aero
import Watch

/// Documents of alerts. Texts are cleaned of what would hide or turn them; pages set them as text, never as markup.
enum AlertsDocument {
    static func list(_ alerts: [KeptAlert], for audience: Audience) -> [UInt8] {
        var json = JSONWriter(capacity: alerts.count * 512 + 64)
        json.beginObject()
        json.key("alerts")
        json.beginArray()
        for alert in alerts {
            json.beginObject()
            members(alert, audience, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    /// Without its evidence.
    static func brief(_ alert: KeptAlert, for audience: Audience) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        members(alert, audience, to: &json)
        json.endObject()
        return json.bytes
    }

    /// With its evidence, where that may be told.
    static func one(_ alert: KeptAlert, for audience: Audience) -> [UInt8] {
        var json = JSONWriter(capacity: alert.record.evidence.count + 1024)
        json.beginObject()
        members(alert, audience, to: &json)
        if audience == .operators, !alert.record.evidence.isEmpty {
            json.key("evidence")
            json.raw(alert.record.evidence)
        }
        json.endObject()
        return json.bytes
    }

    private static func members(_ alert: KeptAlert, _ audience: Audience, to json: inout JSONWriter) {
        let record = alert.record
        json.member("id", record.id)
        json.member("number", Int(clamping: alert.number))
        json.member("watch", record.ruleID)
        json.member("name", SafeText.line(record.ruleName))
        json.member("time", record.time)
        json.member("made", record.made)
        json.key("title")
        texts(record.title, SafeText.line, to: &json)
        json.key("body")
        texts(record.body, SafeText.plain, to: &json)
        json.key("aircraft")
        json.beginArray()
        for hex in record.aircraft { json.string(hex) }
        json.endArray()
        if let place = record.place {
            json.key("place")
            json.beginObject()
            json.member("lat", place.latitude, decimals: 5)
            json.member("lon", place.longitude, decimals: 5)
            json.endObject()
        }
        json.member("link", record.link)
        if record.isSimulated { json.member("simulated", true) }
        json.member("corrects", record.corrects)
        json.member("correctedBy", alert.correctedBy)
        json.member("suppressedBefore", record.suppressedBefore)
        guard audience == .operators else { return }
        json.member("public", record.isPublic)
        json.member("visit", record.visit)
        json.key("deliveries")
        json.beginArray()
        for delivery in alert.deliveries {
            json.beginObject()
            json.member("outlet", delivery.outlet)
            json.member("state", delivery.state.name)
            json.member("tries", delivery.tries)
            json.member("lastError", delivery.lastError)
            json.member("ended", delivery.ended)
            json.endObject()
        }
        json.endArray()
    }

    private static func texts(_ texts: [String: String], _ clean: (String) -> String, to json: inout JSONWriter) {
        json.beginObject()
        json.member("en", texts["en"].map(clean))
        json.member("id", texts["id"].map(clean))
        json.endObject()
    }
}
