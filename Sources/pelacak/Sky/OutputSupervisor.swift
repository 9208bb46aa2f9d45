import Feeds
import Logging
import ServiceLifecycle
import Site

/// Keeps the outputs of a running program: those that are as before keep their readers and counters when the list changes.
actor OutputSupervisor: Service {
    private struct Output {
        let outlet: SinkOutlet
        let task: Task<Void, Never>
    }

    private let sky: LiveSky
    private let dataFolder: String
    private let logger: Logger
    private let first: [SinkSpecification]
    private var outputs: [Output] = []
    /// Those that ended by themselves; the next reload starts them again.
    private var ended: Set<ObjectIdentifier> = []
    private var isStopping = false
    /// The start of the first outputs: a reload waits for it.
    private var starting: Task<Void, any Error>?

    /// - Parameters:
    ///   - first: what runs from the start.
    ///   - dataFolder: where the key is that blinds the numbers of receivers.
    init(_ first: [SinkSpecification], sky: LiveSky, dataFolder: String, logger: Logger) {
        self.first = first
        self.sky = sky
        self.dataFolder = dataFolder
        self.logger = logger
    }

    /// The outputs and who takes from them, in the order of the configuration.
    var statuses: [SinkStatus] { outputs.map { SinkStatus($0.outlet) } }

    /// Runs all outputs until the program stops.
    ///
    /// - Throws: `FeedError` or `Failure` when one cannot begin.
    func run() async throws {
        try await begin()
        await cancelWhenGracefulShutdown {
            // Never comes: the end of the program is the end of the wait.
            for await _ in AsyncStream<Never>.makeStream().stream {}
        }
        isStopping = true
        await stop(outputs)
    }

    /// Takes another list: new outputs start, gone ones end, changed ones begin anew, all others are not touched.
    ///
    /// - Throws: `FeedError` or `Failure` when a new one cannot begin; then nothing was changed.
    func reload(_ wanted: [SinkSpecification]) async throws -> ReloadReport {
        var report = ReloadReport(subject: "outputs")
        guard !isStopping else { return report }
        try await begin()
        let blinding = try blinding(wanted)
        var left = outputs.filter { !ended.contains(ObjectIdentifier($0.outlet.sink)) }
        var order: [Output?] = wanted.map { specification in
            let index = left.firstIndex { $0.outlet.specification.isSame(as: specification) }
            return index.map { left.remove(at: $0) }
        }
        report.untouched = order.count { $0 != nil }
        // Whatever needs no port of one that goes begins first: if it cannot, all stays as it was.
        var begun: [Output] = []
        do {
            for (index, specification) in wanted.enumerated() where order[index] == nil {
                if left.contains(where: { $0.outlet.specification.takesPort(of: specification) }) { continue }
                let output = try await start(specification)
                begun.append(output)
                order[index] = output
                report.note(specification, insteadOf: left.map(\.outlet.specification))
            }
        } catch {
            await stop(begun)
            throw error
        }
        await stop(left)
        for (index, specification) in wanted.enumerated() where order[index] == nil {
            do {
                order[index] = try await start(specification)
                report.note(specification, insteadOf: left.map(\.outlet.specification))
            } catch { logger.error("\(specification.publicText): \(error)") }
        }
        let targets = wanted.map(\.target)
        report.removed = left.map(\.outlet.specification).filter { !targets.contains($0.target) }.map(\.publicText)
        outputs = order.compactMap(\.self)
        ended.formIntersection(outputs.map { ObjectIdentifier($0.outlet.sink) })
        await sky.setOutputs(outputs.map(\.outlet), blinding: blinding)
        return report
    }

    /// Starts what runs from the start, once.
    private func begin() async throws {
        let task = starting ?? Task { try await startFirst() }
        starting = task
        try await task.value
    }

    private func startFirst() async throws {
        let blinding = try blinding(first)
        var begun: [Output] = []
        do {
            for specification in first { begun.append(try await start(specification)) }
        } catch {
            await stop(begun)
            throw error
        }
        outputs = begun
        await sky.setOutputs(begun.map(\.outlet), blinding: blinding)
    }

    /// The key is made, or read, when an output shows receivers.
    private func blinding(_ specifications: [SinkSpecification]) throws(Failure) -> ReceiverBlinding? {
        guard specifications.contains(where: \.showsReceivers) else { return nil }
        return ReceiverBlinding(try SiteKey.of(folder: dataFolder))
    }

    /// Starts an output and waits until it listens, or tries to connect.
    private func start(_ specification: SinkSpecification) async throws(FeedError) -> Output {
        let (begun, report) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let sink = FeedSink(
            target: specification.target,
            encoder: specification.makeEncoder(),
            hello: specification.hello,
            sendsModeAC: specification.sendsModeAC,
            readsCommands: specification.format == .beast,
            logger: logger,
            onStatus: { _ in report.yield() }
        )
        let outcome = Task { () -> FeedError? in
            defer { report.finish() }
            do throws(FeedError) { try await sink.run() } catch { return error }
            return nil
        }
        if await begun.first(where: { true }) != nil {
            let task = Task { [logger] in
                let error = await withTaskCancellationHandler {
                    await outcome.value
                } onCancel: {
                    outcome.cancel()
                }
                guard !Task.isCancelled else { return }
                self.ended.insert(ObjectIdentifier(sink))
                logger.error(
                    "\(specification.publicText) ended\(error.map { ": \($0)" } ?? ""); SIGHUP starts it again"
                )
            }
            return Output(outlet: SinkOutlet(specification: specification, sink: sink), task: task)
        }
        if let error = await outcome.value { throw error }
        throw .cannotListen(host: specification.host, port: 0, reason: "stopped")
    }

    private func stop(_ outputs: [Output]) async {
        for output in outputs { output.task.cancel() }
        for output in outputs { await output.task.value }
    }
}

extension ReloadReport {
    /// An output has begun, new or in the place of one that was written otherwise.
    fileprivate mutating func note(_ specification: SinkSpecification, insteadOf gone: [SinkSpecification]) {
        let isChanged = gone.contains { $0.target == specification.target }
        if isChanged { changed.append(specification.publicText) } else { added.append(specification.publicText) }
    }
}

extension SinkStatus {
    /// As figures show it: without a host.
    init(_ outlet: SinkOutlet) {
        let (way, port) =
            switch outlet.sink.target {
            case .listen(_, let port): ("listen", port)
            case .connect(_, let port): ("tcp", port)
            }
        let format = outlet.specification.format.rawValue
        self.init(
            name: "\(format)+\(way) port \(port)",
            format: format,
            clients: outlet.sink.clientCount,
            dropped: outlet.sink.droppedCount
        )
    }
}
