import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that says to everybody what it was told to say, and remembers what it heard.
struct ScriptedServer: Sendable {
    enum Manner: Sendable {
        /// Speaks, then waits for the other side.
        case waits
        /// Speaks, then hangs up.
        case hangsUp
        /// Says the same for ever.
        case goesOn
    }

    /// What it heard, one list for each connection in the order they came.
    final class Memory: Sendable {
        private let heard = Mutex<[[UInt8]]>([])
        /// Gets the number of a connection when that is closed.
        let closed: AsyncStream<Int>
        private let closing: AsyncStream<Int>.Continuation

        init() { (closed, closing) = AsyncStream.makeStream() }

        var connections: Int { heard.withLock { $0.count } }
        subscript(connection: Int) -> [UInt8] {
            heard.withLock { $0.indices.contains(connection) ? $0[connection] : [] }
        }

        fileprivate func open() -> Int {
            heard.withLock {
                $0.append([])
                return $0.count - 1
            }
        }

        fileprivate func hear(_ bytes: [UInt8], on connection: Int) { heard.withLock { $0[connection] += bytes } }
        fileprivate func close(_ connection: Int) { closing.yield(connection) }
    }

    let memory: Memory
    private let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    init(says bytes: [UInt8], _ manner: Manner) async throws {
        let memory = Memory()
        self.memory = memory
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Speaker(bytes, manner, memory))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    func stop() async throws { try await channel.close() }
}

/// One connection of a `ScriptedServer`.
private final class Speaker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let words: ByteBuffer
    private let manner: ScriptedServer.Manner
    private let memory: ScriptedServer.Memory
    private var number = 0

    init(_ bytes: [UInt8], _ manner: ScriptedServer.Manner, _ memory: ScriptedServer.Memory) {
        words = ByteBuffer(bytes: bytes)
        self.manner = manner
        self.memory = memory
    }

    func channelActive(context: ChannelHandlerContext) {
        number = memory.open()
        speak(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        memory.hear(Array(unwrapInboundIn(data).readableBytesView), on: number)
    }

    func channelInactive(context: ChannelHandlerContext) { memory.close(number) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func speak(_ context: ChannelHandlerContext) {
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        let me = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.value.writeAndFlush(wrapOutboundOut(words)).whenSuccess {
            switch me.value.manner {
            case .waits: break
            // Only its own way: closed with commands unread, the system would throw away what the other side has not read.
            case .hangsUp: context.value.close(mode: .output, promise: nil)
            // With a breath between: the loop belongs to other connections too.
            case .goesOn: context.eventLoop.scheduleTask(in: .milliseconds(1)) { me.value.speak(context.value) }
            }
        }
    }
}
