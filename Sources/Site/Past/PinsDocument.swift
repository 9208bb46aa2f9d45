import Aero
import Tracking

/// Documents of pins.
enum PinsDocument {
    static func list(_ pins: [HistoryPin], realm: ArchiveRealm) -> [UInt8] {
        var json = JSONWriter(capacity: pins.count * 160 + 128)
        json.beginObject()
        head(realm, to: &json)
        json.key("pins")
        json.beginArray()
        for pin in pins.sorted(by: { $0.number < $1.number }) {
            json.beginObject()
            members(pin, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    static func one(_ pin: HistoryPin, realm: ArchiveRealm) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        head(realm, to: &json)
        members(pin, to: &json)
        json.endObject()
        return json.bytes
    }

    private static func head(_ realm: ArchiveRealm, to json: inout JSONWriter) {
        if realm == .simulated { json.member("simulated", true) }
        json.member("realm", realm.rawValue)
    }

    private static func members(_ pin: HistoryPin, to json: inout JSONWriter) {
        json.member("number", Int(clamping: pin.number))
        json.member("hex", pin.aircraft?.address.hex)
        if let area = pin.area {
            json.key("box")
            json.beginArray()
            for edge in [area.west, area.south, area.east, area.north] { json.number(edge, decimals: 5) }
            json.endArray()
        }
        json.member("from", pin.from)
        json.member("to", pin.to)
        json.member("reason", pin.reason)
        json.member("who", pin.who)
        json.member("made", pin.made)
    }
}
