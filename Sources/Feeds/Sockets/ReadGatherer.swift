import NIOCore

/// Gathers small reads into larger ones, and closes a connection that has been silent too long.
final class ReadGatherer: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What was gathered is handed on when it is that long (about 256 frames).
    private static let enough = 6 * 1024

    private let gather: TimeAmount
    private let halfOpen: TimeAmount?
    private var waiting: ByteBuffer?
    private var flush: Scheduled<Void>?
    private var silence: Scheduled<Void>?
    private var lastRead = NIODeadline.now()
    /// Whether anybody waits for bytes, as at the beginning: a connection may have been read before this was put on it. While whoever takes
    /// them is busy none are read, and that is nobody's silence.
    private var isReading = true
    /// Bytes that came, handed on or not.
    private(set) var received = 0

    /// - Parameters:
    ///   - gather: seconds; 0 hands everything on at once.
    ///   - halfOpen: seconds without a byte; `nil` for connections that need not send.
    init(gather: Double, halfOpen: Double?) {
        self.gather = .nanoseconds(Int64(max(0, gather) * 1e9))
        self.halfOpen = halfOpen.map { .nanoseconds(Int64($0 * 1e9)) }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        lastRead = .now()
        if let halfOpen { watch(context, in: halfOpen) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        lastRead = .now()
        received += buffer.readableBytes
        if waiting == nil { waiting = buffer } else { waiting?.writeBuffer(&buffer) }
    }

    func read(context: ChannelHandlerContext) {
        if !isReading { lastRead = .now() }
        isReading = true
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        guard let gathered = waiting else {
            context.fireChannelReadComplete()
            return
        }
        if gathered.readableBytes >= Self.enough || gather == .zero {
            handOn(context)
        } else if flush == nil {
            flush = context.eventLoop.assumeIsolated().scheduleTask(in: gather) { self.handOn(context) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        handOn(context)
        stop()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        handOn(context)
        context.fireUserInboundEventTriggered(event)
    }

    private func handOn(_ context: ChannelHandlerContext) {
        flush?.cancel()
        flush = nil
        guard let gathered = waiting else { return }
        waiting = nil
        context.fireChannelRead(wrapInboundOut(gathered))
        context.fireChannelReadComplete()
    }

    private func watch(_ context: ChannelHandlerContext, in wait: TimeAmount) {
        silence = context.eventLoop.assumeIsolated().scheduleTask(in: wait) {
            guard let halfOpen = self.halfOpen else { return }
            guard self.isReading else { return self.watch(context, in: halfOpen) }
            let left = self.lastRead + halfOpen - .now()
            guard left <= .zero else { return self.watch(context, in: left) }
            context.fireErrorCaught(SilentConnection(seconds: Double(halfOpen.nanoseconds) / 1e9))
            context.close(promise: nil)
        }
    }

    private func stop() {
        flush?.cancel()
        silence?.cancel()
        flush = nil
        silence = nil
    }
}
