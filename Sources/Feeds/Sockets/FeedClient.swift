public import Logging
import NIOCore

/// Keeps a connection to a server of frames: connects, reads, and connects again with growing waits when it breaks.
public struct FeedClient: Sendable {
    private let host: String
    private let port: Int
    private let timing: FeedTiming
    private let clock: any FeedClock
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let makeDecoder: @Sendable () -> any StreamDecoder
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let onBatch: @Sendable (FeedBatch) async -> Void

    /// A client; nothing happens before `run`.
    ///
    /// - Parameters:
    ///   - random: numbers in 0 ..< 1 for the jitter of the waits.
    ///   - makeDecoder: called once; the decoder is told of each new connection by `restart`.
    ///   - onStatus: called on every change, and once a second while data comes.
    ///   - onBatch: gets what was read; while it has not returned, no more is read from the socket.
    public init(
        host: String,
        port: Int,
        timing: FeedTiming = FeedTiming(),
        clock: any FeedClock = SystemFeedClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        logger: Logger,
        makeDecoder: @escaping @Sendable () -> any StreamDecoder,
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in },
        onBatch: @escaping @Sendable (FeedBatch) async -> Void
    ) {
        self.host = host
        self.port = port
        self.timing = timing
        self.clock = clock
        self.random = random
        self.logger = logger
        self.makeDecoder = makeDecoder
        self.onStatus = onStatus
        self.onBatch = onBatch
    }

    /// Runs until the task is cancelled.
    public func run() async {
        var decoder = makeDecoder()
        var backoff = Backoff(timing: timing, random: random)
        while !Task.isCancelled {
            var goodFor = 0.0
            let reason: String
            do {
                report(.connecting, "connecting to \(host):\(port)", decoder)
                let connection = try await Connector.connect(host: host, port: port, timing: timing, isInput: true)
                decoder.restart()
                (decoder, goodFor) = try await read(connection, decoder)
                reason = "closed by the other side"
            } catch {
                reason = Connector.reason(error)
            }
            if Task.isCancelled { break }
            let wait = backoff.wait(afterGood: goodFor)
            let seconds = (wait * 10).rounded() / 10
            logger.info("\(host):\(port): \(reason); next attempt in \(seconds) s")
            report(.waiting(retryIn: wait), "\(host):\(port): \(reason)", decoder)
            do { try await clock.sleep(seconds: wait) } catch { break }
        }
        report(.finished, "stopped", decoder)
    }

    /// Reads one connection to its end.
    ///
    /// - Returns: the decoder, and how many seconds lie between the first and the last data.
    private func read(
        _ connection: Connector.Connection,
        _ decoder: any StreamDecoder
    ) async throws -> (any StreamDecoder, Double) {
        try await connection.executeThenClose { inbound, outbound in
            var decoder = decoder
            report(.connected, "connected to \(host):\(port)", decoder)
            logger.info("connected to \(host):\(port)")
            if !decoder.greeting.isEmpty { try await outbound.write(ByteBuffer(bytes: decoder.greeting)) }
            var first: Double?
            var last = 0.0
            var reported = clock.seconds
            do {
                for try await buffer in inbound {
                    var batch = FeedBatch()
                    decoder.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &batch)
                    if !batch.isEmpty || batch.sawSimulationMark {
                        last = clock.seconds
                        if first == nil { first = last }
                        await onBatch(batch)
                    }
                    if clock.seconds - reported >= 1 {
                        reported = clock.seconds
                        report(.connected, "connected to \(host):\(port)", decoder)
                    }
                }
            } catch {
                logger.debug("\(host):\(port): \(Connector.reason(error))")
            }
            var rest = FeedBatch()
            decoder.finish(into: &rest)
            if !rest.isEmpty { await onBatch(rest) }
            return (decoder, first.map { last - $0 } ?? 0)
        }
    }

    private func report(_ state: FeedStatus.State, _ detail: String, _ decoder: any StreamDecoder) {
        onStatus(FeedStatus(state: state, detail: detail, counters: decoder.counters))
    }
}
