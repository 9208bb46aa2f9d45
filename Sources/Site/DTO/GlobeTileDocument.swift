import NIOCore

/// `/data/globe_NNNN.json`: the aircraft of one tile as `aircraft.json` writes them.
enum GlobeTileDocument {
    static func json(_ picture: SkyPicture, _ tile: GlobeTile, _ indices: [Int]) -> [UInt8] {
        let status = picture.status
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        json.mark(status.provenance)
        json.member("now", status.now)
        json.member("messages", status.messages)
        json.member("global_ac_count_withpos", status.positioned)
        json.member("globeIndex", tile.number)
        json.member("south", tile.box.south, decimals: 0)
        json.member("west", tile.box.west, decimals: 0)
        json.member("north", tile.box.north, decimals: 0)
        json.member("east", tile.box.east, decimals: 0)
        json.key("aircraft")
        json.beginArray()
        var buffer = ByteBuffer(bytes: json.bytes)
        ReadsbAircraftDocument(picture).append(indices.map { AircraftMatch(index: $0) }, to: &buffer)
        buffer.writeString("]}\n")
        return Array(buffer.readableBytesView)
    }
}
