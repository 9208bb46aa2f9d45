import Aero

extension TrackFile {
    private static let timeNames = ["time", "timestamp", "utc", "date", "datetime", "utc time", "snapshot_id"]
    private static let latitudeNames = ["latitude", "lat"]
    private static let longitudeNames = ["longitude", "lon", "lng", "long"]
    private static let placeNames = ["position", "coordinates"]

    /// A track in CSV with a line of names: one of a time, and ones of latitude and longitude, or one of both (`52.3,4.8`).
    init?(csv bytes: [UInt8]) {
        var rows = CSVRows(String(decoding: bytes, as: UTF8.self))
        guard let head = rows.next()?.map({ $0.lowercased().filter { $0 != "\u{FEFF}" } }) else { return nil }
        func column(_ names: [String]) -> Int? { names.compactMap { head.firstIndex(of: $0) }.first }
        guard let time = column(Self.timeNames) else { return nil }
        let (latitude, longitude, both) =
            (column(Self.latitudeNames), column(Self.longitudeNames), column(Self.placeNames))
        var ends: [End] = []
        while ends.count < Self.most, let row = rows.next() {
            func cell(_ column: Int?) -> String? { column.flatMap { row.indices.contains($0) ? row[$0] : nil } }
            var place: Position?
            if let north = cell(latitude), let east = cell(longitude) {
                place = Self.position(latitude: north, longitude: east)
            } else if let parts = cell(both)?.split(separator: ","), parts.count == 2 {
                place = Self.position(latitude: parts[0], longitude: parts[1])
            }
            if let place, let time = cell(time).flatMap({ Self.time($0) }) {
                ends.append(End(time: time, place: place))
            }
        }
        self.init(ends)
    }
}

/// Rows of comma-separated cells; a cell in quotes may hold commas, line ends and doubled quotes.
///
/// - Source: RFC 4180, 2.
private struct CSVRows {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = text[...].unicodeScalars }

    mutating func next() -> [String]? {
        guard !rest.isEmpty else { return nil }
        var (cells, cell, isQuoted): ([String], String.UnicodeScalarView, Bool) = ([], .init(), false)
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                if isQuoted, rest.first == "\"" {
                    rest.removeFirst()
                    cell.append(scalar)
                } else {
                    isQuoted.toggle()
                }
            case "," where !isQuoted:
                cells.append(String(cell))
                cell = .init()
            case "\n" where !isQuoted, "\r" where !isQuoted:
                if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
                cells.append(String(cell))
                return cells
            default: cell.append(scalar)
            }
            guard cells.count < 200 else { return cells }
        }
        cells.append(String(cell))
        return cells
    }
}
