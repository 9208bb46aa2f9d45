import Feeds
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import pelacak

/// An output with one reader on loopback, and what that reader got.
final class SinkReader: Sendable {
    let outlet: SinkOutlet
    private let task: Task<Void, any Error>
    private let channel: any Channel
    private let collector: Collector

    init(_ options: String) async throws {
        let specification = try SinkSpecification(options)
        let (statuses, report) = AsyncStream.makeStream(of: FeedStatus.self)
        let sink = FeedSink(
            target: .listen(host: "127.0.0.1", port: 0),
            encoder: specification.makeEncoder(),
            sendsModeAC: specification.sendsModeAC,
            readsCommands: specification.format == .beast,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onStatus: { report.yield($0) }
        )
        outlet = SinkOutlet(specification: specification, sink: sink)
        task = Task { try await sink.run() }
        let collector = Collector()
        var channel: (any Channel)?
        for await status in statuses {
            if case .listening(let port) = status.state {
                channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(collector)
                        }
                    }
                    .connect(host: "127.0.0.1", port: port).get()
            }
            if status.state == .connected { break }
        }
        self.channel = try #require(channel)
        self.collector = collector
    }

    /// Says something to the output.
    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    /// Ends the output and gives all that came: what was sent is on its way before the end of the connection.
    func end() async -> [UInt8] {
        task.cancel()
        _ = await task.result
        try? await channel.closeFuture.get()
        return collector.bytes
    }

    private final class Collector: ChannelInboundHandler, @unchecked Sendable {
        // Safe without a check: written on the channel's event loop, read after it has closed.
        typealias InboundIn = ByteBuffer
        private(set) var bytes: [UInt8] = []
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes += unwrapInboundIn(data).readableBytesView
        }
    }
}
