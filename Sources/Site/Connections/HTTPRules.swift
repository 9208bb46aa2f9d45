import NIOCore
import NIOHTTP1

/// What HTTP asks for and the library leaves out: an old client gets no chunks and its connection ends with the answer, `close` is
/// understood in any writing and answered, and a request with two hosts has none.
///
/// - Source: RFC 9112, 3.2 (Host), 3.2.2 (absolute form), 6.1 (no transfer coding before 1.1), 9.6 (close).
final class HTTPRules: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private struct Request {
        var isOld: Bool
        var closes: Bool
    }

    /// Those that were not answered to their end, in order.
    private var requests: [Request] = []

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else {
            context.fireChannelRead(data)
            return
        }
        let isOld = head.version == .http1_0 || head.version == .http0_9
        let wishes = head.headers[canonicalForm: "connection"].map { $0.lowercased() }
        let closes = isOld || wishes.contains("close")
        requests.append(Request(isOld: isOld, closes: closes))
        // The library knows this one writing only.
        if closes { head.headers.replaceOrAdd(name: "connection", value: "close") }
        settleHost(&head, isOld: isOld)
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// Leaves one host or none. An old request may have none: then it is empty, which is no name of ours.
    private func settleHost(_ head: inout HTTPRequestHead, isOld: Bool) {
        let hosts = head.headers["host"]
        if let named = HTTPRules.authority(inTarget: head.uri), hosts.first?.lowercased() != named {
            head.headers.remove(name: "host")
        } else if hosts.count > 1 {
            head.headers.remove(name: "host")
        } else if hosts.isEmpty, isOld {
            head.headers.add(name: "host", value: "")
        }
    }

    /// The authority of a target in absolute form, lower case; `nil` for other forms.
    static func authority(inTarget target: String) -> String? {
        guard target.utf8.first != UInt8(ascii: "/") else { return nil }
        for scheme in ["http://", "https://"] where target.prefix(scheme.count).lowercased() == scheme {
            return target.dropFirst(scheme.count).prefix { !"/?#".contains($0) }.lowercased()
        }
        return nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if let request = requests.first, head.status.code >= 200 {
                if request.isOld { head.version = .http1_0 }
                if request.closes { head.headers.replaceOrAdd(name: "connection", value: "close") }
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            if !requests.isEmpty { requests.removeFirst() }
            context.write(data, promise: promise)
        }
    }
}

/// Puts `HTTPRules` where versions and raw targets are still seen. The library lets handlers be added only where they are not.
final class HTTPRulesInstaller: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else { return }
        try? pipeline.addHandler(HTTPRules(), position: .after(decoder))
    }
}
