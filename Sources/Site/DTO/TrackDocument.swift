import Aero
import ModeS
import Tracking

/// `/api/v1/aircraft/{hex}/track`: the path an aircraft left with how it moved, one column a quantity.
enum TrackDocument {
    static func json(_ track: Track, at now: Timestamp, _ provenance: Provenance) -> [UInt8] {
        let points = track.trail.points
        var json = JSONWriter(capacity: points.count * 120 + 512)
        json.beginObject()
        json.mark(provenance)
        json.member("now", now)
        json.member("hex", track.address.hex)
        json.member("points", points.count)
        json.key("units")
        json.beginObject()
        for (name, unit) in units { json.member(name, unit) }
        json.endObject()
        json.key("columns")
        json.beginObject()
        column("time", points, 3, &json) { $0.time.seconds }
        column("latitude", points, 6, &json) { $0.latitude }
        column("longitude", points, 6, &json) { $0.longitude }
        column("altitude", points, 0, &json) { $0.altitude?.rawValue }
        column("geometricAltitude", points, 0, &json) { $0.geometricAltitude?.rawValue }
        column("groundSpeed", points, 1, &json) { $0.groundSpeed?.rawValue }
        column("track", points, 1, &json) { $0.track?.rawValue }
        column("verticalRate", points, 0, &json) { $0.verticalRate?.rawValue }
        json.key("source")
        json.beginArray()
        for point in points { json.string(point.sourceClass.readsbName) }
        json.endArray()
        json.key("flags")
        json.beginArray()
        for point in points { json.integer(point.flags.rawValue) }
        json.endArray()
        json.endObject()
        json.endObject()
        return json.bytes
    }

    private static let units: [(JSONKey, String)] = [
        ("time", "s"), ("latitude", "deg"), ("longitude", "deg"), ("altitude", "ft"), ("geometricAltitude", "ft"),
        ("groundSpeed", "kt"), ("track", "deg"), ("verticalRate", "ft/min"),
    ]

    private static func column(
        _ name: JSONKey,
        _ points: [TrailPoint],
        _ decimals: Int,
        _ json: inout JSONWriter,
        _ value: (TrailPoint) -> Double?
    ) {
        json.key(name)
        json.beginArray()
        for point in points {
            if let value = value(point) { json.number(value, decimals: decimals) } else { json.null() }
        }
        json.endArray()
    }
}
