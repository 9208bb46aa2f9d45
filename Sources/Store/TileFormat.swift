/// What the tiles of a basemap are.
public enum TileFormat: String, Sendable, CaseIterable {
    /// Mapbox vector tiles, as a rule packed with gzip.
    case pbf
    case png
    case jpg
    case webp

    /// - Parameter metadata: the value of `format` in an MBTiles file; `jpeg` and media types are understood too.
    init?(metadata: String) {
        switch metadata.lowercased() {
        case "pbf", "mvt", "application/vnd.mapbox-vector-tile", "application/x-protobuf": self = .pbf
        case "png", "image/png": self = .png
        case "jpg", "jpeg", "image/jpeg": self = .jpg
        case "webp", "image/webp": self = .webp
        default: return nil
        }
    }
}
