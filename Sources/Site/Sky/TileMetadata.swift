/// What a basemap holds.
public struct TileMetadata: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case pbf, png, jpg, webp
    }

    public var minimumZoom: Int
    public var maximumZoom: Int
    public var format: Format
    /// Credit to be shown on the map.
    public var attribution: String

    public init(minimumZoom: Int, maximumZoom: Int, format: Format, attribution: String) {
        self.minimumZoom = minimumZoom
        self.maximumZoom = maximumZoom
        self.format = format
        self.attribution = attribution
    }
}
