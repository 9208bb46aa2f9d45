import Aero
import Tracking

/// `/api/v1/aircraft/{hex}/trail`: the path an aircraft left.
enum TrailDocument {
    static func json(_ track: Track, at now: Timestamp, _ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter(capacity: track.trail.points.count * 56 + 128)
        json.beginObject()
        json.mark(provenance)
        json.member("now", now)
        json.member("hex", track.address.hex)
        json.key("points")
        json.beginArray()
        for point in track.trail.points {
            json.beginArray()
            json.number(point.time.seconds, decimals: 3)
            json.number(point.latitude, decimals: 6)
            json.number(point.longitude, decimals: 6)
            if let altitude = point.altitude { json.number(altitude.rawValue, decimals: 0) } else { json.null() }
            json.integer(point.flags.subtracting(.geometricRate).rawValue)
            json.endArray()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
