import Hummingbird
import NIOCore

/// Sends JSON about the sky: packed where the client can unpack, never kept without asking again.
struct SkyAnswers: Sendable {
    /// Seconds a reader may take for one piece.
    let pieceSeconds: Int

    /// Below this packing saves less than its header costs.
    static let packedFrom = 1024

    /// A document that many ask for. One who has it already is told so.
    func document(_ document: DocumentCache.Document, _ request: Request, _ context: SiteContext) -> Response {
        let tag = "\"\(document.tag)\""
        var headers: HTTPFields = [.cacheControl: "no-cache", .eTag: tag, .vary: "Accept-Encoding"]
        if StaticFiles.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = Self.type
        if document.isPacked { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: body(document.pieces, context))
    }

    /// An answer that is made for one who asks.
    @concurrent
    func answer(
        _ json: ByteBuffer,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SiteContext
    ) async -> Response {
        var headers: HTTPFields = [
            .contentType: Self.type, .cacheControl: "no-cache", .vary: "Accept-Encoding",
        ]
        guard json.readableBytes > Self.packedFrom, request.method != .head,
            AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]),
            let packed = Gzip.packed(Array(json.readableBytesView), level: 1)
        else { return Response(status: status, headers: headers, body: body([json], context)) }
        headers[.contentEncoding] = "gzip"
        return Response(status: status, headers: headers, body: body([ByteBuffer(bytes: packed)], context))
    }

    /// Bytes of another kind, which cannot say themselves that they are simulated.
    func bytes(_ bytes: [UInt8], type: String, _ provenance: Provenance, _ context: SiteContext) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache"]
        headers.mark(provenance)
        return Response(status: .ok, headers: headers, body: body([ByteBuffer(bytes: bytes)], context))
    }

    private static let type = "application/json; charset=utf-8"

    private func body(_ pieces: [ByteBuffer], _ context: SiteContext) -> ResponseBody {
        Deadline.body(pieces, of: context.channel, seconds: pieceSeconds)
    }
}
