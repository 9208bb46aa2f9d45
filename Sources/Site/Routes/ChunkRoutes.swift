import Hummingbird

/// The past in pieces, for pages that show every aircraft's path when they open.
struct ChunkRoutes: RouteGroup {
    let pictures: SkyPictures
    let cache: PictureCache
    let pieceSeconds: Int

    var paths: [String] {
        [
            "/chunks/chunks.json",
            "/chunks/{chunk}",
            "/data/history_{n}.json",
        ]
    }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        guard path.count == 2 else { return nil }
        if path[0] == "data" {
            guard let number = HistoryDocument.number(path[1]) else { return nil }
            return await document("history \(number)", request, context) { HistoryDocument.json(number, $0) }
        }
        guard path[0] == "chunks" else { return nil }
        if path[1] == "chunks.json" {
            return await document("chunks", request, context) { ChunkPlan($0).json($0.status.provenance) }
        }
        guard let start = ChunkPlan.start(path[1]), ChunkPlan(await pictures.current()).starts.contains(start) else {
            throw APIError.notFound
        }
        return await document("chunk \(start)", request, context) { ChunkDocument(picture: $0).json(from: start) }
    }

    private func document(
        _ name: String,
        _ request: Request,
        _ context: SiteContext,
        _ make: @escaping @Sendable (SkyPicture) -> [UInt8]
    ) async -> Response {
        let packs = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let picture = await pictures.current()
        let bytes = await cache.bytes(name, packs ? .gzip : .plain, of: picture, make: make)
        return .sky(
            bytes,
            type: "application/json; charset=utf-8",
            isGzip: packs,
            varies: true,
            picture.status.provenance,
            of: context,
            seconds: pieceSeconds
        )
    }
}
