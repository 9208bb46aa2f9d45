import Aero

/// `/data/receiver.json`: what clients of readsb's interface may expect.
enum ReadsbReceiverDocument {
    /// - Parameters:
    ///   - mode: which of the ways to get aircraft is offered; clients take the first they know.
    ///   - place: as it may be shown; `nil` leaves it out.
    static func json(version: String, mode: Tar1090Mode, place: Position?, _ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.mark(provenance)
        json.member("refresh", 1000)
        json.member("history", HistoryDocument.count)
        json.member("readsb", true)
        // Pages show the version; it is the one place of the interface where a reader sees a word of ours.
        json.member("version", "pelacak \(version)" + (provenance == .simulated ? " SIMULATED" : ""))
        json.member("lat", place?.latitude, decimals: 4)
        json.member("lon", place?.longitude, decimals: 4)
        json.member("dbServer", true)
        json.member("haveTraces", true)
        json.member("haveReplay", true)
        json.member("outlineJson", true)
        // Trails keep a point every 20 s where the path is straight.
        json.member("json_trace_interval", 20)
        if mode.usesGlobe {
            json.member("globeIndexGrid", Int(GlobeTile.size))
            json.key("globeIndexSpecialTiles")
            json.beginArray()
            json.endArray()
        }
        if mode.usesQueries { json.member("reapi", true) }
        if mode.usesBinCraft { json.member("binCraft", true) }
        if mode.usesZstd { json.member("zstd", true) }
        json.endObject()
        json.newline()
        return json.bytes
    }
}
