import Aero
import ModeS
import Tracking

/// Instants of the past, each with the positions that were heard since the one before.
struct ChunkDocument {
    let paths: [FlownPath]
    let provenance: Provenance

    init(paths: [FlownPath], _ provenance: Provenance) {
        self.paths = paths
        self.provenance = provenance
    }

    init(picture: SkyPicture) { self.init(paths: picture.tracks.map { FlownPath($0) }, picture.status.provenance) }

    /// One position at the instant it belongs to.
    private struct Line {
        let instant: Int
        let track: Int
        let point: TrailPoint
    }

    /// `/chunks/chunk_….gz`: arrays `[hex, altitude, speed, track, latitude, longitude, age, type, callsign, messages]`.
    ///
    /// - Parameter start: milliseconds since 1970.
    func json(from start: Int64) -> [UInt8] {
        let begin = Timestamp(nanoseconds: start * 1_000_000)
        let end = begin.advanced(bySeconds: ChunkPlan.length)
        var lines = lines(begin, end, step: ChunkPlan.step)
        var step = ChunkPlan.step
        if lines.count > ChunkPlan.lines {
            step *= (Double(lines.count) / Double(ChunkPlan.lines)).rounded(.up)
            lines = self.lines(begin, end, step: step)
        }
        var json = JSONWriter(capacity: lines.count * 80 + 1024)
        json.beginObject()
        json.mark(provenance)
        json.key("files")
        json.beginArray()
        var place = 0
        while place < lines.count {
            let instant = lines[place].instant
            let end = lines[place...].firstIndex { $0.instant != instant } ?? lines.count
            // Not the end of the step, which may lie ahead of the sky's time: clients take nothing older than what they have.
            let time = lines[place..<end].map(\.point.time).max() ?? begin
            json.beginObject()
            json.mark(provenance)
            json.member("now", time)
            json.key("aircraft")
            json.beginArray()
            for line in lines[place..<end] { write(line, at: time, to: &json) }
            json.endArray()
            json.endObject()
            place = end
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    /// The last position of each aircraft in each step, in the order of the instants.
    private func lines(_ begin: Timestamp, _ end: Timestamp, step: Double) -> [Line] {
        var lines: [Line] = []
        for (index, path) in paths.enumerated() {
            var last: Line?
            for point in path.points where point.time >= begin && point.time < end {
                let instant = Int(point.time.seconds(since: begin) / step)
                if let last, last.instant != instant { lines.append(last) }
                last = Line(instant: instant, track: index, point: point)
            }
            if let last { lines.append(last) }
        }
        lines.sort { ($0.instant, $0.track) < ($1.instant, $1.track) }
        return lines
    }

    private func write(_ line: Line, at time: Timestamp, to json: inout JSONWriter) {
        let path = paths[line.track]
        let point = line.point
        json.beginArray()
        json.string(path.address.hex)
        if point.flags.contains(.onGround) {
            json.string("ground")
        } else {
            json.number(point.altitude?.rawValue ?? .nan, decimals: 0)
        }
        json.number(point.groundSpeed?.rawValue ?? .nan, decimals: 1)
        json.number(point.track?.rawValue ?? .nan, decimals: 1)
        json.number(point.latitude, decimals: 6)
        json.number(point.longitude, decimals: 6)
        json.number(max(0, time.seconds(since: point.time)), decimals: 1)
        json.string(point.sourceClass.readsbName)
        if let callsign = path.name(at: point.time)?.callsign {
            json.padded(callsign, to: 8)
        } else {
            json.null()
        }
        // How many messages there were then is not kept.
        json.null()
        json.endArray()
    }
}
