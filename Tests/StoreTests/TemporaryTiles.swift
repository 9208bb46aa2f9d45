import Foundation
import GRDB

/// An MBTiles file in a temporary folder of its own, removed with it.
final class TemporaryTiles: Sendable {
    let folder: URL
    var path: String { folder.appendingPathComponent("map.mbtiles").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("basemap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs SQL against the file, which is made where there is none.
    func execute(_ sql: String, arguments: StatementArguments = StatementArguments()) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { try $0.execute(sql: sql, arguments: arguments) }
        try database.close()
    }

    /// The two tables of the specification, with metadata rows.
    static func standard(_ metadata: [String: String] = ["format": "pbf"]) throws -> TemporaryTiles {
        let file = try TemporaryTiles()
        try file.execute(
            """
            CREATE TABLE metadata (name TEXT, value TEXT);
            CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
            """
        )
        for (name, value) in metadata {
            try file.execute("INSERT INTO metadata VALUES (?, ?)", arguments: [name, value])
        }
        return file
    }

    /// A tile in the file's own numbering: `row` counts from the south.
    func add(zoom: Int, column: Int, row: Int, _ bytes: [UInt8]) throws {
        try execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", arguments: [zoom, column, row, Data(bytes)])
    }
}
