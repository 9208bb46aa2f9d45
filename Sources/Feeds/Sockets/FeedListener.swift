public import Logging
import NIOCore

/// Accepts feeders. Each has a decoder and an allowance of its own; one that floods or falls silent is thrown out and the others
/// go on.
public struct FeedListener: Sendable {
    private let host: String
    private let port: Int
    private let limits: FeedLimits
    private let timing: FeedTiming
    private let clock: any FeedClock
    private let logger: Logger
    private let makeDecoder: @Sendable () -> any StreamDecoder
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let onBatch: @Sendable (FeedBatch) async -> Void

    /// A listener; nothing happens before `run`.
    ///
    /// - Parameters:
    ///   - port: 0 for any free one; the status `listening` tells which.
    ///   - makeDecoder: called for each feeder.
    ///   - onStatus: called on every change, and once a second for each feeder that sends; its counters are those of all feeders together.
    ///   - onBatch: called from several tasks at once, one for each feeder; `FeedBatch.connection` tells them apart. The last of a
    ///     connection may be empty and says that it is the last.
    public init(
        host: String,
        port: Int,
        limits: FeedLimits = FeedLimits(),
        timing: FeedTiming = FeedTiming(),
        clock: any FeedClock = SystemFeedClock(),
        logger: Logger,
        makeDecoder: @escaping @Sendable () -> any StreamDecoder,
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in },
        onBatch: @escaping @Sendable (FeedBatch) async -> Void
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.timing = timing
        self.clock = clock
        self.logger = logger
        self.makeDecoder = makeDecoder
        self.onStatus = onStatus
        self.onBatch = onBatch
    }

    /// Listens until the task is cancelled.
    ///
    /// - Throws: `FeedError.portInUse` or `cannotListen` when it cannot begin.
    public func run() async throws(FeedError) {
        let server = try await Connector.listen(host: host, port: port, timing: timing, isInput: true)
        let bound = server.channel.localAddress?.port ?? port
        onStatus(FeedStatus(state: .listening(port: bound), detail: "listening on \(host):\(bound)"))
        logger.info("listening for feeders on \(host):\(bound)")
        let register = FeederRegister(limits: limits)
        do {
            try await server.executeThenClose { inbound in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await connection in inbound {
                        group.addTask { await serve(connection, register) }
                    }
                }
            }
        } catch {
            logger.debug("listener on \(host):\(bound): \(Connector.reason(error))")
        }
        onStatus(FeedStatus(state: .finished, detail: "stopped listening on \(host):\(bound)"))
    }

    private func serve(_ connection: Connector.Connection, _ register: FeederRegister) async {
        let address = connection.channel.remoteAddress?.ipAddress ?? "unknown address"
        guard let number = register.admit(address) else {
            logger.notice("feeder from \(address) turned away: too many connections")
            try? await connection.executeThenClose { _, _ in }
            onStatus(
                FeedStatus(
                    state: .refused,
                    detail: "\(address): too many connections",
                    counters: register.total,
                    connections: register.count
                )
            )
            return
        }
        logger.info("feeder \(number) connected from \(address)")
        onStatus(
            FeedStatus(
                state: .connected,
                detail: "feeder \(number) from \(address)",
                counters: register.total,
                connections: register.count
            )
        )
        let end = await read(connection, number: number, register)
        register.leave(address, number: number, counters: end.counters)
        logger.notice("feeder \(number) from \(address): \(end.detail)")
        onStatus(
            FeedStatus(
                state: end.state,
                detail: "feeder \(number) from \(address): \(end.detail)",
                counters: register.total,
                connections: register.count
            )
        )
    }

    private func read(
        _ connection: Connector.Connection,
        number: UInt32,
        _ register: FeederRegister
    ) async -> FeedStatus {
        var decoder = makeDecoder()
        decoder.restart()
        var limiter = RateLimiter(limits: limits, now: clock.seconds)
        var over = WireCounters()
        let started = decoder
        let result = try? await connection.executeThenClose { inbound, outbound in
            var decoder = started
            var reported = clock.seconds
            var state = FeedStatus(state: .finished, detail: "left")
            do {
                if !decoder.greeting.isEmpty { try await outbound.write(ByteBuffer(bytes: decoder.greeting)) }
                for try await buffer in inbound {
                    guard limiter.admits(bytes: buffer.readableBytes, now: clock.seconds) else {
                        over.overRateBytes &+= UInt64(buffer.readableBytes)
                        if limiter.isFlooding {
                            state = FeedStatus(state: .refused, detail: "thrown out: sends more than it may")
                            break
                        }
                        continue
                    }
                    var batch = FeedBatch(connection: number)
                    decoder.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &batch)
                    over.overRate &+= UInt64(cut(&batch, &limiter))
                    if limiter.isFlooding {
                        state = FeedStatus(state: .refused, detail: "thrown out: sends more than it may")
                        break
                    }
                    if !batch.isEmpty { await onBatch(batch) }
                    if clock.seconds - reported >= 1 {
                        reported = clock.seconds
                        register.note(decoder.counters, of: number)
                        onStatus(
                            FeedStatus(
                                state: .connected,
                                detail: "feeder \(number)",
                                counters: register.total,
                                connections: register.count
                            )
                        )
                    }
                }
            } catch {
                state.detail = Connector.reason(error)
            }
            var rest = FeedBatch(connection: number)
            decoder.finish(into: &rest)
            rest.endsConnection = true
            await onBatch(rest)
            state.counters = decoder.counters
            state.counters.overRate = over.overRate
            state.counters.overRateBytes = over.overRateBytes
            return state
        }
        return result ?? FeedStatus(state: .finished, detail: "left", counters: decoder.counters)
    }

    /// Drops what a feeder may not send.
    ///
    /// - Returns: how many frames and reports.
    private func cut(_ batch: inout FeedBatch, _ limiter: inout RateLimiter) -> Int {
        let frames = limiter.admitted(frames: batch.frames.count, now: clock.seconds)
        let reports = limiter.admitted(frames: batch.reports.count, now: clock.seconds)
        let replies = limiter.admitted(frames: batch.modeAC.count, now: clock.seconds)
        let uat = limiter.admitted(frames: batch.uat.count, now: clock.seconds)
        let dropped = batch.count - frames - reports - replies - uat
        batch.frames.removeLast(batch.frames.count - frames)
        batch.reports.removeLast(batch.reports.count - reports)
        batch.modeAC.removeLast(batch.modeAC.count - replies)
        batch.uat.removeLast(batch.uat.count - uat)
        return dropped
    }
}
