import Aero

/// `/data/receiver.json`: what clients of readsb's interface may expect.
enum ReadsbReceiverDocument {
    /// - Parameter place: as it may be shown; `nil` leaves it out.
    static func json(version: String, place: Position?, _ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.mark(provenance)
        json.member("refresh", 1000)
        json.member("history", 0)
        json.member("readsb", true)
        json.member("version", "pelacak \(version)")
        json.member("lat", place?.latitude, decimals: 2)
        json.member("lon", place?.longitude, decimals: 2)
        json.endObject()
        json.newline()
        return json.bytes
    }
}
