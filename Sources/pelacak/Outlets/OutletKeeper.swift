import Aero
import Logging
import Outlets
import ServiceLifecycle
import Site
import Store
import Watch

/// Keeps alerts and delivers them: owns the outbox, the outlets and a worker for each that something is sent to.
actor OutletKeeper: Service {
    private struct Running {
        var outlet: Outlet
        var site: WebAddress?
        var worker: DeliveryWorker?
        var task: Task<Void, Never>?
    }

    let store: OutboxStore
    let shelf: OutletShelf
    let rawFolder: String
    /// The last test of each feed.
    var feedTests: [String: AlertRecord] = [:]
    private var settings: OutletSettings
    nonisolated let client: OutboundClient
    nonisolated let logger: Logger
    private let clock: any DeliveryClock
    private let services: DeliveryWorker.Services
    private var running: [String: Running] = [:]
    private var stamp: OutletShelf.Stamp?
    private var isRunning = false
    private var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastListener = 0
    private var heartbeat: Heartbeat?
    /// What else must work for the heartbeat to be sent.
    private var checks: [@Sendable () async -> Bool] = []
    /// What was said of outlets that cannot be meant.
    private var problems: [String] = []

    /// Outlets that are always there, by name; who needs another of that name writes it in the configuration file.
    static let builtIn: [String: OutletKind] = ["feed": .feed, "browser": .browser]
    /// Seconds between two looks at what a command wrote.
    private static let lookPause = 2.0
    /// Days alerts are kept for.
    static let keptDays = 400.0

    /// - Throws: `Failure` where the outbox cannot be opened.
    init(
        dataFolder: String,
        settings: OutletSettings,
        clock: any DeliveryClock = SystemDeliveryClock(),
        policy: RetryPolicy = RetryPolicy(),
        logger: Logger
    ) throws(Failure) {
        shelf = OutletShelf(dataFolder: dataFolder)
        rawFolder = dataFolder + "/raw"
        do throws(OutboxStoreError) { store = try OutboxStore(folder: shelf.folder) } catch {
            throw Failure("\(error); until that is put right no alert is kept or sent")
        }
        self.settings = settings
        self.clock = clock
        self.logger = logger
        let border = OutboundGuard(OutboundRules(listed: settings.listed))
        client = OutboundClient(border, agent: "pelacak/\(Pelacak.version) (+self-hosted)")
        services = DeliveryWorker.Services(
            queue: OutboxQueue(store: store),
            client: client,
            clock: clock,
            policy: policy,
            logger: logger
        )
    }

    /// Delivers until the program stops. What is under way then is sent again at the next start, under the same key.
    func run() async throws {
        isRunning = true
        look()
        // Those that came before are known already, and nobody works for them.
        for name in running.keys where running[name]?.task == nil { start(name) }
        abandonOrphans()
        let heartbeat = makeHeartbeat()
        self.heartbeat = heartbeat
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                if let heartbeat { group.addTask { await heartbeat.run() } }
                group.addTask { await self.keepHouse() }
            }
        }
        isRunning = false
        let tasks = running.values.compactMap(\.task)
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
        for listener in listeners.values { listener.finish() }
    }

    private func makeHeartbeat() -> Heartbeat? {
        guard let address = settings.heartbeat.flatMap({ try? WebAddress($0.value) }) else { return nil }
        let seconds = settings.heartbeatSeconds
        return Heartbeat(address: address, seconds: seconds, client: client, clock: clock, logger: logger) {
            [weak self] in
            await self?.isWell() ?? false
        }
    }

    private func keepHouse() async {
        var next = clock.now
        while !Task.isCancelled {
            look()
            if clock.now >= next {
                next = clock.now.advanced(bySeconds: 86_400)
                do throws(OutboxStoreError) {
                    _ = try store.prune(before: clock.now.advanced(bySeconds: -Self.keptDays * 86_400))
                } catch { logger.warning("old alerts could not be deleted: \(error)") }
            }
            do { try await clock.sleep(seconds: Self.lookPause) } catch { return }
        }
    }

    // MARK: - Outlets

    /// Takes up what the configuration file says now.
    func take(_ wanted: OutletSettings) {
        settings.definitions = wanted.definitions
        settings.site = wanted.site
        stamp = nil
        look()
    }

    /// Takes up what was written since.
    func look() {
        let seen = shelf.stamp
        guard stamp != seen else { return }
        stamp = seen
        do throws(Failure) { try settle(wanted()) } catch { logger.error("outlets: \(error)") }
    }

    /// All outlets there shall be: the file's before those that were added, and those before what is always there.
    private func wanted() throws(Failure) -> [OutletDefinition] {
        let (added, wrong) = try shelf.read()
        if wrong != problems { for problem in wrong { logger.error("\(problem)") } }
        problems = wrong
        var byName: [String: OutletDefinition] = [:]
        for (name, kind) in Self.builtIn {
            let values = kind == .feed ? ["key": [try shelf.ownSecret(name, "key")]] : [:]
            byName[name] = try? OutletDefinition(name: name, kind: kind, values: values)
        }
        for outlet in added { byName[outlet.name] = outlet }
        for outlet in settings.definitions { byName[outlet.name] = outlet }
        return Array(byName.values)
    }

    /// Starts, stops and changes workers so that they are those of these outlets.
    private func settle(_ definitions: [OutletDefinition]) throws(Failure) {
        for name in running.keys where !definitions.contains(where: { $0.name == name }) { stop(name) }
        for definition in definitions {
            if let old = running[definition.name], old.outlet.definition == definition, old.site == settings.site {
                continue
            }
            do throws(OutletError) {
                let outlet = try Outlet(definition, site: settings.site)
                running[definition.name]?.task?.cancel()
                running[definition.name] = Running(outlet: outlet, site: settings.site)
                start(definition.name)
            } catch { logger.error("outlet \(definition.name): \(error)") }
        }
    }

    private func start(_ name: String) {
        guard isRunning, let outlet = running[name]?.outlet, !outlet.definition.kind.isFetched else { return }
        let worker = DeliveryWorker(outlet, services)
        running[name]?.worker = worker
        running[name]?.task = Task { [client] in
            if let learned = await outlet.learned(through: client) {
                adopt(learned, name)
                await worker.take(learned)
            }
            await worker.run()
        }
    }

    /// Alerts are rendered here: for as many characters as the service takes.
    private func adopt(_ learned: Outlet, _ name: String) {
        guard running[name]?.outlet.definition == learned.definition else { return }
        running[name]?.outlet = learned
    }

    private func stop(_ name: String) {
        running.removeValue(forKey: name)?.task?.cancel()
        do throws(OutboxStoreError) {
            try store.abandon(name, reason: .reason(.outletRemoved), now: clock.now)
        } catch { logger.error("outlet \(name): \(error)") }
    }

    /// What waits for outlets that are gone since the program ran last.
    private func abandonOrphans() {
        guard let tallies = try? store.tallies() else { return }
        for (name, tally) in tallies where running[name] == nil && tally.pending > 0 { stop(name) }
    }

    func outlet(_ name: String) -> Outlet? { running[name]?.outlet }

    var definitions: [OutletDefinition] { running.values.map(\.outlet.definition).sorted { $0.name < $1.name } }

    // MARK: - Alerts

    /// Renders alerts for their outlets.
    func drafts(_ alert: AlertRecord) -> [DeliveryDraft] {
        alert.outlets.map { name in running[name]?.outlet.draft(of: alert) ?? Outlet.missing(name, for: alert) }
    }

    /// Wakes workers and readers.
    func announce(_ kept: [KeptAlert]) {
        guard !kept.isEmpty else { return }
        for name in Set(kept.flatMap(\.record.outlets)) { running[name]?.worker?.wake() }
        for listener in listeners.values { listener.yield() }
    }

    func wake(_ name: String) { running[name]?.worker?.wake() }

    /// The engine has more that must work for the watch to be kept.
    func heartbeatNeeds(_ check: @escaping @Sendable () async -> Bool) { checks.append(check) }

    /// How the heartbeat fares; `nil` where there is none.
    func heartbeatState() async -> Heartbeat.State? { await heartbeat?.state }

    private func isWell() async -> Bool {
        guard (try? store.probe()) != nil else { return false }
        for check in checks where await !check() { return false }
        return true
    }

    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        lastListener += 1
        let number = lastListener
        listeners[number] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(number) }
        }
        return stream
    }

    private func forget(_ number: Int) { listeners[number] = nil }
}
