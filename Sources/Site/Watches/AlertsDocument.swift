import Aero
import Watch

/// Documents of alerts.
enum AlertsDocument {
    /// - Parameter withAll: with evidence left out, but what is told of rules and deliveries to those who may know.
    static func list(_ told: [ToldAlert], next: Timestamp?, withAll: Bool) -> [UInt8] {
        var json = JSONWriter(capacity: told.count * 1_024 + 64)
        json.beginObject()
        json.objects("alerts", told) { members($0, withAll: withAll, to: &$1) }
        json.member("next", next)
        json.endObject()
        return json.bytes
    }

    /// One, without its evidence.
    ///
    /// - Parameter rings: whether an open page rings for it.
    static func brief(_ told: ToldAlert, withAll: Bool, rings: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("rings", rings)
        members(told, withAll: withAll, to: &json)
        json.endObject()
        return json.bytes
    }

    static func one(_ told: ToldAlert, withAll: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        members(told, withAll: withAll, to: &json)
        if withAll, !told.record.evidence.isEmpty {
            json.key("evidence")
            json.raw(told.record.evidence)
        }
        json.endObject()
        return json.bytes
    }

    /// - Parameter found: `nil` where no raw messages are kept.
    static func messages(_ found: AlertMessagesFound?) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("kept", found != nil)
        json.member("cut", found?.isCut ?? false)
        json.objects("messages", found?.messages ?? []) { message, json in
            json.member("time", message.time)
            json.member("receiver", Int(message.receiver))
            json.member("hex", message.aircraft.hex)
            json.member("form", message.form.rawValue)
            json.member("message", message.hex)
        }
        json.endObject()
        return json.bytes
    }

    static func members(_ told: ToldAlert, withAll: Bool, to json: inout JSONWriter) {
        let record = told.record
        json.member("id", record.id)
        if record.isSimulated { json.member("simulated", true) }
        json.member("watch", record.ruleID)
        json.member("version", record.ruleVersion)
        json.member("name", record.ruleName)
        json.member("time", record.time)
        json.member("made", record.made)
        WatchesDocument.texts("title", record.title, to: &json)
        WatchesDocument.texts("body", record.body, to: &json)
        json.key("aircraft")
        json.beginArray()
        for hex in record.aircraft { json.string(hex) }
        json.endArray()
        if let place = record.place {
            json.key("place")
            json.beginArray()
            json.number(place.latitude, decimals: 5)
            json.number(place.longitude, decimals: 5)
            json.endArray()
        }
        json.member("link", record.link)
        json.member("suppressedBefore", record.suppressedBefore)
        json.member("public", record.isPublic)
        json.member("corrects", record.corrects)
        json.member("correctedBy", told.correctedBy)
        if record.isLate { json.member("late", true) }
        guard withAll else { return }
        json.member("visit", record.visit)
        json.objects("deliveries", told.deliveries) { delivery, json in
            json.member("outlet", delivery.outlet)
            json.member("state", delivery.state)
            json.member("tries", delivery.tries)
            WatchesDocument.lastError(delivery.lastError, to: &json)
        }
    }
}
