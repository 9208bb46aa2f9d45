import ModeS
import NIOCore
import NIOPosix
import Synchronization
import Testing

/// A plain connection to the program on loopback: says something, and keeps what it is told.
final class Peer: Sendable {
    private let channel: any Channel
    private let pieces: AsyncStream<[UInt8]>
    private let heard = Mutex<[UInt8]>([])

    private init(_ channel: any Channel, _ pieces: AsyncStream<[UInt8]>) {
        self.channel = channel
        self.pieces = pieces
    }

    /// - Parameter first: said at once, before anybody else gets a turn: a program waits so long for a request and no longer.
    static func connect(_ port: Int, saying first: String = "") async throws -> Peer {
        let (pieces, piece) = AsyncStream.makeStream(of: [UInt8].self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Listener(piece))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .flatMap { channel in
                guard !first.isEmpty else { return channel.eventLoop.makeSucceededFuture(channel) }
                return channel.writeAndFlush(ByteBuffer(string: first)).map { channel }
            }
            .get()
        return Peer(channel, pieces)
    }

    /// A port that nobody has now, and that stays free until the one who asked listens there.
    ///
    /// It lies below those the system gives to connections (32,768 and up on Linux): of those, any of the thousand connections of
    /// other tests may take one between now and then. No two calls of a run give the same; the start differs from run to run.
    static func freePort() throws -> Int {
        for _ in 0..<ports.count {
            let port = ports.lowerBound + next.add(1, ordering: .relaxed).oldValue % ports.count
            let server = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            guard let channel = try? server.bind(host: "127.0.0.1", port: port).wait() else { continue }
            try channel.close().wait()
            return port
        }
        throw NoFreePort()
    }

    private struct NoFreePort: Error {}
    private static let ports = 15_000..<30_000
    private static let next = Atomic(Int.random(in: 0..<15_000))

    func send(_ bytes: some Sequence<UInt8>) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    func send(_ text: String) async throws { try await send(text.utf8) }

    /// All it has been told, once that fits or the other side has hung up.
    func told(until fits: ([UInt8]) -> Bool) async -> [UInt8] {
        if fits(heard.withLock(\.self)) { return heard.withLock(\.self) }
        for await piece in pieces {
            heard.withLock { $0 += piece }
            if fits(heard.withLock(\.self)) { break }
        }
        return heard.withLock(\.self)
    }

    /// Whether it was told a frame in a binary format, before the other side hung up.
    func told(frame hex: String) async throws -> Bool {
        let bytes = try Frame(hex: hex).bytes
        return await told { $0.contains(bytes) }.contains(bytes)
    }

    /// The same for text.
    func text(until word: String) async -> String {
        String(decoding: await told { String(decoding: $0, as: UTF8.self).contains(word) }, as: UTF8.self)
    }

    var isOpen: Bool { channel.isActive }

    /// Waits until the other side has hung up.
    func ended() async throws { try await channel.closeFuture.get() }

    /// The program may have closed it first.
    func close() async throws {
        do { try await channel.close() } catch ChannelError.alreadyClosed {}
    }

    private final class Listener: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let piece: AsyncStream<[UInt8]>.Continuation

        init(_ piece: AsyncStream<[UInt8]>.Continuation) { self.piece = piece }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            piece.yield(Array(unwrapInboundIn(data).readableBytesView))
        }

        func channelInactive(context: ChannelHandlerContext) { piece.finish() }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
