import Hummingbird
import NIOCore

extension Response {
    /// Bytes of the sky, to be asked for anew each time.
    ///
    /// - Parameters:
    ///   - isGzip: the bytes are packed and the client unpacks them by itself.
    ///   - varies: the answer would be another one for a client that cannot.
    static func sky(
        _ bytes: [UInt8],
        type: String,
        isGzip: Bool = false,
        varies: Bool = false,
        _ provenance: Provenance,
        of context: SiteContext,
        seconds: Int
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache"]
        if isGzip { headers[.contentEncoding] = "gzip" }
        if isGzip || varies { headers[.vary] = "Accept-Encoding" }
        headers.mark(provenance)
        return Response(
            status: .ok,
            headers: headers,
            body: Deadline.body(ByteBuffer(bytes: bytes), of: context.channel, seconds: seconds)
        )
    }
}

extension HTTPFields {
    private static let simulated = HTTPFields.Element.Name("X-Pelacak-Simulated")

    /// `X-Pelacak-Simulated: true` where the sky is, nothing otherwise: what has no place of its own for the word says it here.
    mutating func mark(_ provenance: Provenance) {
        if provenance == .simulated, let name = Self.simulated { self[name] = "true" }
    }
}
