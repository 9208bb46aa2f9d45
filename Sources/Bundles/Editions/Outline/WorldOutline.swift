/// Coasts and borders of the world, as set-up makes them. The file may come from anywhere: what it says is checked.
///
/// - Source: Tools/basemap/outline.py, which writes it.
public struct WorldOutline: Hashable, Sendable {
    public static let format = 1
    /// Bytes of the largest file.
    public static let largest = 4 << 20
    /// Points of all lines together.
    static let mostPoints = 500_000
    /// Points of one line: what is done with one is bounded.
    static let longestLine = 1_000
    /// Parts of a degree that the file counts in.
    static let unit = 250
    private static let head = Array("pelacak-outline\t".utf8)

    struct Line: Hashable {
        let kind: OutlineKind
        /// Longitudes -180 ... 180.
        let points: [ChartPoint]
        /// The least that holds it.
        let box: ChartBox
    }

    let lines: [Line]

    /// Reads the file's bytes.
    ///
    /// - Throws: every case of `WorldOutlineError`.
    public init(reading bytes: [UInt8]) throws(WorldOutlineError) {
        guard bytes.count <= Self.largest else { throw .tooLarge(bytes: bytes.count) }
        guard bytes.starts(with: Self.head) else { throw .noOutline }
        guard bytes.last == 0x0A else { throw .cutOff }
        var lines: [Line] = []
        var points = 0
        var start = 0
        var number = 0
        while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
            let row = bytes[start..<end]
            start = end + 1
            number += 1
            if number == 1 {
                try Self.checkHead(row.dropFirst(Self.head.count))
            } else if row.first != UInt8(ascii: "#") {
                guard let line = Self.line(row) else { throw .badLine(number) }
                points += line.points.count
                guard points <= Self.mostPoints else { throw .tooManyPoints }
                lines.append(line)
            }
        }
        self.lines = lines
    }

    private static func checkHead(_ row: ArraySlice<UInt8>) throws(WorldOutlineError) {
        guard let format = number(row), format > 0 else { throw .noOutline }
        guard format <= self.format else { throw .newerFormat(format) }
    }

    /// A kind, a tab, the first point and the steps to each further one.
    private static func line(_ row: ArraySlice<UInt8>) -> Line? {
        guard let tab = row.firstIndex(of: UInt8(ascii: "\t")),
            let kind = OutlineKind(rawValue: String(decoding: row[..<tab], as: UTF8.self))
        else { return nil }
        let words = row[(tab + 1)...].split(
            separator: UInt8(ascii: " "),
            maxSplits: 2 * longestLine,
            omittingEmptySubsequences: false
        )
        guard words.count >= 4, words.count.isMultiple(of: 2), words.count <= 2 * longestLine else { return nil }
        var (x, y) = (0, 0)
        var points: [ChartPoint] = []
        points.reserveCapacity(words.count / 2)
        for place in stride(from: 0, to: words.count, by: 2) {
            guard let east = number(words[place]), let north = number(words[place + 1]) else { return nil }
            (x, y) = (x + east, y + north)
            guard x.magnitude <= 180 * unit, y.magnitude <= 90 * unit else { return nil }
            points.append(ChartPoint(longitude: Double(x) / Double(unit), latitude: Double(y) / Double(unit)))
        }
        return ChartBox(around: points).map { Line(kind: kind, points: points, box: $0) }
    }

    /// At most six digits, with a minus or none before them.
    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        let isNegative = word.first == UInt8(ascii: "-")
        let digits = isNegative ? word.dropFirst() : word
        guard (1...6).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }
}
