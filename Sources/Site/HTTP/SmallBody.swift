import Hummingbird
import NIOCore

/// Bodies that are written to us: JSON, small and in time.
enum SmallBody {
    /// The whole body.
    ///
    /// - Throws: `APIError` 400 when it is not declared as JSON, 413 when it is too large.
    @concurrent
    static func collect(
        _ request: Request,
        of channel: any Channel,
        limits: SiteConfiguration.Limits
    ) async throws -> [UInt8] {
        try await collect(request.body, request.headers, of: channel, limits: limits)
    }

    /// - Parameter body: that of a request which is cancelled when its asker leaves.
    @concurrent
    static func collect(
        _ body: RequestBody,
        _ headers: HTTPFields,
        of channel: any Channel,
        limits: SiteConfiguration.Limits
    ) async throws -> [UInt8] {
        let type = (headers[.contentType] ?? "").split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type.filter({ $0 != " " }) == "application/json" else {
            throw APIError.badRequest("content-type", "the body must be application/json", closes: true)
        }
        let tooLarge = APIError(
            status: .contentTooLarge,
            code: "too-large",
            message: "a body may have at most \(limits.bodyBytes) bytes",
            closes: true
        )
        if let length = headers[.contentLength].flatMap(Int.init), length > limits.bodyBytes { throw tooLarge }
        let late = channel.eventLoop.scheduleTask(in: .seconds(Int64(limits.pieceSeconds))) {
            channel.close(promise: nil)
        }
        defer { late.cancel() }
        var bytes: [UInt8] = []
        for try await piece in body {
            guard bytes.count + piece.readableBytes <= limits.bodyBytes else { throw tooLarge }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }
}
