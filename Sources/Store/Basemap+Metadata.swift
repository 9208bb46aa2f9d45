import GRDB

extension Basemap {
    /// Longest value of a metadata row that is read, in bytes.
    private static let longestValue = 65536

    /// What the file says of itself, checked.
    static func metadata(in database: Database, path: String) throws -> BasemapMetadata {
        try checkSchema(of: database, path: path)
        let stated = try value("format", in: database)
        guard let stated, let format = TileFormat(metadata: stated) else {
            throw BasemapError.unknownFormat(path: path, format: stated.map { String($0.prefix(40)) })
        }
        guard let zooms = try zooms(in: database) else { throw BasemapError.noTiles(path: path) }
        return BasemapMetadata(
            name: try value("name", in: database),
            format: format,
            zooms: zooms,
            attribution: try value("attribution", in: database),
            bounds: try value("bounds", in: database).flatMap(BasemapMetadata.Bounds.init)
        )
    }

    private static func checkSchema(of database: Database, path: String) throws {
        for (table, columns) in [
            ("metadata", ["name", "value"]), ("tiles", ["zoom_level", "tile_column", "tile_row", "tile_data"]),
        ] {
            let found = try DatabaseValue.fetchAll(
                database,
                sql: "SELECT lower(name) FROM pragma_table_info(?)",
                arguments: [table]
            ).compactMap(String.fromDatabaseValue)
            guard columns.allSatisfy(found.contains) else { throw BasemapError.noTiles(path: path) }
        }
        let views = try DatabaseValue.fetchOne(
            database,
            sql: "SELECT count(*) FROM sqlite_master WHERE type = 'view' AND sql LIKE '%with%'"
        )
        guard views.flatMap(Int.fromDatabaseValue) == 0 else { throw BasemapError.unboundedView(path: path) }
    }

    private static func value(_ name: String, in database: Database) throws -> String? {
        let found = try DatabaseValue.fetchOne(
            database,
            sql: "SELECT value FROM metadata WHERE name = ? AND length(CAST(value AS BLOB)) <= ? LIMIT 1",
            arguments: [name, longestValue]
        )
        guard let found, !found.isNull else { return nil }
        switch found.storage {
        case .string(let text): return text
        case .int64(let number): return String(number)
        case .double(let number): return String(number)
        default: return nil
        }
    }

    /// The zooms stated, or else those the tiles have; `nil` if neither gives a range within 0 … 30.
    private static func zooms(in database: Database) throws -> ClosedRange<Int>? {
        let least = try zoom("minzoom", orElse: "min", in: database)
        let most = try zoom("maxzoom", orElse: "max", in: database)
        guard let least, let most, least <= most else { return nil }
        return least...most
    }

    private static func zoom(_ name: String, orElse function: String, in database: Database) throws -> Int? {
        if let stated = try value(name, in: database).flatMap(Int.init), (0...30).contains(stated) { return stated }
        let found = try DatabaseValue.fetchOne(database, sql: "SELECT \(function)(zoom_level) FROM tiles")
        return found.flatMap(Int.fromDatabaseValue).flatMap { (0...30).contains($0) ? $0 : nil }
    }
}
