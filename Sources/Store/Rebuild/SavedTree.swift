import GRDB

/// A table or an index of the schema: where its rows lie in a file, and what they look like.
struct SavedTree {
    /// A column as it is written.
    struct Column: Hashable {
        let name: String
        let type: String
        let isRequired: Bool
        /// Of a number that something is computed of: what lies beyond comes to the nearer end. `nil` where none is.
        var bounds: ClosedRange<Int64>?

        /// Whether a value is one that a program writes there.
        func takes(_ value: SavedValue) -> Bool {
            switch value {
            case .null: !isRequired
            case .integer: type == "INTEGER"
            case .text: type == "TEXT"
            case .blob: type == "BLOB"
            case .real: false
            }
        }

        /// A value within the bounds.
        ///
        /// A piece whose time is damaged keeps its bytes: who looks at them afterwards finds what does not agree.
        func bounded(_ value: SavedValue) -> SavedValue {
            guard let bounds, let number = value.integer else { return value }
            return .integer(min(max(number, bounds.lowerBound), bounds.upperBound))
        }
    }

    /// No program gives a higher number to a row: ours give one a piece of a quarter of an hour.
    static let highestRowid: Int64 = 1 << 48

    let name: String
    /// Whose rows they are; the tree's own name in a table.
    let table: String
    /// The first page.
    var root: Int
    /// Of an index or of a table without rowid.
    let isIndex: Bool
    /// In the order in which they are written.
    let columns: [Column]
    /// Which of these is another name of the rowid.
    let rowid: Int?
    /// Of an index: whether the last value of an entry is the rowid of its row.
    let endsWithRowid: Bool

    var isTable: Bool { name == table }

    /// Whether each column of a table is in it.
    func covers(_ table: SavedTree) -> Bool { Set(columns.map(\.name)).isSuperset(of: table.columns.map(\.name)) }

    /// Writes a row with its first columns, unless it is there.
    func insertion(of count: Int) -> String {
        let names = columns.prefix(count).map { "\"\($0.name)\"" }.joined(separator: ", ")
        let places = repeatElement("?", count: count).joined(separator: ", ")
        return "INSERT OR IGNORE INTO \"\(table)\" (\(names)) VALUES (\(places))"
    }

    /// How it is read.
    var form: TreeReader.Form {
        TreeReader.Form(isIndex: isIndex, hasBytes: columns.contains { $0.type == "BLOB" })
    }

    /// Numbers that rows have. A new row could not be written after the highest number there is.
    private var rowids: ClosedRange<Int64> {
        let name = endsWithRowid ? columns.last?.name : rowid.map { columns[$0].name }
        return name == "day" ? -1_000_000...1_000_000 : 1...Self.highestRowid
    }

    /// The values of a row by its columns; `nil` where they are not such as a program writes.
    ///
    /// A row that was written before the last columns were added has fewer.
    func values(_ record: SavedRecord) -> [SavedValue]? {
        guard record.values.count <= columns.count, !record.values.isEmpty else { return nil }
        // A chunk is read as far as it goes; of anything else half is nothing.
        if record.isTorn, !columns.contains(where: { $0.type == "BLOB" }) { return nil }
        var values = record.values
        if isTable, let rowid, rowid < values.count, let own = record.rowid {
            guard values[rowid] == .null else { return nil }
            values[rowid] = .integer(own)
        }
        for (column, value) in zip(columns, values) where !column.takes(value) { return nil }
        if endsWithRowid {
            // An entry ends with the number of its row.
            guard values.count == columns.count, let number = values.last?.integer, rowids.contains(number) else {
                return nil
            }
        } else if let number = record.rowid, !rowids.contains(number) {
            return nil
        }
        return zip(columns, values).map { $0.bounded($1) }
    }
}

extension SavedTree {
    /// Trees of all tables and indices of a database, as its schema describes them.
    static func all(in database: Database) throws -> [SavedTree] {
        let schema = try Row.fetchAll(
            database,
            sql: "SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage"
        )
        let wholes = try Row.fetchAll(database, sql: "SELECT name, wr FROM pragma_table_list")
        let withoutRowid = Set(wholes.filter { $0[1] as Int == 1 }.map { $0[0] as String })
        return try schema.map { row in
            let (type, name, table): (String, String, String) = (row[0], row[1], row[2])
            let info = try Row.fetchAll(
                database,
                sql: "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)",
                arguments: [table]
            )
            let isPlain = !withoutRowid.contains(table)
            let hasOneKey = info.count { $0[3] as Int > 0 } == 1
            let alias = info.firstIndex {
                isPlain && hasOneKey && $0[3] as Int == 1 && $0[1] as String == "INTEGER"
            }
            let own = info.enumerated().map { index, row in
                Column(
                    name: row[0],
                    type: row[1],
                    isRequired: row[2] as Int == 1 || index == alias,
                    bounds: bounds(of: row[0], in: table)
                )
            }
            if type == "table" {
                // Without rowid the key comes first.
                let order =
                    isPlain
                    ? Array(info.indices)
                    : info.indices.sorted { (key(info[$0]), $0) < (key(info[$1]), $1) }
                return SavedTree(
                    name: name,
                    table: table,
                    root: row[3],
                    isIndex: !isPlain,
                    columns: order.map { own[$0] },
                    rowid: alias,
                    endsWithRowid: false
                )
            }
            let parts = try Row.fetchAll(
                database,
                sql: "SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno",
                arguments: [name]
            )
            let columns = parts.map { part -> Column in
                let place: Int = part[0]
                return place >= 0
                    ? own[place]
                    : Column(name: alias.map { own[$0].name } ?? "rowid", type: "INTEGER", isRequired: true)
            }
            return SavedTree(
                name: name,
                table: table,
                root: row[3],
                isIndex: true,
                columns: columns,
                rowid: nil,
                endsWithRowid: isPlain
            )
        }
    }

    /// What the numbers of pieces of the history can be.
    private static func bounds(of column: String, in table: String) -> ClosedRange<Int64>? {
        guard ["chunk", "damaged_chunk"].contains(table) else { return nil }
        switch column {
        case "start": return ChunkRow.starts
        case "length": return 1...Moments.day
        case "t0", "t1": return HistoryStore.times
        case "n": return 0...Int64(UInt32.max)
        case "lat0", "lat1", "lon0", "lon1", "alt0", "alt1": return Int64(Int32.min)...Int64(Int32.max)
        default: return nil
        }
    }

    private static func key(_ row: Row) -> Int { (row[3] as Int) > 0 ? row[3] : .max }
}
