import Aero
import Tracking

/// `/api/v1/site`: what this site is and shows.
struct SiteDocument: Sendable {
    let version: String
    let tiles: TileMetadata?
    /// The worlds of which the past is kept.
    var history: @Sendable () -> [ArchiveRealm] = { [] }
    /// What of it cannot be kept at present.
    var stops: @Sendable () -> [HistoryStop] = { [] }
    /// Whether this audience may ask who hears what.
    var tellsCoverage: @Sendable () -> Bool = { false }
    let hasVendor: Bool
    let reading: ReadingRight
    let writing: WritePermission.Mode
    /// What is kept from strangers in general, for everybody to read.
    let discretion: DiscretionDocument
    let wall: @Sendable () -> Timestamp

    /// - Parameter event: the kind, when the document goes out as an event.
    func json(_ status: SkyStatus, event: String? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("kind", event)
        write(to: &json, status)
        json.member("now", status.now)
        json.member("wall", wall())
        json.member("aircraft", status.aircraft)
        json.member("positioned", status.positioned)
        json.endObject()
        return json.bytes
    }

    /// The part that is worth an event when it changes.
    func lasting(_ status: SkyStatus) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        write(to: &json, status)
        json.endObject()
        return json.bytes
    }

    private func write(to json: inout JSONWriter, _ status: SkyStatus) {
        json.member("name", "Pelacak")
        json.member("version", version)
        json.mark(status.provenance)
        json.member("provenance", status.provenance.rawValue)
        json.member("timeLapse", status.timeLapse, decimals: 3)
        json.key("choice")
        json.beginObject()
        json.member("reason", status.choice.reason.rawValue)
        json.key("sources")
        json.beginArray()
        for source in status.choice.sources { json.string(source) }
        json.endArray()
        json.endObject()
        if let tiles {
            json.key("basemap")
            json.beginObject()
            json.member("minzoom", tiles.minimumZoom)
            json.member("maxzoom", tiles.maximumZoom)
            json.member("format", tiles.format.rawValue)
            json.member("attribution", tiles.attribution)
            json.endObject()
        }
        if !status.credits.isEmpty {
            json.key("credits")
            json.beginArray()
            for credit in status.credits {
                json.beginObject()
                json.member("name", credit.name)
                json.member("text", credit.text)
                json.member("link", credit.home)
                json.endObject()
            }
            json.endArray()
        }
        let history = history()
        if !history.isEmpty {
            json.key("history")
            json.strings(history.map(\.rawValue))
            json.member("coverage", tellsCoverage())
        }
        let stops = stops()
        if !stops.isEmpty {
            json.key("historyStopped")
            json.beginArray()
            for stop in stops {
                json.beginObject()
                json.member("part", stop.part.rawValue)
                json.member("reason", stop.reason.rawValue)
                json.endObject()
            }
            json.endArray()
        }
        json.key("discretion")
        discretion.write(to: &json)
        json.member("vendor", hasVendor)
        json.member("reading", reading.rawValue)
        json.member("writing", writing.rawValue)
    }
}
