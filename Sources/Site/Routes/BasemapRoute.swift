import Hummingbird
import NIOCore

/// `/basemap/{z}/{x}/{y}.pbf`: one tile.
struct BasemapRoute: Sendable {
    let tiles: any TileSource
    static let path = "/basemap/{z}/{x}/{tile}"

    private let format: TileMetadata.Format
    private let zooms: ClosedRange<Int>

    init(_ tiles: any TileSource) {
        self.tiles = tiles
        let metadata = tiles.metadata
        format = metadata.format
        let lowest = max(0, min(24, metadata.minimumZoom))
        zooms = lowest...max(lowest, min(24, metadata.maximumZoom))
    }

    /// - Parameter pieces: zoom, column, row with the ending of the format.
    func answer(_ pieces: [String], _ request: Request) async throws(APIError) -> Response {
        guard pieces.count == 3, pieces[2].hasSuffix("." + format.rawValue),
            let z = BasemapRoute.number(pieces[0]), zooms.contains(z),
            let x = BasemapRoute.number(pieces[1]), x < 1 << z,
            let y = BasemapRoute.number(String(pieces[2].dropLast(format.rawValue.count + 1))), y < 1 << z,
            let bytes = await tiles.tile(z: z, x: x, y: y), !bytes.isEmpty
        else { throw .notFound }
        var headers: HTTPFields = [
            .contentType: ContentType.of("." + format.rawValue), .cacheControl: "public, max-age=86400",
        ]
        if Gzip.isPacked(bytes) { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func number(_ text: String) -> Int? {
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
