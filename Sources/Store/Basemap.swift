import Foundation
import GRDB

/// An MBTiles file, read only: tiles of a map by zoom, column and row.
///
/// Any number of tasks may ask at once. The file may come from anywhere: what it holds is checked, never trusted.
///
/// - Source: MBTiles specification 1.3.
public struct Basemap: Sendable {
    /// Bytes above which a tile is refused: 4 MiB.
    public static let largestTile = 4 * 1024 * 1024

    public let metadata: BasemapMetadata
    private let path: String
    private let database: DatabasePool

    /// Opens the file and reads what it says of itself.
    ///
    /// - Throws: every case of `BasemapError` but `badTile`.
    public init(path: String) throws(BasemapError) {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = try? FileManager.default.attributesOfItem(atPath: resolved)[.type] as? FileAttributeType
        guard type == .typeRegular, FileManager.default.isReadableFile(atPath: resolved) else {
            throw .unreadable(path: path)
        }
        do {
            let database = try DatabasePool(path: resolved, configuration: Basemap.configuration)
            metadata = try database.read { try Basemap.metadata(in: $0, path: path) }
            self.database = database
            self.path = path
        } catch {
            throw Basemap.wrapped(error, path: path)
        }
    }

    /// One tile as it lies in the file (vector tiles are as a rule packed with gzip).
    ///
    /// - Parameters: XYZ numbering: `y` counts from the north.
    /// - Returns: `nil` if there is no such tile, numbers out of range included.
    /// - Throws: `badTile` if it is not bytes or too large, `damaged` if the file cannot be read there.
    public func tile(z: Int, x: Int, y: Int) throws(BasemapError) -> [UInt8]? {
        guard metadata.zooms.contains(z), (0..<(1 << z)).contains(x), (0..<(1 << z)).contains(y) else { return nil }
        let found: DatabaseValue?
        do {
            found = try database.read { database in
                // The size is asked first: SQLite knows it without reading the blob.
                try DatabaseValue.fetchOne(
                    database,
                    sql: """
                        SELECT CASE WHEN typeof(tile_data) = 'blob' AND length(tile_data) <= ? THEN tile_data ELSE 0 END
                        FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1
                        """,
                    arguments: [Basemap.largestTile, z, x, (1 << z) - 1 - y]
                )
            }
        } catch {
            throw Basemap.wrapped(error, path: path)
        }
        guard let found else { return nil }
        guard case .blob(let data) = found.storage else { throw .badTile(zoom: z, column: x, row: y) }
        return [UInt8](data)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "basemap"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            // A stranger's file: its schema may call nothing with side effects, and broken cells are found, not followed.
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    private static func wrapped(_ error: any Error, path: String) -> BasemapError {
        switch error {
        case let error as BasemapError:
            return error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            return .notSQLite(path: path)
        case let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_PERM:
            return .unreadable(path: path)
        case let error as DatabaseError:
            return .damaged(path: path, detail: error.message ?? "code \(error.resultCode.rawValue)")
        default:
            return .damaged(path: path, detail: "\(error)")
        }
    }
}
