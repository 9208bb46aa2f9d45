public import Logging
import NIOCore
import Synchronization

/// An output: many readers get the same bytes, encoded once. A reader too slow for them is closed and the others go on.
public final class FeedSink: Sendable {
    /// Where the readers come from.
    public enum Target: Hashable, Sendable {
        /// They connect to us.
        case listen(host: String, port: Int)
        /// We connect to one, again and again.
        case connect(host: String, port: Int)
    }

    private struct State {
        var encoder: any StreamEncoder
        var clients: [UInt64: SinkClient] = [:]
        var lastNumber: UInt64 = 0
        var isSimulated = false
        var lastTime = OutputBatch().time
        var lastSent = 0.0
        var dropped = 0
    }

    /// Bytes that may wait for one reader.
    public static let queueLimit = 4 * 1024 * 1024

    /// Where the readers come from.
    public let target: Target
    private let hello: [UInt8]
    private let sendsModeAC: Bool
    private let readsCommands: Bool
    private let timing: FeedTiming
    private let queueLimit: Int
    private let maximumClients: Int
    private let clock: any FeedClock
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let state: Mutex<State>

    /// A sink; nobody is served before `run`.
    ///
    /// - Parameters:
    ///   - hello: bytes said first on each connection; a key, see `FeederKey.greeting`.
    ///   - sendsModeAC: whether every reader gets Mode A/C replies; else only one who asks for them.
    ///   - readsCommands: whether readers may ask, by the commands of Beast. Everything else they say is passed over.
    ///   - queueLimit: bytes that may wait for one reader.
    ///   - maximumClients: readers at once.
    ///   - random: numbers in 0 ..< 1 for the jitter of the waits.
    public init(
        target: Target,
        encoder: any StreamEncoder,
        hello: [UInt8] = [],
        sendsModeAC: Bool = false,
        readsCommands: Bool = false,
        timing: FeedTiming = FeedTiming(),
        queueLimit: Int = FeedSink.queueLimit,
        maximumClients: Int = 256,
        clock: any FeedClock = SystemFeedClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        logger: Logger,
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in }
    ) {
        self.target = target
        self.hello = hello
        self.sendsModeAC = sendsModeAC
        self.readsCommands = readsCommands
        self.timing = timing
        self.queueLimit = queueLimit
        self.maximumClients = maximumClients
        self.clock = clock
        self.random = random
        self.logger = logger
        self.onStatus = onStatus
        state = Mutex(State(encoder: encoder))
    }

    /// Readers connected now.
    public var clientCount: Int { state.withLock { $0.clients.count } }

    /// Readers closed because they were too slow, since the start.
    public var droppedCount: Int { state.withLock { $0.dropped } }

    /// Whether a reader takes Mode A/C replies.
    public var takesModeAC: Bool {
        state.withLock { state in
            sendsModeAC ? !state.clients.isEmpty : readsCommands && state.clients.contains { $0.value.wantsModeAC }
        }
    }

    /// Sends a batch to every reader; never waits for one.
    public func send(_ batch: OutputBatch) {
        let dropped = state.withLock { state in
            var bytes: [UInt8] = []
            if batch.isSimulated, !state.isSimulated { bytes = state.encoder.simulationMark(at: batch.time) }
            // The label stays once it was given: what was sent before may still be on its way through others.
            state.isSimulated = state.isSimulated || batch.isSimulated
            state.lastTime = max(state.lastTime, batch.time)
            guard !state.clients.isEmpty else { return 0 }
            guard !batch.isEmpty || !bytes.isEmpty else { return 0 }
            guard !batch.modeAC.isEmpty, !sendsModeAC else {
                state.encoder.encode(batch, into: &bytes)
                return broadcast(bytes, &state)
            }
            var withoutReplies = batch
            withoutReplies.modeAC = []
            state.encoder.encode(withoutReplies, into: &bytes)
            let dropped = broadcast(bytes, &state)
            guard readsCommands else { return dropped }
            var replies: [UInt8] = []
            state.encoder.encode(OutputBatch(modeAC: batch.modeAC), into: &replies)
            return dropped + broadcast(replies, &state) { $0.wantsModeAC }
        }
        if dropped > 0 { logger.notice("\(name): \(dropped) reader(s) too slow, closed") }
    }

    /// Serves readers until the task is cancelled.
    ///
    /// - Throws: `FeedError.portInUse` or `cannotListen` when it cannot begin.
    public func run() async throws(FeedError) {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await self.beat() }
                group.addTask {
                    switch self.target {
                    case .listen(let host, let port): try await self.listen(host: host, port: port)
                    case .connect(let host, let port): await self.connect(host: host, port: port)
                    }
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let error as FeedError {
            throw error
        } catch {
            logger.debug("\(name): \(Connector.reason(error))")
        }
        onStatus(FeedStatus(state: .finished, detail: "\(name) stopped"))
    }

    private var name: String {
        switch target {
        case .listen(let host, let port): "output on \(host):\(port)"
        case .connect(let host, let port): "output to \(host):\(port)"
        }
    }

    /// Gives bytes to every reader and forgets those that are too slow.
    ///
    /// - Returns: how many were.
    private func broadcast(
        _ bytes: [UInt8],
        _ state: inout State,
        to isMeant: (SinkClient) -> Bool = { _ in true }
    ) -> Int {
        guard !bytes.isEmpty else { return 0 }
        let buffer = ByteBuffer(bytes: bytes)
        state.lastSent = clock.seconds
        let slow = state.clients.filter { isMeant($0.value) && !$0.value.send(buffer) }.map(\.key)
        for number in slow { state.clients[number] = nil }
        state.dropped += slow.count
        return slow.count
    }

    /// Sends a sign of life after silence.
    private func beat() async {
        while !Task.isCancelled {
            let silent = clock.seconds - state.withLock { $0.lastSent }
            if silent >= timing.heartbeat {
                state.withLock { _ = broadcast($0.encoder.heartbeat, &$0) }
                state.withLock { $0.lastSent = clock.seconds }
            }
            let wait = timing.heartbeat - min(silent, timing.heartbeat)
            do { try await clock.sleep(seconds: wait > 0 ? wait : timing.heartbeat) } catch { return }
        }
    }

    private func listen(host: String, port: Int) async throws {
        let server = try await Connector.listen(host: host, port: port, timing: timing, isInput: false)
        let bound = server.channel.localAddress?.port ?? port
        logger.info("output on \(host):\(bound)")
        onStatus(FeedStatus(state: .listening(port: bound), detail: "output on \(host):\(bound)"))
        try await server.executeThenClose { inbound in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in inbound { group.addTask { await self.serve(connection) } }
            }
        }
    }

    private func connect(host: String, port: Int) async {
        var backoff = Backoff(timing: timing, random: random)
        while !Task.isCancelled {
            var goodFor = 0.0
            var reason = "closed by the other side"
            do {
                onStatus(FeedStatus(state: .connecting, detail: name))
                let connection = try await Connector.connect(host: host, port: port, timing: timing, isInput: false)
                let begin = clock.seconds
                await serve(connection)
                goodFor = clock.seconds - begin
            } catch {
                reason = Connector.reason(error)
            }
            if Task.isCancelled { return }
            let wait = backoff.wait(afterGood: goodFor)
            onStatus(FeedStatus(state: .waiting(retryIn: wait), detail: "\(name): \(reason)"))
            do { try await clock.sleep(seconds: wait) } catch { return }
        }
    }

    /// Serves one reader until it leaves; of what it says only commands are looked at.
    private func serve(_ connection: Connector.Connection) async {
        let address = connection.channel.remoteAddress?.ipAddress ?? "unknown address"
        let client = SinkClient(channel: connection.channel, limit: queueLimit)
        try? await connection.executeThenClose { inbound, _ in
            guard let number = admit(client) else {
                logger.notice("\(name): reader from \(address) turned away: too many")
                onStatus(FeedStatus(state: .refused, detail: "\(address): too many readers", connections: clientCount))
                return
            }
            onStatus(FeedStatus(state: .connected, detail: "reader from \(address)", connections: clientCount))
            do {
                var commands = BeastDecoder(sender: .reader)
                for try await buffer in inbound where readsCommands {
                    var nothing = FeedBatch()
                    commands.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &nothing)
                    client.wantsModeAC = commands.wantsModeAC
                }
            } catch { logger.debug("\(name): \(Connector.reason(error))") }
            state.withLock { $0.clients[number] = nil }
            onStatus(FeedStatus(state: .finished, detail: "reader from \(address) left", connections: clientCount))
        }
    }

    private func admit(_ client: SinkClient) -> UInt64? {
        state.withLock { state in
            guard state.clients.count < maximumClients else { return nil }
            if !hello.isEmpty { _ = client.send(ByteBuffer(bytes: hello)) }
            if state.isSimulated {
                _ = client.send(ByteBuffer(bytes: state.encoder.simulationMark(at: state.lastTime)))
            }
            state.lastNumber += 1
            state.clients[state.lastNumber] = client
            return state.lastNumber
        }
    }
}
