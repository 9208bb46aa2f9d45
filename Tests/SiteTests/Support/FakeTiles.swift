import Site

/// One packed tile, 1/0/1.
struct FakeTiles: TileSource {
    let metadata = TileMetadata(minimumZoom: 0, maximumZoom: 6, format: .pbf, attribution: "Made up")
    static let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 1, 2, 3]

    func tile(z: Int, x: Int, y: Int) async -> [UInt8]? {
        (z, x, y) == (1, 0, 1) ? FakeTiles.bytes : nil
    }
}
