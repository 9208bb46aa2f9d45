import NIOCore
import NIOPosix

/// Many connections that are only opened, from one group of loops, all closed at the end.
struct Crowd {
    private let channels: [any Channel]

    var count: Int { channels.count }

    /// Opens connections one after another, sends the same bytes on each, lends them, closes them.
    ///
    /// - Parameter reads: false for those that take nothing of what is sent to them.
    static func with<Value: Sendable>(
        _ count: Int,
        _ port: Int,
        sending text: String = "",
        reads: Bool = true,
        _ body: (Crowd) async throws -> Value
    ) async throws -> Value {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: reads)
            // One that reads nothing does not notice the end either.
            .channelOption(.allowRemoteHalfClosure, value: !reads)
            .channelOption(.socketOption(.so_rcvbuf), value: reads ? 65_536 : 4096)
        var channels: [any Channel] = []
        for _ in 0..<count {
            let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
            channels.append(channel)
            if !text.isEmpty { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }
        }
        let result: Result<Value, any Error>
        do { result = .success(try await body(Crowd(channels: channels))) } catch { result = .failure(error) }
        for channel in channels { try? await channel.close() }
        return try result.get()
    }

    /// Sends the same bytes again and again, at the pace of the connections' own loops, until the other side has closed all of them.
    ///
    /// - Returns: how long that took; whoever asks bounds the wait.
    func timeUntilGone(sending text: String) async throws -> Duration {
        let start = ContinuousClock.now
        let drips = channels.map { channel in
            channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(5)) { _ in
                channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            }
        }
        defer { for drip in drips { drip.cancel() } }
        for channel in channels { try await channel.closeFuture.get() }
        return start.duration(to: .now)
    }

    /// Those that the other side has not closed; only known of connections that read.
    var active: Int { channels.count(where: \.isActive) }
}

/// Waits until something holds.
///
/// - Returns: whether it held in time.
func eventually(within seconds: Double = 120, _ holds: () async -> Bool) async -> Bool {
    let start = ContinuousClock.now
    while start.duration(to: .now) < .seconds(seconds) {
        if await holds() { return true }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return await holds()
}
