/// Tiles of the basemap.
public protocol TileSource: Sendable {
    var metadata: TileMetadata { get }
    /// One tile in XYZ numbering as it is stored, packed or not; `nil` where there is none.
    func tile(z: Int, x: Int, y: Int) async -> [UInt8]?
}
