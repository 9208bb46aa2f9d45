import Aero
import Feeds
import Logging
import Polling
import Radio
import ServiceLifecycle
import Site
import Tracking

/// Keeps the sources of a running program: starts, pauses and removes them, and writes the configuration file.
actor SourceSupervisor: Service {
    nonisolated let configurationName: String
    private let file: ConfigurationFile
    let sky: LiveSky
    let logger: Logger
    /// What polled sources share: one limiter for all of a provider.
    private let polling: PollServices
    var entries: [SourceEntry] = []
    private var lastNumber = 0
    var reason: SourceChoice.Reason
    private(set) var isStopping = false
    /// Where the receiver of a source without a place of its own stands.
    private let receiver: ReceiverPlace?
    /// Whom listeners know by a key.
    private let feeders: FeederBook
    /// Sources of the file that do not run this time.
    var dormant: [String]
    /// Changes come one after the other, though each of them waits for others.
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let onBegun: @Sendable () -> Void
    /// Data whose licence forbids passing them on do not get into the sky then.
    private let strangersMayRead: Bool

    /// Sources kept at most.
    static let capacity = 256

    init(
        file: ConfigurationFile,
        sky: LiveSky,
        reason: SourceChoice.Reason,
        receiver: ReceiverPlace? = nil,
        feeders: FeederBook = FeederBook(),
        dormant: [String] = [],
        polling: PollServices = PollServices(version: Pelacak.version),
        strangersMayRead: Bool = false,
        logger: Logger,
        onBegun: @escaping @Sendable () -> Void = {}
    ) {
        self.polling = polling
        self.strangersMayRead = strangersMayRead
        self.onBegun = onBegun
        self.file = file
        self.receiver = receiver
        self.feeders = feeders
        self.dormant = dormant
        self.sky = sky
        self.reason = reason
        self.logger = logger
        configurationName = file.name
    }

    /// Adds what is to run from the start.
    func prepare(_ specifications: [SourceSpecification], areFromFile: Bool) {
        for specification in specifications {
            entries.append(SourceEntry(id: newID(), specification: specification, isFromFile: areFromFile))
        }
    }

    /// Runs all sources until the program stops.
    func run() async throws {
        await enter()
        for entry in entries where !entry.specification.isPaused { await start(entry.id) }
        await publishChoice()
        onBegun()
        leave()
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.sky.tick()
                do { try await Task.sleep(for: .seconds(1)) } catch { break }
            }
        }
        isStopping = true
        for entry in entries { entry.task?.cancel() }
        for entry in entries { await entry.task?.value }
    }

    func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    func newID() -> String {
        lastNumber += 1
        return "s\(lastNumber)"
    }

    // MARK: - Running

    func start(_ id: String) async {
        guard !isStopping, let specification = entry(id)?.specification else { return }
        // The one place through which everything gets into the sky, whoever added it and when.
        if let reason = licenceRefusal(of: specification) {
            logger.error("\(specification.shownName) is off: \(reason)")
            change(id) { $0.refuse(reason, at: TimeText.now) }
            return
        }
        let feed = await sky.open(
            name: specification.feedName(polling.directory),
            source: specification.shownName,
            isRecording: specification.isRecording,
            place: place(of: specification),
            origin: specification.origin(polling.directory)
        )
        let (statuses, report) = AsyncStream.makeStream(of: News.self, bufferingPolicy: .bufferingNewest(64))
        let sky = sky
        var runner = SourceRunner(
            specification: specification,
            logger: logger,
            onStatus: { report.yield(.status($0)) },
            onBatch: { await sky.ingest($0, from: feed) },
            onRestart: { await sky.restart(feed) },
            feeders: feeders
        )
        runner.polling = polling
        runner.onProgress = { report.yield(.progress($0)) }
        runner.onRadio = { report.yield(.radio($0)) }
        let task = Task { [runner] in
            async let watching: Void = self.watch(statuses, id)
            do { try await runner.run() } catch {
                self.logger.error("\(specification.shownName): \(error)")
                report.yield(.status(FeedStatus(state: .failed, detail: "\(error)")))
            }
            report.finish()
            await watching
            await sky.finish(feed)
        }
        change(id) {
            $0.feed = feed
            $0.task = task
            $0.state = .connecting
            $0.progress = nil
            $0.radio = []
            $0.forgetFeeders()
        }
    }

    func stop(_ id: String) async {
        guard let entry = entry(id) else { return }
        entry.task?.cancel()
        await entry.task?.value
        if let feed = entry.feed { await sky.close(feed) }
        change(id) {
            $0.task = nil
            $0.retryAt = nil
        }
    }

    private func licenceRefusal(of specification: SourceSpecification) -> String? {
        specification.licenceRefusal(polling.directory, strangersMayRead: strangersMayRead)
    }

    func place(of specification: SourceSpecification) -> ReceiverPlace? {
        specification.isSimulation ? nil : specification.place ?? receiver
    }

    /// What a runner tells.
    private enum News: Sendable {
        case status(FeedStatus)
        case progress(PollProgress)
        case radio(DemodulatorStatistics)
    }

    private func watch(_ news: AsyncStream<News>, _ id: String) async {
        for await one in news {
            switch one {
            case .status(let status):
                change(id) { $0.note(status, at: TimeText.now) }
                await tellReading(of: id)
            case .progress(let progress): change(id) { $0.progress = progress }
            case .radio(let statistics):
                change(id) { $0.note(statistics) }
                logLosses(of: id)
                await tell(statistics, of: id)
            }
        }
    }

    private func logLosses(of id: String) {
        var lost: Int?
        change(id) { lost = $0.lossesToLog(at: TimeText.now) }
        guard let lost, let specification = entry(id)?.specification else { return }
        let seconds = Double(lost) / Double(specification.rate ?? 2_400_000)
        logger.warning(
            "\(specification.shownName): \(lost) samples did not come (\((seconds * 1_000).rounded() / 1_000) s): this machine, the network or the dongle's cable is too slow"
        )
    }

    func entry(_ id: String) -> SourceEntry? { entries.first { $0.id == id } }

    func change(_ id: String, _ body: (inout SourceEntry) -> Void) {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
        body(&entries[index])
    }

    func publishChoice() async {
        let running = entries.filter { !$0.specification.isPaused }
        let lapse = running.map(\.specification).first { $0.isRecording }?.timeLapse ?? 1
        // What was configured may tell where receivers are; what was found on this machine does not.
        let shown = running.map(\.specification).map {
            reason == .configured && !$0.isSimulation ? $0.shownName : $0.publicText
        }
        let choice = SourceChoice(reason: reason, sources: shown)
        await sky.setChoice(choice, timeLapse: lapse)
    }

    private func save() throws(SourceDeskError) {
        do { try file.write(sources: dormant + entries.filter(\.isFromFile).map(\.specification.text)) } catch {
            throw .unwritable(message: error.description)
        }
    }

    private func status(of entry: SourceEntry) async -> SourceStatus {
        var ledger: FeedLedger?
        if let feed = entry.feed { ledger = await sky.feeds[feed] }
        var status = entry.status(ledger, wall: TimeText.now)
        // Who is polled hears nothing for us: it is no feeder.
        if let feed = entry.feed, entry.specification.polled == nil { status.feeders = await sky.feeders(of: feed) }
        entry.complete(&status.feeders)
        status.poll = entry.pollStatus(polling.directory, wall: TimeText.now)
        status.hasPlace = place(of: entry.specification) != nil
        return status
    }
}

extension SourceSupervisor: SourceDesk {
    func sources() async -> [SourceStatus] {
        var result: [SourceStatus] = []
        for entry in entries { result.append(await status(of: entry)) }
        return result
    }

    func add(_ draft: SourceDraft) async throws(SourceDeskError) -> SourceStatus {
        let specification = try Self.specification(draft)
        await enter()
        defer { leave() }
        try check(specification)
        guard !entries.contains(where: { $0.specification.shownName == specification.shownName }) else {
            throw .nameTaken(specification.shownName)
        }
        guard entries.count < Self.capacity else {
            throw .invalid(field: "name", message: "there are \(Self.capacity) sources already; remove one first")
        }
        let entry = SourceEntry(id: newID(), specification: specification, isFromFile: true)
        entries.append(entry)
        do { try save() } catch {
            entries.removeAll { $0.id == entry.id }
            throw error
        }
        if reason == .nothingAnswered, !specification.isSimulation { await replaceSimulation() }
        await start(entry.id)
        await publishChoice()
        logger.notice("added source \(specification.publicText)")
        return await status(of: self.entry(entry.id) ?? entry)
    }

    /// Whether a source can share the sky with those that run; the sky simulated for want of another gives way.
    private func check(_ specification: SourceSpecification) throws(SourceDeskError) {
        guard !specification.isPaused || entries.contains(where: { $0.specification == specification }) else { return }
        if let reason = licenceRefusal(of: specification) {
            throw .invalid(field: "specification", message: reason)
        }
        var active = entries.filter { !$0.specification.isPaused }
        if reason == .nothingAnswered { active.removeAll { $0.specification.isSimulation && !$0.isFromFile } }
        do { try ServeSettings.check(active.map(\.specification) + [specification]) } catch {
            throw .invalid(field: "specification", message: error.description)
        }
    }

    /// The simulated sky was shown because nothing answered: a real source takes its place.
    private func replaceSimulation() async {
        for id in entries.filter({ $0.specification.isSimulation && !$0.isFromFile }).map(\.id) {
            await stop(id)
            entries.removeAll { $0.id == id }
        }
        reason = .configured
        await sky.clear()
    }

    func test(_ draft: SourceDraft) async throws(SourceDeskError) -> AsyncStream<SourceTestReport> {
        let specification = try Self.specification(draft)
        if let reason = licenceRefusal(of: specification) { throw .invalid(field: "specification", message: reason) }
        return SourceTrial(specification: specification, feeders: feeders, logger: logger, polling: polling).reports()
    }

    func providers() async -> [ProviderEntry] { polling.directory.profiles.map(ProviderEntry.init) }

    func confirm(
        terms: String,
        purpose: String,
        termsLink: String?,
        id: String
    ) async throws(SourceDeskError) -> SourceStatus {
        await enter()
        defer { leave() }
        guard let before = entry(id) else { throw .notFound(id: id) }
        let after = try before.specification.confirmed(terms: terms, purpose: purpose, termsLink: termsLink)
        change(id) { $0.specification = after }
        if before.isFromFile {
            do { try save() } catch {
                change(id) { $0.specification = before.specification }
                throw error
            }
        }
        logger.notice("terms of \(after.feedName(polling.directory)) confirmed for \(purpose)")
        if !after.isPaused {
            await stop(id)
            await start(id)
        }
        guard let entry = entry(id) else { throw .notFound(id: id) }
        return await status(of: entry)
    }

    func setPaused(_ isPaused: Bool, id: String) async throws(SourceDeskError) -> SourceStatus {
        await enter()
        defer { leave() }
        guard let before = entry(id) else { throw .notFound(id: id) }
        if !isPaused, before.specification.isPaused { try check(before.specification) }
        change(id) { $0.specification.isPaused = isPaused }
        if before.isFromFile {
            do { try save() } catch {
                change(id) { $0.specification.isPaused = before.specification.isPaused }
                throw error
            }
        }
        if isPaused {
            await stop(id)
        } else if before.specification.isPaused {
            await start(id)
        }
        await publishChoice()
        guard let after = entry(id) else { throw .notFound(id: id) }
        return await status(of: after)
    }

    func remove(id: String) async throws(SourceDeskError) {
        await enter()
        defer { leave() }
        guard let index = entries.firstIndex(where: { $0.id == id }) else { throw .notFound(id: id) }
        let removed = entries.remove(at: index)
        do { try save() } catch {
            entries.insert(removed, at: min(index, entries.count))
            throw error
        }
        removed.task?.cancel()
        await removed.task?.value
        if let feed = removed.feed { await sky.close(feed) }
        await publishChoice()
        logger.notice("removed source \(removed.specification.publicText)")
    }
}
