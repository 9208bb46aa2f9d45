import Aero
import Hummingbird
import NIOCore

/// `/data/aircraft.binCraft` and the globe's tiles, each as JSON, as binCraft and as binCraft packed with zstd.
struct TileRoutes: RouteGroup {
    let pictures: SkyPictures
    let cache: PictureCache
    let pieceSeconds: Int

    /// The tile's number that stands for the whole world, military aircraft only.
    private static let wholeWorld = "42777"

    private enum Form: String, CaseIterable {
        case json = ".json"
        case binCraft = ".binCraft"
        case zstd = ".binCraft.zst"

        var type: String {
            switch self {
            case .json: "application/json; charset=utf-8"
            case .binCraft: "application/octet-stream"
            case .zstd: "application/zstd"
            }
        }
    }

    private enum Content: Hashable {
        case all
        case tile(GlobeTile)
        /// Of the world without a tile.
        case military(GlobeTile?)
    }

    var paths: [String] {
        [
            "/data/aircraft.binCraft",
            "/data/aircraft.binCraft.zst",
            "/data/globe_{tile}.json",
            "/data/globe_{tile}.binCraft",
            "/data/globe_{tile}.binCraft.zst",
            "/data/globeMil_{tile}.binCraft",
            "/data/globeMil_{tile}.binCraft.zst",
        ]
    }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        guard path.count == 2, path[0] == "data", let (content, form) = Self.parsed(path[1]) else { return nil }
        let packs = form != .zstd && AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let packing: PictureCache.Packing = form == .zstd ? .zstd : packs ? .gzip : .plain
        // Both packings of binCraft stand on the same plain bytes.
        let name = "\(content) \(form == .json)"
        let picture = await pictures.current()
        let bytes = await cache.bytes(name, packing, of: picture) { picture in
            Self.bytes(content, isJSON: form == .json, picture)
        }
        return .sky(
            bytes,
            type: form.type,
            isGzip: packs,
            varies: form != .zstd,
            picture.status.provenance,
            of: context,
            seconds: pieceSeconds
        )
    }

    /// What a name asks for; `nil` for one that is not ours and for a tile that is not on the globe.
    private static func parsed(_ name: String) -> (Content, Form)? {
        guard let form = Form.allCases.first(where: { name.hasSuffix($0.rawValue) }) else { return nil }
        let stem = name.dropLast(form.rawValue.count)
        if stem == "aircraft" { return form == .json ? nil : (.all, form) }
        if stem.hasPrefix("globe_"), let tile = GlobeTile(digits: stem.dropFirst(6)) { return (.tile(tile), form) }
        guard form != .json, stem.hasPrefix("globeMil_") else { return nil }
        let number = stem.dropFirst(9)
        if number == wholeWorld { return (.military(nil), form) }
        return GlobeTile(digits: number).map { (.military($0), form) }
    }

    private static func bytes(_ content: Content, isJSON: Bool, _ picture: SkyPicture) -> [UInt8] {
        let document = BinCraftDocument(picture: picture)
        func isMilitary(_ index: Int) -> Bool { picture.identity(index).flags.contains(.military) }
        let listed = picture.tracks.indices.lazy.filter { picture.isListed($0) }
        switch content {
        case .all: return document.bytes(Array(listed))
        case .military(nil): return document.bytes(listed.filter(isMilitary))
        case .military(let tile?):
            let indices = tile.indices(in: picture).filter(isMilitary)
            return document.bytes(indices, tile: UInt32(tile.number), box: tile.box)
        case .tile(let tile):
            let indices = tile.indices(in: picture)
            if isJSON { return GlobeTileDocument.json(picture, tile, indices) }
            return document.bytes(indices, tile: UInt32(tile.number), box: tile.box)
        }
    }
}
