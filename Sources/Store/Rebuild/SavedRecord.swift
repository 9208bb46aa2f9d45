/// A row of a table, or an entry of an index, as a page of a database file holds it.
struct SavedRecord {
    /// Of a table; `nil` in an index and in a table without rowid.
    var rowid: Int64?
    /// In the order in which they are written.
    let values: [SavedValue]
    /// Whether its end could not be read, and is zeros.
    var isTorn = false

    /// More values than any row has: SQLite allows 2,000 columns, ours have 21.
    private static let mostValues = 64

    /// Reads a record.
    ///
    /// - Returns: `nil` where the bytes are none.
    /// - Source: SQLite Database File Format, section 2.1, "Record Format".
    init?(_ payload: [UInt8], rowid: Int64?) {
        self.rowid = rowid
        var place = 0
        guard let length = Self.variableInteger(payload, &place), length >= place, length <= payload.count else {
            return nil
        }
        var values: [SavedValue] = []
        var content = Int(length)
        while place < length {
            guard values.count < Self.mostValues, let type = Self.variableInteger(payload, &place), place <= length,
                content <= payload.count,
                let value = SavedValue(type: type, payload[content...]), let size = SavedValue.length(type)
            else { return nil }
            values.append(value)
            content += size
        }
        self.values = values
    }

    /// A number of one to nine bytes, seven bits each, the ninth whole; high ones first.
    static func variableInteger(_ bytes: some RandomAccessCollection<UInt8>, _ place: inout Int) -> Int64? {
        var value: UInt64 = 0
        for count in 1...9 {
            guard place < bytes.count else { return nil }
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: place)]
            place += 1
            if count == 9 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte & 0x80 == 0 { break }
        }
        return Int64(bitPattern: value)
    }
}
