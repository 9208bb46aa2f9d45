import Aero
import Hummingbird

/// The past in pieces, for pages that show every aircraft's path when they open.
struct ChunkRoutes: RouteGroup {
    let pictures: SkyPictures
    let cache: PictureCache
    let past: PastPaths
    /// A day of quarters.
    let pieces = PastPieces(bound: 100)
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
        let reader = await past.reader(context)
        if path[1] == "chunks.json" {
            let reach = reader == nil ? nil : ChunkPlan.day
            return await document(reader == nil ? "chunks" : "chunks of a day", request, context) {
                ChunkPlan($0, reach: reach).json($0.status.provenance)
            }
        }
        let picture = await pictures.current()
        let plan = ChunkPlan(picture, reach: reader == nil ? nil : ChunkPlan.day)
        guard let start = ChunkPlan.start(path[1]), plan.starts.contains(start) else { throw APIError.notFound }
        guard let reader else {
            return await document("chunk \(start)", request, context) { ChunkDocument(picture: $0).json(from: start) }
        }
        return try await chunk(from: start, picture, reader, request, context)
    }

    private func chunk(
        from start: Int64,
        _ picture: SkyPicture,
        _ reader: HistoryReader,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let seat = try await past.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let packs = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let begin = Timestamp(nanoseconds: start * 1_000_000)
        let name = "\(start) \(packs) \(reader.givesEverything) \(past.book.edition)"
        let bytes = try await pieces.bytes(name, second: picture.status.second) {
            let time = begin..<begin.advanced(bySeconds: ChunkPlan.length)
            let paths = try await past.paths(during: time, margin: 0, spacing: ChunkPlan.step, picture, reader)
            let json = ChunkDocument(paths: paths, picture.status.provenance).json(from: start)
            return packs ? Gzip.packed(json, level: 1) ?? json : json
        }
        return .sky(
            bytes ?? [],
            type: "application/json; charset=utf-8",
            isGzip: packs,
            varies: true,
            picture.status.provenance,
            of: context,
            seconds: pieceSeconds
        )
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
