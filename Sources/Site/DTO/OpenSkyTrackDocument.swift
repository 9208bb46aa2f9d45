import Aero
import NIOCore
import Tracking

/// `/api/tracks/all`: the path of one aircraft in the form of OpenSky's interface.
///
/// - Source: OpenSky REST API documentation, "Track by Aircraft".
enum OpenSkyTrackDocument {
    /// - Throws: `unknown` when nothing is kept of the time asked for.
    static func json(
        _ track: Track,
        at time: Timestamp?,
        _ provenance: Provenance
    ) throws(OpenSkyError) -> ByteBuffer {
        let points = track.trail.points
        guard let first = points.first, let last = points.last else { throw .unknown }
        // The last point may be some seconds old while the aircraft is still there.
        if let time, time < first.time || time.seconds(since: max(last.time, track.lastHeard)) > 1 { throw .unknown }
        var json = JSONWriter(capacity: points.count * 64 + 256)
        json.beginObject()
        json.mark(provenance)
        json.member("icao24", track.address.hex)
        json.key("callsign")
        if let callsign = track.callsign?.value { json.padded(callsign, to: 8) } else { json.null() }
        json.key("startTime")
        json.integer(OpenSkyStatesDocument.seconds(first.time))
        json.key("endTime")
        json.integer(OpenSkyStatesDocument.seconds(last.time))
        json.key("path")
        json.beginArray()
        for point in points {
            json.beginArray()
            json.integer(OpenSkyStatesDocument.seconds(point.time))
            json.number(point.latitude, decimals: 4)
            json.number(point.longitude, decimals: 4)
            json.orNull(point.altitude?.metres.rawValue, decimals: 0)
            json.orNull(point.track?.rawValue, decimals: 0)
            json.boolean(point.flags.contains(.onGround))
            json.endArray()
        }
        json.endArray()
        json.endObject()
        return ByteBuffer(bytes: json.bytes)
    }
}
