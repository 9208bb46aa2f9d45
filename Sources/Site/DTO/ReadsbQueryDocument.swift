import Aero
import NIOCore

/// Answers to questions about aircraft, in the two forms that clients know.
enum ReadsbQueryDocument {
    /// As readsb's query interface answers: seconds, `resultCount`.
    static func plain(_ picture: SkyPicture, _ query: AircraftQuery, since begin: ContinuousClock.Instant) -> ByteBuffer
    {
        let matches = query.matches(in: picture)
        var buffer = head("aircraft", picture) { $0.member("now", picture.status.now) }
        ReadsbAircraftDocument(picture).append(matches, to: &buffer)
        finish(&buffer) { json in
            json.member("resultCount", matches.count)
            json.member("ptime", milliseconds(since: begin), decimals: 3)
        }
        return buffer
    }

    /// As the v2 interface of ADS-B Exchange and its like answers: milliseconds, `ac`, `total`.
    static func v2(_ picture: SkyPicture, _ query: AircraftQuery, since begin: ContinuousClock.Instant) -> ByteBuffer {
        v2(picture, query.matches(in: picture), message: "No error", since: begin)
    }

    /// The same when the question cannot be answered.
    static func v2(
        _ picture: SkyPicture,
        refusing error: AircraftQueryError,
        since begin: ContinuousClock.Instant
    ) -> ByteBuffer {
        v2(picture, [], message: error.message, since: begin)
    }

    /// That the query interface is there.
    static func status(_ picture: SkyPicture) -> ByteBuffer {
        var json = JSONWriter()
        json.beginObject()
        json.mark(picture.status.provenance)
        json.member("status", "ok")
        json.endObject()
        return ByteBuffer(bytes: json.bytes)
    }

    private static func v2(
        _ picture: SkyPicture,
        _ matches: [AircraftMatch],
        message: String,
        since begin: ContinuousClock.Instant
    ) -> ByteBuffer {
        var buffer = head("ac", picture) { _ in }
        ReadsbAircraftDocument(picture).append(matches, to: &buffer)
        let now = Int(picture.status.now.milliseconds)
        finish(&buffer) { json in
            json.member("msg", message)
            json.member("now", now)
            json.member("total", matches.count)
            json.member("ctime", now)
            json.member("ptime", milliseconds(since: begin), decimals: 0)
        }
        return buffer
    }

    private static func head(_ key: JSONKey, _ picture: SkyPicture, _ more: (inout JSONWriter) -> Void) -> ByteBuffer {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.mark(picture.status.provenance)
        more(&json)
        json.key(key)
        json.beginArray()
        return ByteBuffer(bytes: json.bytes)
    }

    /// Closes the list and writes what comes behind it.
    private static func finish(_ buffer: inout ByteBuffer, _ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        members(&json)
        json.endObject()
        json.newline()
        buffer.writeStaticString("],")
        buffer.writeBytes(json.bytes.dropFirst())
    }

    private static func milliseconds(since begin: ContinuousClock.Instant) -> Double {
        let parts = begin.duration(to: .now).components
        return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
    }
}
