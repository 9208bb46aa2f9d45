import Aero

extension TrackFile {
    /// A track in KML: `gx:Track` with its `when` and `gx:coord`, or placemarks of one point with a time stamp each.
    ///
    /// Nothing of XML is done but finding these elements: no entity is resolved, no document fetched.
    ///
    /// - Source: OGC 12-007r2, KML 2.3, 9.11 (Track), 15.2 (TimeStamp), 10.2 (Point).
    init?(kml bytes: [UInt8]) {
        var (times, places): ([Timestamp], [Position]) = ([], [])
        var at = 0
        while times.count <= Self.most, places.count <= Self.most, let open = bytes[at...].firstIndex(of: 0x3C),
            let close = bytes[open...].firstIndex(of: 0x3E)
        {
            at = close + 1
            let name = Self.name(bytes[(open + 1)..<close])
            guard ["when", "coord", "coordinates"].contains(name) else { continue }
            let end = bytes[at...].firstIndex(of: 0x3C) ?? bytes.endIndex
            let text = String(decoding: bytes[at..<end], as: UTF8.self)
            at = end
            if name == "when" {
                if let time = Self.time(text) { times.append(time) }
            } else if let place = Self.point(text, isCoord: name == "coord") {
                places.append(place)
            }
        }
        // A line without times has more points than there are times, and no way to tell which is whose.
        guard times.count == places.count else { return nil }
        self.init(zip(times, places).map { End(time: $0, place: $1) })
    }

    /// The local name of an opening tag: `gx:coord` is `coord`.
    private static func name(_ tag: ArraySlice<UInt8>) -> String {
        let word = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        let local = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last ?? []
        guard local.count <= 11 else { return "" }
        return String(decoding: local, as: UTF8.self)
    }

    /// One point; `nil` for several, which are a line.
    private static func point(_ text: String, isCoord: Bool) -> Position? {
        let tuples = text.split(whereSeparator: \.isWhitespace)
        let parts: [Substring]
        if isCoord {
            guard tuples.count >= 2 else { return nil }
            parts = Array(tuples)
        } else {
            guard tuples.count == 1 else { return nil }
            parts = tuples[0].split(separator: ",")
        }
        guard parts.count >= 2 else { return nil }
        return position(latitude: parts[1], longitude: parts[0])
    }
}
