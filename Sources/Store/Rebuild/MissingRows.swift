/// Rows of which only the indices know: what these say of them.
struct MissingRows {
    /// By table and rowid: values by their columns.
    private var known: [String: [Int64: [String: SavedValue]]] = [:]

    /// Takes what an entry of an index says, unless its row is there.
    mutating func note(_ values: [SavedValue], of index: SavedTree, unless there: Set<Int64>) {
        guard index.endsWithRowid, let rowid = values.last?.integer, !there.contains(rowid) else { return }
        for (column, value) in zip(index.columns, values) {
            known[index.table, default: [:]][rowid, default: [:]][column.name] = value
        }
    }

    /// Rows that were found later.
    mutating func forget(_ rowids: Set<Int64>, of table: String) {
        known[table] = known[table]?.filter { !rowids.contains($0.key) }
    }

    /// By rowid, rising.
    func rows(of table: String) -> [(rowid: Int64, values: [String: SavedValue])] {
        (known[table] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func highest(of table: String) -> Int64 { known[table]?.keys.max() ?? 0 }
}
