import Aero

extension TrackFile {
    /// A track in KML: `gx:Track` with its `when` and `gx:coord`, or placemarks of one point with a time stamp or a span of time each. Times and
    /// points are paired within their track or placemark alone.
    ///
    /// Nothing of XML is done but finding these elements: no entity is resolved, no document fetched.
    ///
    /// - Source: OGC 12-007r2, KML 2.3, 9.11 (Track), 15.1 (TimeSpan), 15.2 (TimeStamp), 10.2 (Point).
    init(kml bytes: [UInt8]) throws(TrackFileError) {
        var (pieces, parts) = (XMLPieces(bytes), KMLParts())
        while let piece = pieces.next() {
            switch piece {
            case .open(let name): try parts.open(name)
            case .close(let name): try parts.close(name)
            case .text(let text): parts.add(text)
            }
        }
        try parts.closeAll()
        try self.init(parts.ends)
    }
}

/// What of a document belongs together.
private struct KMLParts {
    private struct Part {
        let name: String
        var times: [Timestamp] = []
        var places: [Position] = []
    }

    private static let fields: Set<String> = ["when", "begin", "end", "coord", "coordinates"]
    private static let containers: Set<String> = ["Track", "Placemark"]
    /// Deeper ones are none. Ours: a track stands in a placemark, and that in nothing that counts.
    private static let deepest = 8
    /// Bytes of a time or of one point.
    private static let longest = 200

    private(set) var ends = TrackFile.Ends()
    private var parts: [Part] = []
    private var found = 0
    private var field: (name: String, text: [UInt8])?

    mutating func open(_ name: String) throws(TrackFileError) {
        if Self.fields.contains(name) {
            field = (name, [])
        } else if Self.containers.contains(name) {
            field = nil
            guard parts.count < Self.deepest else { throw .noPosition }
            parts.append(Part(name: name))
        }
    }

    mutating func add(_ text: ArraySlice<UInt8>) {
        // What is longer is a line of points, which is none.
        guard let length = field?.text.count, length <= Self.longest else { return }
        field?.text += text.prefix(Self.longest + 1)
    }

    mutating func close(_ name: String) throws(TrackFileError) {
        if let (field, text) = field, field == name {
            self.field = nil
            try take(field, text)
        } else if let part = parts.last, part.name == name {
            parts.removeLast()
            pair(part)
        }
    }

    /// A document that ends too early has what it has.
    mutating func closeAll() throws(TrackFileError) {
        for part in parts.reversed() { pair(part) }
        parts = []
    }

    private mutating func take(_ field: String, _ bytes: [UInt8]) throws(TrackFileError) {
        guard let last = parts.indices.last, bytes.count <= Self.longest else { return }
        found += 1
        guard found <= 2 * TrackFile.most else { throw .tooMany(TrackFile.most) }
        let text = String(decoding: bytes, as: UTF8.self)
        if field == "coord" || field == "coordinates" {
            if let place = Self.point(text, isCoord: field == "coord") { parts[last].places.append(place) }
        } else if let time = TrackFile.time(text) {
            parts[last].times.append(time)
        }
    }

    /// The times of a track stand beside its points one by one; a placemark has one point, and a time or the two ends of one.
    private mutating func pair(_ part: Part) {
        if part.name == "Track" {
            guard part.times.count == part.places.count else { return }
            for (time, place) in zip(part.times, part.places) { ends.add(TrackFile.End(time: time, place: place)) }
        } else if part.places.count == 1, part.times.count <= 2 {
            for time in part.times { ends.add(TrackFile.End(time: time, place: part.places[0])) }
        }
    }

    /// One point; `nil` for several, which are a line.
    private static func point(_ text: String, isCoord: Bool) -> Position? {
        let tuples = text.split(whereSeparator: \.isWhitespace)
        let parts: [Substring]
        if isCoord {
            parts = tuples
        } else {
            guard tuples.count == 1 else { return nil }
            parts = tuples[0].split(separator: ",")
        }
        guard parts.count >= 2 else { return nil }
        return TrackFile.position(latitude: parts[1], longitude: parts[0])
    }
}
