import Aero
import Watch

/// Documents of outlets.
enum OutletsDocument {
    static func list(_ outlets: [ShownOutlet]) -> [UInt8] {
        var json = JSONWriter(capacity: outlets.count * 256 + 64)
        json.beginObject()
        json.key("outlets")
        json.beginArray()
        for outlet in outlets {
            json.beginObject()
            members(outlet, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    static func one(_ outlet: ShownOutlet) -> [UInt8] { object { members(outlet, to: &$0) } }

    /// - Parameter trouble: why a test did not arrive.
    static func trial(_ trouble: DeliveryTrouble?) -> [UInt8] {
        object { json in
            json.member("delivered", trouble == nil)
            json.member("error", trouble?.description)
            if let trouble { WatchesDocument.texts("errorText", trouble.texts, to: &json) }
        }
    }

    static func again(_ count: Int) -> [UInt8] { object { $0.member("again", count) } }

    private static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        members(&json)
        json.endObject()
        return json.bytes
    }

    private static func members(_ outlet: ShownOutlet, to json: inout JSONWriter) {
        json.member("name", outlet.name)
        json.member("kind", outlet.kind)
        json.key("settings")
        json.beginObject()
        // The keys are those that outlets know, all of plain letters.
        for (key, value) in outlet.settings.sorted(by: { $0.key < $1.key }) { json.member(JSONKey(key), value) }
        json.endObject()
        json.member("fixed", outlet.isFromFile ? true : nil)
        json.member("state", outlet.state)
        json.member("pending", outlet.tally.pending)
        json.member("dead", outlet.tally.dead)
        json.member("lastSuccess", outlet.tally.lastSuccess)
        json.member("lastFailure", outlet.tally.lastFailure)
        WatchesDocument.lastError(outlet.tally.lastError, to: &json)
        json.member("feed", outlet.feedPath)
    }
}
