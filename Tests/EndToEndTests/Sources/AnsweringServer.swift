import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// An HTTP server on loopback that gives everybody the same kind of answer, and remembers what it was asked.
struct AnsweringServer: Sendable {
    final class Memory: Sendable {
        private let heads = Mutex<[String]>([])
        /// The requests as they came, without bodies.
        var requests: [String] { heads.withLock { $0 } }
        fileprivate func keep(_ head: String) { heads.withLock { $0.append(head) } }
    }

    let memory = Memory()
    let port: Int
    private let channel: any Channel

    /// - Parameter body: made anew for each request.
    init(_ body: @escaping @Sendable () -> String) async throws {
        let memory = memory
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answerer(memory, body))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func stop() async throws { try await channel.close() }
}

private final class Answerer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let memory: AnsweringServer.Memory
    private let body: @Sendable () -> String
    private var pending = ""

    init(_ memory: AnsweringServer.Memory, _ body: @escaping @Sendable () -> String) {
        self.memory = memory
        self.body = body
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pending += String(decoding: unwrapInboundIn(data).readableBytesView, as: UTF8.self)
        while let end = pending.range(of: "\r\n\r\n") {
            memory.keep(String(pending[..<end.lowerBound]))
            pending = String(pending[end.upperBound...])
            let text = body()
            let answer = "HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
