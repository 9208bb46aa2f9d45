public import Logging
import NIOCore

/// Keeps a connection to a server of frames: connects, reads, and connects again with growing waits when it breaks.
public struct FeedClient: Sendable {
    private let host: String
    private let port: Int
    private let timing: FeedTiming
    private let hello: [UInt8]
    private let clock: any FeedClock
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let makeDecoder: @Sendable () -> any StreamDecoder
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let onBatch: @Sendable (FeedBatch) async -> Void

    /// A client; nothing happens before `run`.
    ///
    /// - Parameters:
    ///   - hello: bytes said first on each connection; a key, see `FeederKey.greeting`.
    ///   - random: numbers in 0 ..< 1 for the jitter of the waits.
    ///   - makeDecoder: called once; the decoder is told of each new connection by `restart`.
    ///   - onStatus: called on every change, and once a second while data comes.
    ///   - onBatch: gets what was read; while it has not returned, no more is read from the socket.
    public init(
        host: String,
        port: Int,
        timing: FeedTiming = FeedTiming(),
        hello: [UInt8] = [],
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
        self.hello = hello
        self.clock = clock
        self.random = random
        self.logger = logger
        self.makeDecoder = makeDecoder
        self.onStatus = onStatus
        self.onBatch = onBatch
    }

    /// The decoder, and what only the client can count.
    private struct Link {
        var decoder: any StreamDecoder
        var badGreetings: UInt64 = 0
        /// The first bytes, as long as nothing was made of them.
        var head: [UInt8] = []
        private static let mostHead = 4096

        /// What the stream looks like, where the decoder makes nothing of it.
        var guess: WireFormat? { head.isEmpty ? nil : WireFormat.guess(head.span) }

        mutating func keepHead(_ buffer: ByteBuffer, isUnderstood: Bool) {
            if isUnderstood { head = [] } else { head += buffer.readableBytesView.prefix(Self.mostHead - head.count) }
        }

        var counters: WireCounters {
            var counters = decoder.counters
            counters.badGreetings &+= badGreetings
            return counters
        }
    }

    /// How a connection ended.
    private struct Ending {
        var link: Link
        /// Seconds between the first and the last data.
        var goodFor: Double
        /// Why we ended it and must be told once; `nil` when the other side did, or nothing came.
        var refusal: String?
        /// What it ended by, if not by the other side's end.
        var reason: String?
    }

    /// Runs until the task is cancelled.
    public func run() async {
        var link = Link(decoder: makeDecoder())
        var backoff = Backoff(timing: timing, random: random)
        var lastRefusal: String?
        while !Task.isCancelled {
            var goodFor = 0.0
            var refusal: String?
            let reason: String
            do {
                report(.connecting, "connecting to \(host):\(port)", link)
                let connection = try await Connector.connect(host: host, port: port, timing: timing, isInput: true)
                link.decoder.restart()
                let ending = try await read(connection, link)
                (link, goodFor, refusal) = (ending.link, ending.goodFor, ending.refusal)
                reason = refusal ?? ending.reason ?? "closed by the other side"
            } catch {
                reason = Connector.reason(error)
            }
            if Task.isCancelled { break }
            let wait = backoff.wait(afterGood: goodFor)
            let seconds = (wait * 10).rounded() / 10
            // Waiting does not mend a server of another kind: somebody must look, and is told once.
            let level: Logger.Level = refusal != nil && refusal != lastRefusal ? .warning : .info
            lastRefusal = refusal
            logger.log(level: level, "\(host):\(port): \(reason); next attempt in \(seconds) s")
            report(.waiting(retryIn: wait), "\(host):\(port): \(reason)", link)
            do { try await clock.sleep(seconds: wait) } catch { break }
        }
        report(.finished, "stopped", link)
    }

    /// Reads one connection to its end.
    private func read(_ connection: Connector.Connection, _ link: Link) async throws -> Ending {
        try await connection.executeThenClose { inbound, outbound in
            var link = link
            let awaited = link.decoder.awaitedGreetingBytes
            var greets = awaited > 0
            let patience =
                greets ? GreetingPatience(with: connection.channel, bytes: awaited, seconds: timing.greeting) : nil
            defer { patience?.cancel() }
            if !greets { reportConnected(link) }
            let greeting = hello + link.decoder.greeting
            // What the other side said before it hung up is read all the same.
            if !greeting.isEmpty { try? await outbound.write(ByteBuffer(bytes: greeting)) }
            var first: Double?
            var last = 0.0
            var reported = clock.seconds
            var reason: String?
            do {
                for try await buffer in inbound {
                    var batch = FeedBatch()
                    link.decoder.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &batch)
                    link.keepHead(buffer, isUnderstood: !batch.isEmpty)
                    if link.decoder.refusal != nil { break }
                    let replies = link.decoder.takeReplies()
                    if !replies.isEmpty { try? await outbound.write(ByteBuffer(bytes: replies)) }
                    if greets, link.decoder.awaitedGreetingBytes == 0 {
                        greets = false
                        patience?.cancel()
                        reportConnected(link)
                    }
                    if !batch.isEmpty || batch.sawSimulationMark {
                        last = clock.seconds
                        let isFirst = first == nil
                        if isFirst { first = last }
                        await onBatch(batch)
                        if isFirst, !greets { report(.connected, "connected to \(host):\(port)", link) }
                    }
                    if !greets, clock.seconds - reported >= 1 {
                        reported = clock.seconds
                        report(.connected, "connected to \(host):\(port)", link)
                    }
                }
            } catch {
                logger.debug("\(host):\(port): \(Connector.reason(error))")
                if error is SilentConnection { reason = Connector.reason(error) }
            }
            var refusal = link.decoder.refusal
            if refusal == nil, greets, patience?.hasRunOut == true {
                refusal = "no greeting within \(timing.greeting) s"
            } else if refusal == nil, greets, !Task.isCancelled {
                refusal = "closed by the other side before its greeting"
            }
            if refusal != nil { link.badGreetings &+= 1 }
            var rest = FeedBatch()
            link.decoder.finish(into: &rest)
            rest.endsConnection = true
            if !rest.isEmpty || first != nil { await onBatch(rest) }
            return Ending(link: link, goodFor: first.map { last - $0 } ?? 0, refusal: refusal, reason: reason)
        }
    }

    private func reportConnected(_ link: Link) {
        report(.connected, "connected to \(host):\(port)", link)
        logger.info("connected to \(host):\(port)")
    }

    private func report(_ state: FeedStatus.State, _ detail: String, _ link: Link) {
        onStatus(FeedStatus(state: state, detail: detail, counters: link.counters, guess: link.guess))
    }
}
