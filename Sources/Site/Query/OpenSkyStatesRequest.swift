import Aero

/// A question for OpenSky's state vectors.
///
/// - Source: OpenSky REST API documentation, "All State Vectors".
struct OpenSkyStatesRequest: Hashable, Sendable {
    /// `nil`: all.
    var addresses: [AircraftAddress]?
    var box: Box?
    /// Whether the category is asked for.
    var isExtended = false
    /// `nil`: now.
    var time: Timestamp?

    /// Whether it asks for the whole sky as it is now.
    var isOfAll: Bool { addresses == nil && box == nil && time == nil }

    /// - Parameter options: decoded pairs of the query; `icao24` may be repeated or hold several by comma.
    init(_ options: [(name: String, value: String)]) throws(OpenSkyError) {
        var edges: [String: Double] = [:]
        for (name, value) in options {
            switch name.lowercased() {
            case "icao24":
                let more: [AircraftAddress]
                do { more = try QueryText.addresses(value) } catch { throw .badAddress }
                addresses = (addresses ?? []) + more
                guard addresses?.count ?? 0 <= AircraftQuery.nameBound else { throw .tooManyAddresses }
            case "lamin", "lamax", "lomin", "lomax":
                guard let number = QueryText.number(value) else { throw .badBox }
                edges[name.lowercased()] = number
            case "extended": isExtended = value == "1" || value.lowercased() == "true"
            case "time": time = try OpenSkyStatesRequest.time(value)
            default: continue
            }
        }
        guard !edges.isEmpty else { return }
        guard let south = edges["lamin"], let north = edges["lamax"], let west = edges["lomin"],
            let east = edges["lomax"], let box = Box(south: south, north: north, west: west, east: east)
        else { throw .badBox }
        self.box = box
    }

    /// Seconds since 1970; `nil` for now, which may also be written 0.
    static func time(_ text: String) throws(OpenSkyError) -> Timestamp? {
        guard let seconds = QueryText.number(text), seconds >= 0, seconds < 1e10 else { throw .badTime }
        return seconds == 0 ? nil : Timestamp(seconds: seconds)
    }
}
