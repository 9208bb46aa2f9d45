import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Sees that a connection does not stay for nothing: it is known to the ledger while it waits for a request, it is closed when the other
/// side takes nothing of an answer for too long, and when its last answer has left.
///
/// The library's idle time ends a connection that asks nothing; one that asks and does not read the answer it leaves alone.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Seconds for which the other side may close by itself after the last answer.
    static let lingerSeconds: Int64 = 2

    private let ledger: ConnectionLedger
    private let pieceSeconds: Int64
    private var isOpen = false
    private var ticket: ConnectionLedger.Ticket?
    /// Requests that were not answered to their end.
    private var pending = 0
    /// Answers up to and with the last one; `nil` when none is the last.
    private var answersLeft: Int?
    private var late: Scheduled<Void>?
    private var linger: Scheduled<Void>?

    init(ledger: ConnectionLedger, pieceSeconds: Int) {
        self.ledger = ledger
        self.pieceSeconds = Int64(pieceSeconds)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { close() }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        close()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            pending += 1
            endWaiting()
            // `HTTPRules` has brought it into this writing.
            if answersLeft == nil, head.headerFields[.connection] == "close" { answersLeft = pending }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.headerFields[.connection] == "close" { answersLeft = 1 }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            pending -= 1
            answersLeft? -= 1
            guard answersLeft == 0 else {
                context.write(data, promise: promise)
                if pending <= 0 { wait(context) }
                return
            }
            let sent = promise ?? context.eventLoop.makePromise()
            let watch = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
            sent.futureResult.whenComplete { _ in
                let (handler, channel) = watch.value
                handler.beginLinger(channel)
            }
            context.write(data, promise: sent)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        late?.cancel()
        late = nil
        if !context.channel.isWritable {
            let channel = context.channel
            late = context.eventLoop.scheduleTask(in: .seconds(pieceSeconds)) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard !isOpen else { return }
        isOpen = true
        ledger.opened()
        wait(context)
    }

    private func close() {
        guard isOpen else { return }
        isOpen = false
        ledger.closed()
        endWaiting()
        late?.cancel()
        linger?.cancel()
    }

    private func wait(_ context: ChannelHandlerContext) {
        guard isOpen, ticket == nil else { return }
        let channel = context.channel
        ticket = ledger.wait { channel.close(promise: nil) }
    }

    private func endWaiting() {
        if let ticket { ledger.end(ticket) }
        ticket = nil
    }

    private func beginLinger(_ channel: any Channel) {
        guard isOpen, linger == nil else { return }
        linger = channel.eventLoop.scheduleTask(in: .seconds(Self.lingerSeconds)) { channel.close(promise: nil) }
    }
}
