import Aero

extension TrackFile {
    private static let timeNames = ["time", "timestamp", "utc", "date", "datetime", "utc time", "snapshot_id"]
    private static let latitudeNames = ["latitude", "lat"]
    private static let longitudeNames = ["longitude", "lon", "lng", "long"]
    private static let placeNames = ["position", "coordinates"]
    /// What may stand behind a name and says no more than is taken for granted.
    private static let units = ["(utc)", "(gmt)", "(z)", "(deg)", "(degrees)", "(°)"]

    /// A track in CSV with a line of names: one of a time, and ones of latitude and longitude, or one of both (`52.3,4.8`). Cells are parted by
    /// commas, semicolons or tabs, whichever the line of names has most of; where it is no comma, a number may have one for its point.
    init(csv bytes: [UInt8]) throws(TrackFileError) {
        var rows = CSVRows(bytes)
        let head = rows.next() ? rows.cells.indices.map { Self.name(rows.text($0)) } : []
        func column(_ names: [String]) -> Int? { names.compactMap { head.firstIndex(of: $0) }.first }
        guard let time = column(Self.timeNames) else { throw .noPosition }
        let (latitude, longitude) = (column(Self.latitudeNames), column(Self.longitudeNames))
        let both = column(Self.placeNames)
        var (ends, read) = (Ends(), 0)
        while rows.next() {
            read += 1
            guard read <= Self.most else { throw .tooMany(Self.most) }
            let place: Position?
            if let latitude, let longitude {
                place = Self.position(latitude: rows.number(latitude), longitude: rows.number(longitude))
            } else {
                let parts = both.map { rows.text($0).split(separator: ",") } ?? []
                place = parts.count == 2 ? Self.position(latitude: parts[0], longitude: parts[1]) : nil
            }
            if let place, let time = Self.time(rows.text(time)) { ends.add(End(time: time, place: place)) }
        }
        try self.init(ends)
    }

    /// A name in the first line without what does not tell it from others.
    private static func name(_ cell: String) -> String {
        var name = cell.lowercased().filter { $0 != "\u{FEFF}" }[...]
        for unit in units where name.hasSuffix(unit) { name = name.dropLast(unit.count) }
        return String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// Rows of cells, read as bytes; a cell in quotes may hold separators, line ends and doubled quotes.
///
/// - Source: RFC 4180, 2; separators other than commas are what spreadsheets of many countries write.
private struct CSVRows {
    /// Cells of a row that are looked at, and bytes of one.
    private static let (mostCells, longestCell) = (200, 200)
    private static let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
    private static let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

    private let bytes: [UInt8]
    private let separator: UInt8
    private var at = 0
    /// Where the cells of this row stand.
    private(set) var cells: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let line = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        func count(_ separator: UInt8) -> Int { line.count { $0 == separator } }
        let others = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
        separator =
            others.max { count($0) < count($1) }.flatMap { count($0) > count(Self.comma) ? $0 : nil } ?? Self.comma
    }

    /// Goes to the next row; empty ones are passed over.
    mutating func next() -> Bool {
        while at < bytes.count {
            read()
            if cells.count > 1 || cells.first.map({ !$0.isEmpty }) ?? false { return true }
        }
        return false
    }

    private mutating func read() {
        cells.removeAll(keepingCapacity: true)
        var (start, isQuoted) = (at, false)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.quote {
                // A doubled one ends and begins again: what it means is the same.
                isQuoted.toggle()
            } else if !isQuoted {
                if byte == separator {
                    if cells.count < Self.mostCells { cells.append(start..<at) }
                    start = at + 1
                } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                    break
                }
            }
            at += 1
        }
        if cells.count < Self.mostCells { cells.append(start..<at) }
        if at < bytes.count { at += 1 }
    }

    /// The words of a cell, without quotes; empty for one that is not there or too long to be a time or a number.
    func text(_ column: Int) -> String {
        guard cells.indices.contains(column), cells[column].count <= Self.longestCell else { return "" }
        return String(decoding: bytes[cells[column]].filter { $0 != Self.quote }, as: UTF8.self)
    }

    /// A cell with the point of a number as programs write it.
    func number(_ column: Int) -> String {
        let text = text(column)
        guard separator != Self.comma, !text.contains(".") else { return text }
        return String(text.map { $0 == "," ? "." : $0 })
    }
}
