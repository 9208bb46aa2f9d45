import Site
import Store

/// The basemap of the store as the site asks for it.
struct BasemapTiles: TileSource {
    private let basemap: Basemap
    let metadata: TileMetadata

    init(_ basemap: Basemap) {
        self.basemap = basemap
        metadata = TileMetadata(
            minimumZoom: basemap.metadata.zooms.lowerBound,
            maximumZoom: basemap.metadata.zooms.upperBound,
            format: TileMetadata.Format(rawValue: basemap.metadata.format.rawValue) ?? .pbf,
            attribution: basemap.metadata.attribution ?? ""
        )
    }

    func tile(z: Int, x: Int, y: Int) async -> [UInt8]? { try? basemap.tile(z: z, x: x, y: y) }
}
