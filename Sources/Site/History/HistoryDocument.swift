import Aero
import ModeS
import Tracking

/// `/data/history_N.json`: an instant of the last hour with the positions of then.
enum HistoryDocument {
    /// How many there are; 0 is the oldest.
    static let count = 60
    /// Seconds between them.
    static let interval = 60.0

    /// The number of `history_N.json`; `nil` for another name.
    static func number(_ name: String) -> Int? {
        guard name.hasPrefix("history_"), name.hasSuffix(".json") else { return nil }
        let digits = name.dropFirst(8).dropLast(5)
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(digits), number < count
        else { return nil }
        return number
    }

    static func json(_ number: Int, _ picture: SkyPicture) -> [UInt8] {
        let status = picture.status
        let time = status.now.advanced(bySeconds: -Double(count - number) * interval)
        var json = JSONWriter(capacity: picture.tracks.count * 128 + 256)
        json.beginObject()
        json.mark(status.provenance)
        json.member("now", time)
        json.key("aircraft")
        json.beginArray()
        for track in picture.tracks {
            guard let sample = PathSample(track, at: time) else { continue }
            json.beginObject()
            json.member("hex", track.address.hex)
            json.member("type", sample.sourceClass.readsbName)
            let name = track.trail.name(at: time)
            if let callsign = name?.callsign {
                json.key("flight")
                json.padded(callsign, to: 8)
            }
            if sample.isOnGround { json.member("alt_baro", "ground") }
            if !sample.isOnGround { json.member("alt_baro", sample.altitude, decimals: 0) }
            json.member("gs", sample.groundSpeed, decimals: 1)
            json.member("squawk", name?.squawk?.description)
            json.member("lat", sample.latitude, decimals: 6)
            json.member("lon", sample.longitude, decimals: 6)
            json.member("seen_pos", 0, decimals: 1)
            json.member("seen", 0, decimals: 1)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
