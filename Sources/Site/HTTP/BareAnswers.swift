import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Answers that the library gives by itself, to what is no HTTP, get the headers and the form of all others.
final class BareAnswers: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool

    init(isSecure: Bool) { self.isSecure = isSecure }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // Ours carry the policy already.
        guard case .head(let head) = unwrapOutboundIn(data), head.headerFields[.contentSecurityPolicy] == nil else {
            context.write(data, promise: promise)
            return
        }
        var response = Response(status: head.status, headers: head.headerFields)
        var body: [UInt8]?
        if head.status == .badRequest, head.headerFields[.contentLength] == "0" {
            let error = APIError.badRequest("http", "this is no HTTP request that can be read", closes: true)
            response = error.response
            body = error.json
            response.headers[.contentLength] = String(error.json.count)
        }
        SecurityHeaders.add(to: &response, isSecure: isSecure)
        let full = HTTPResponse(status: response.status, headerFields: response.headers)
        context.write(wrapOutboundOut(.head(full)), promise: body == nil ? promise : nil)
        if let body { context.write(wrapOutboundOut(.body(ByteBuffer(bytes: body))), promise: promise) }
    }
}
