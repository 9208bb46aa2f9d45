import NIOCore

/// Answers who speaks HTTP where TLS is spoken, instead of hanging up without a word.
final class PlainHTTPAnswer: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var isAnswered = false

    static let text: String = {
        let body = #"{"error":"this port speaks HTTPS: write https:// instead of http://","code":"https"}"#
        return
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\n"
            + "Content-Security-Policy: \(SecurityHeaders.policy)\r\nX-Content-Type-Options: nosniff\r\n"
            + "Referrer-Policy: no-referrer\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isAnswered else { return }
        let bytes = unwrapInboundIn(data)
        // Methods of HTTP are capital letters; a TLS record begins with its type, 0x16.
        guard let first = bytes.readableBytesView.first, (0x41...0x5A).contains(first) else {
            context.fireChannelRead(data)
            context.pipeline.syncOperations.removeHandler(self, promise: nil)
            return
        }
        isAnswered = true
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: PlainHTTPAnswer.text)), promise: nil)
        context.close(mode: .output, promise: nil)
        // Closed later, or what was not read yet would make the system throw the answer away.
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
