public import Logging
import NIOCore

/// Accepts feeders. Each has a decoder and an allowance of its own; one that floods or falls silent is thrown out and the others
/// go on.
public struct FeedListener: Sendable {
    private let host: String
    private let port: Int
    private let limits: FeedLimits
    private let admission: FeederAdmission
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
    ///   - admission: who is accepted, and who is called by a name.
    ///   - makeDecoder: called for each feeder.
    ///   - onStatus: called on every change, and once a second while feeders send; its counters are those of all feeders together.
    ///   - onBatch: called from several tasks at once, one for each feeder; `FeedBatch.connection` tells them apart. The last of a
    ///     connection may be empty and says that it is the last.
    public init(
        host: String,
        port: Int,
        limits: FeedLimits = FeedLimits(),
        admission: FeederAdmission = FeederAdmission(),
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
        self.admission = admission
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
        admission.book.attach(register)
        defer { admission.book.detach(register) }
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
        guard let number = register.admit(address, connection.channel) else {
            logger.notice("feeder from \(address) turned away: too many connections")
            try? await connection.executeThenClose { _, _ in }
            onStatus(register.status(.refused, "\(address): too many connections"))
            return
        }
        logger.info("feeder \(number) connected from \(address)")
        onStatus(register.status(.connected, "feeder \(number) from \(address)"))
        let end = await read(connection, number: number, register)
        register.leave(address, number: number, counters: end.counters)
        logger.notice("feeder \(number) from \(address): \(end.detail)")
        onStatus(register.status(end.state, "feeder \(number) from \(address): \(end.detail)"))
    }

    /// Reads a connection to its end.
    ///
    /// - Returns: how it ended and what this feeder sent.
    private func read(
        _ connection: Connector.Connection,
        number: UInt32,
        _ register: FeederRegister
    ) async -> FeedStatus {
        let start = FeederConnection(
            number: number,
            admission: admission,
            limits: limits,
            decoder: makeDecoder(),
            now: clock.seconds
        )
        let patience =
            admission.needsKey ? KeyPatience(with: connection.channel, seconds: timing.greeting) : nil
        defer { patience?.cancel() }
        let result = try? await connection.executeThenClose { inbound, outbound in
            var feeder = start
            var objection: FeederConnection.Objection?
            var detail = "left"
            do {
                let greeting = feeder.decoder.greeting
                if !greeting.isEmpty { try await outbound.write(ByteBuffer(bytes: greeting)) }
                for try await buffer in inbound {
                    let wasKnown = feeder.feeder != nil
                    var batch = FeedBatch(connection: number)
                    objection = feeder.read(buffer, clock: clock, into: &batch)
                    if objection != nil { break }
                    if feeder.isWelcome { patience?.cancel() }
                    if !wasKnown, let known = feeder.feeder {
                        register.name(number, known)
                        // The book may have been written since it was looked into.
                        if !admission.book.holds(known) {
                            objection = .forgotten
                            break
                        }
                    }
                    if !batch.isEmpty { await onBatch(batch) }
                    let now = clock.seconds
                    if register.note(feeder.counters, of: number, now: now) {
                        onStatus(register.status(.connected, "feeder \(number)"))
                    }
                }
            } catch {
                detail = Connector.reason(error)
            }
            if objection == nil, patience?.hasRunOut == true {
                objection = .noKey
                feeder.refuseKey()
            } else if objection == nil {
                objection = register.objection(to: number)
            }
            var rest = FeedBatch(connection: number)
            feeder.finish(into: &rest)
            rest.endsConnection = true
            await onBatch(rest)
            return FeedStatus(
                state: objection?.isRefusal == true ? .refused : .finished,
                detail: objection?.rawValue ?? detail,
                counters: feeder.counters
            )
        }
        return result ?? FeedStatus(state: .finished, detail: "left", counters: start.counters)
    }
}
