import Feeds
import Logging
import ModeS
import NIOCore
import NIOPosix

/// Plain sockets on loopback, to be the other side.
enum Loopback {
    static let host = "127.0.0.1"
    static let logger = Logger(label: "feeds.tests") { _ in SwiftLogNoOpLogHandler() }

    /// Timing that does not make a test wait.
    static var timing: FeedTiming {
        var timing = FeedTiming()
        timing.firstRetry = 0.01
        timing.longestRetry = 0.05
        timing.gather = 0
        return timing
    }

    static func connect(_ port: Int, autoRead: Bool = true) async throws -> any Channel {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: autoRead)
            .connect(host: host, port: port).get()
    }

    /// A server that greets every connection with bytes and closes it at once if told so.
    static func serve(_ bytes: [UInt8], closes: Bool) async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeSucceededVoidFuture().map {
                    channel.eventLoop.execute {
                        channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in
                            if closes { channel.close(promise: nil) }
                        }
                    }
                }
            }
            .bind(host: host, port: 0).get()
    }

    /// Random frames in Beast.
    static func beast(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var encoder = BeastEncoder()
        var output: [UInt8] = []
        encoder.encode(OutputBatch(frames: frames(count, seed: seed)), into: &output)
        return output
    }

    static func frames(_ count: Int, seed: UInt64 = 1) -> [ReceivedFrame] {
        var random = SeededGenerator(seed)
        return (0..<count).map { _ in random.frame() }
    }
}
