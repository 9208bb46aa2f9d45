/// Reads rows of separated cells as they come: quotes, doubled quotes, line ends within quotes, bounded rows.
final class DelimitedReader {
    /// Longest row, in bytes, and most cells.
    static let longestRow = 64 * 1024
    static let mostCells = 256

    /// The line on which the row begins, from 1.
    private(set) var line = 0
    /// How many cells had to be read as UTF-8, and how many are Windows-1252.
    private(set) var wideCells = 0
    private(set) var westernCells = 0

    private let source: any ByteSource
    private let separator: UInt8
    /// Whether `"` has its meaning; the FAA's files have none.
    private let hasQuotes: Bool
    private var piece: [UInt8] = []
    private var place = 0
    private var nextLine = 1
    private var isFirst = true
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    enum Row: Hashable {
        case cells
        /// More bytes or cells than a row has; it was passed over.
        case tooLong
    }

    init(_ source: any ByteSource, separator: UInt8, hasQuotes: Bool = true) {
        self.source = source
        self.separator = separator
        self.hasQuotes = hasQuotes
        bytes.reserveCapacity(1024)
    }

    /// Number of cells of the row.
    var count: Int { ends.count }

    /// The bytes of a cell; empty where the row has no such cell.
    func cell(_ index: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(index) else { return [] }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// A cell as text, without blanks around it; empty where there is none.
    func text(_ index: Int) -> String {
        var slice = cell(index)
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        if slice.allSatisfy({ $0 < 0x80 }) { return String(decoding: slice, as: UTF8.self) }
        if let text = String(validating: slice, as: UTF8.self) {
            wideCells += 1
            return text
        }
        westernCells += 1
        return WesternText.decode(slice)
    }

    /// Goes to the next row that is not empty.
    ///
    /// - Returns: `nil` at the end.
    func next() throws(IdentityError) -> Row? {
        while true {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            guard try fill() else { return nil }
            line = nextLine
            let row = try read()
            if row == .cells, ends.count == 1, bytes.isEmpty { continue }
            return row
        }
    }

    /// How the text was read, in words.
    var encoding: String {
        switch (wideCells, westernCells) {
        case (0, 0): "ASCII"
        case (_, 0): "UTF-8"
        case (0, _): "Windows-1252"
        default: "UTF-8, \(westernCells) cells Windows-1252"
        }
    }

    private func read() throws(IdentityError) -> Row {
        var isQuoted = false
        var isLong = false
        var isAtStart = true
        while try fill() {
            let byte = piece[place]
            place += 1
            if byte == 10 { nextLine += 1 }
            if isLong {
                // Its quotes are not to be believed any more: the next line begins anew.
                if byte == 10 { return .tooLong }
                continue
            }
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    bytes.append(byte)
                } else if try fill(), piece[place] == byte {
                    place += 1
                    bytes.append(byte)
                } else {
                    isQuoted = false
                }
            } else if byte == 10 {
                break
            } else if byte == separator {
                ends.append(bytes.count)
                isAtStart = true
                if ends.count >= Self.mostCells { isLong = true }
                continue
            } else if hasQuotes, isAtStart, byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte != 13 {
                bytes.append(byte)
            }
            isAtStart = false
            if bytes.count > Self.longestRow { isLong = true }
        }
        if isLong { return .tooLong }
        ends.append(bytes.count)
        return .cells
    }

    private func fill() throws(IdentityError) -> Bool {
        guard place == piece.count else { return true }
        do { piece = try source.next() } catch { throw .badFile(error.words) }
        place = 0
        if isFirst {
            isFirst = false
            if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) { throw .encoding("UTF-16") }
            if piece.prefix(512).contains(0) { throw .encoding("not a text, or UTF-16") }
            if piece.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
            // A file of a mark alone.
            if place == piece.count, place > 0 { return try fill() }
        }
        return !piece.isEmpty
    }
}
