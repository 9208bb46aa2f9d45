/// Why a basemap file or one of its tiles cannot be used.
public enum BasemapError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no regular file here that may be read.
    case unreadable(path: String)
    /// The file is not an SQLite database.
    case notSQLite(path: String)
    /// The database has no `metadata` or no `tiles` as MBTiles asks for.
    case noTiles(path: String)
    /// The views of the file could run without end: they contain common table expressions.
    case unboundedView(path: String)
    /// The tiles' format is none of `TileFormat`; `nil` if the file does not say.
    case unknownFormat(path: String, format: String?)
    /// A tile that is not a blob or is larger than `Basemap.largestTile`.
    case badTile(zoom: Int, column: Int, row: Int)
    /// SQLite could not read on; `detail` is what it said.
    case damaged(path: String, detail: String)

    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path): no such file, or it may not be read"
        case .notSQLite(let path):
            "\(path): not an MBTiles file (not an SQLite database)"
        case .noTiles(let path):
            "\(path): not an MBTiles file (no tables `metadata` and `tiles`)"
        case .unboundedView(let path):
            "\(path): its views use WITH, which is not accepted; copy the tiles into a table"
        case .unknownFormat(let path, let format):
            "\(path): its tiles are \(format.map { "'\($0)'" } ?? "of no stated format"); pbf, png, jpg or webp are accepted"
        case .badTile(let zoom, let column, let row):
            "tile \(zoom)/\(column)/\(row) is broken or larger than \(Basemap.largestTile) bytes"
        case .damaged(let path, let detail):
            "\(path): the database is damaged (\(detail)); make or copy it again"
        }
    }
}
