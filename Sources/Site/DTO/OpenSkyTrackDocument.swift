import Aero
import NIOCore
import Tracking

/// `/api/tracks/all`: the path of one aircraft in the form of OpenSky's interface.
///
/// - Source: OpenSky REST API documentation, "Track by Aircraft".
enum OpenSkyTrackDocument {
    /// - Parameters:
    ///   - track: the aircraft where it is in the sky now.
    ///   - splits: the path may be of several flights, of which one is told.
    /// - Throws: `unknown` when nothing is kept of the time asked for.
    static func json(
        _ path: FlownPath,
        _ track: Track?,
        at time: Timestamp?,
        splits: Bool = false,
        _ provenance: Provenance
    ) throws(OpenSkyError) -> ByteBuffer {
        let points = splits ? Self.flight(path.points, at: time) : path.points[...]
        guard let first = points.first, let last = points.last else { throw .unknown }
        // The last point may be some seconds old while the aircraft is still there.
        let end = max(last.time, last.time == path.points.last?.time ? track?.lastHeard ?? last.time : last.time)
        if let time, time < first.time || time.seconds(since: end) > 1 { throw .unknown }
        var json = JSONWriter(capacity: points.count * 64 + 256)
        json.beginObject()
        json.mark(provenance)
        json.member("icao24", path.address.hex)
        json.key("callsign")
        if let callsign = path.name(at: last.time)?.callsign ?? track?.callsign?.value {
            json.padded(callsign, to: 8)
        } else {
            json.null()
        }
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

    /// Silence that ends a flight, seconds.
    private static let betweenFlights = 1800.0

    /// The points of the flight that a time lies in, or of the last one.
    private static func flight(_ points: [TrailPoint], at time: Timestamp?) -> ArraySlice<TrailPoint> {
        var start = points.startIndex
        for index in points.indices.dropFirst()
        where points[index].time.seconds(since: points[index - 1].time) > betweenFlights {
            if let time, time < points[index].time { return points[start..<index] }
            start = index
        }
        return points[start...]
    }
}
