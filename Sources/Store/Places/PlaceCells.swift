/// The cells of one line, between tabs, read as what they should be. Cells are counted from 0 here.
struct PlaceCells {
    /// Cells of the longest line.
    static let most = 17

    private let cells: [ArraySlice<UInt8>]

    /// - Returns: `nil` if there are more cells than any line has.
    init?(_ line: ArraySlice<UInt8>) {
        cells = line.split(separator: 9, maxSplits: PlaceCells.most, omittingEmptySubsequences: false)
        guard cells.count <= PlaceCells.most else { return nil }
    }

    var count: Int { cells.count }

    /// Text without control characters.
    ///
    /// - Throws: `badCell` if it is longer than `limit` bytes, not UTF-8, or empty.
    func text(_ index: Int, limit: Int) throws(PlaceLineError) -> String {
        guard let text = try optionalText(index, limit: limit) else { throw .badCell(index + 1) }
        return text
    }

    /// Text, or nothing if the cell is empty.
    func optionalText(_ index: Int, limit: Int) throws(PlaceLineError) -> String? {
        guard !cells[index].isEmpty else { return nil }
        guard let text = PlaceCells.text(cells[index], limit: limit) else { throw .badCell(index + 1) }
        return text
    }

    /// The bytes between `|`.
    func parts(_ index: Int) -> [ArraySlice<UInt8>] {
        cells[index].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    }

    /// A whole number in a range.
    func whole(_ index: Int, _ range: ClosedRange<Int>) throws(PlaceLineError) -> Int {
        guard let value = try optionalWhole(index, range) else { throw .badCell(index + 1) }
        return value
    }

    /// A whole number, or nothing if the cell is empty.
    func optionalWhole(_ index: Int, _ range: ClosedRange<Int>) throws(PlaceLineError) -> Int? {
        guard !cells[index].isEmpty else { return nil }
        guard let (digits, decimals) = PlaceCells.number(cells[index]), decimals == 0, range.contains(digits) else {
            throw .badCell(index + 1)
        }
        return digits
    }

    /// A number with up to six decimals, or nothing if the cell is empty.
    func optionalNumber(_ index: Int, _ range: ClosedRange<Double>) throws(PlaceLineError) -> Double? {
        guard !cells[index].isEmpty else { return nil }
        guard let (digits, decimals) = PlaceCells.number(cells[index]) else { throw .badCell(index + 1) }
        let value = Double(digits) / PlaceCells.tens[decimals]
        guard range.contains(value) else { throw .badCell(index + 1) }
        return value
    }

    /// `0` or `1`.
    func flag(_ index: Int) throws(PlaceLineError) -> Bool { try whole(index, 0...1) == 1 }

    /// One ASCII letter, or nothing if the cell is empty.
    func letter(_ index: Int) throws(PlaceLineError) -> Character? {
        guard let byte = cells[index].first else { return nil }
        guard cells[index].count == 1, byte < 0x80 else { throw .badCell(index + 1) }
        return Character(Unicode.Scalar(byte))
    }

    static func text(_ bytes: ArraySlice<UInt8>, limit: Int) -> String? {
        guard !bytes.isEmpty, bytes.count <= limit, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static let tens: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// A number's digits and how many of them are decimals.
    private static func number(_ bytes: ArraySlice<UInt8>) -> (digits: Int, decimals: Int)? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var digits = 0
        var decimals: Int?
        let unsigned = bytes.dropFirst(isNegative ? 1 : 0)
        guard (1...17).contains(unsigned.count), unsigned.first != UInt8(ascii: "."),
            unsigned.last != UInt8(ascii: ".")
        else { return nil }
        for byte in unsigned {
            if byte == UInt8(ascii: "."), decimals == nil {
                decimals = 0
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
                decimals = decimals.map { $0 + 1 }
            } else {
                return nil
            }
        }
        guard (decimals ?? 0) < tens.count else { return nil }
        return (isNegative ? -digits : digits, decimals ?? 0)
    }
}
