import Feeds

/// A running listener on loopback and what comes out of it.
struct ListenerUnderTest {
    let task: Task<Void, any Error>
    let port: Int
    let statuses: Mailbox<FeedStatus>
    let batches: Mailbox<FeedBatch>

    static func start(
        _ admission: FeederAdmission = FeederAdmission(),
        limits: FeedLimits = FeedLimits(),
        timing: FeedTiming = Loopback.timing,
        clock: any FeedClock = SystemFeedClock(),
        decoder: @escaping @Sendable () -> any StreamDecoder = { BeastDecoder() }
    ) async throws -> ListenerUnderTest {
        let statuses = Mailbox<FeedStatus>()
        let batches = Mailbox<FeedBatch>()
        let listener = FeedListener(
            host: Loopback.host,
            port: 0,
            limits: limits,
            admission: admission,
            timing: timing,
            clock: clock,
            logger: Loopback.logger,
            makeDecoder: decoder,
            onStatus: { statuses.put($0) },
            onBatch: { batches.put($0) }
        )
        let task = Task<Void, any Error> { try await listener.run() }
        guard case .listening(let port)? = await statuses.next()?.state else { throw CancellationError() }
        return ListenerUnderTest(task: task, port: port, statuses: statuses, batches: batches)
    }

    func stop() async {
        task.cancel()
        _ = await task.result
    }
}
