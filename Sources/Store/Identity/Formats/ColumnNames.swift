/// Columns found by their names in the head row: case, blanks, `$`, `#` and underscores do not count.
struct ColumnNames {
    private var places: [String: Int] = [:]

    init(_ reader: DelimitedReader) {
        for index in 0..<reader.count {
            let name = Self.plain(reader.text(index))
            // The first of a name counts.
            if places[name] == nil { places[name] = index }
        }
    }

    init(_ names: [String]) {
        for (index, name) in names.enumerated() where places[Self.plain(name)] == nil {
            places[Self.plain(name)] = index
        }
    }

    /// The place of a column; -1, which no row has, if there is none.
    subscript(_ name: String) -> Int { places[Self.plain(name)] ?? -1 }

    func place(of name: String, format: IdentityFormat) throws(IdentityError) -> Int {
        guard let place = places[Self.plain(name)] else { throw .notThisFormat(format, missing: "the column \(name)") }
        return place
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}
