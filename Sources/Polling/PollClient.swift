import Aero
import AsyncHTTPClient
import Crypto
public import Feeds
public import Logging
import ModeS

/// Polls one source until its task is cancelled. Whatever the other side does, it goes on at the provider's pace.
public struct PollClient: Sendable {
    private let source: PolledSource
    private let name: String
    private let services: PollServices
    private let logger: Logger
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let onProgress: @Sendable (PollProgress) -> Void
    private let onBatch: @Sendable (FeedBatch) async -> Void
    private let profile: ProviderProfile

    /// Claims handed on at once.
    private static let batch = 2000

    /// A client; nothing happens before `run`.
    ///
    /// - Parameters:
    ///   - name: the source's name, for the record of polls.
    ///   - onStatus: called on every change.
    ///   - onBatch: gets the claims; while it has not returned, nothing more is asked.
    public init(
        source: PolledSource,
        name: String,
        services: PollServices,
        logger: Logger,
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in },
        onProgress: @escaping @Sendable (PollProgress) -> Void = { _ in },
        onBatch: @escaping @Sendable (FeedBatch) async -> Void
    ) {
        self.source = source
        self.name = name
        self.services = services
        self.logger = logger
        self.onStatus = onStatus
        self.onProgress = onProgress
        self.onBatch = onBatch
        profile = services.directory.profile(for: source.target, ownTerms: source.ownTerms)
    }

    /// Runs until the task is cancelled, or returns at once when the source may not run.
    public func run() async {
        var state = PollState(reader: PolledReader(source.target.format, largestBody: services.timeouts.largestBody))
        switch Admission(source, profile) {
        case .refused(let reason):
            logger.warning("\(reason.hasPrefix("\(name) ") ? "" : "\(name): ")\(reason)")
            onStatus(FeedStatus(state: .refused, detail: reason))
            return
        case .allowed(let warning):
            state.progress.warning = warning
            if let warning { logger.warning("\(name): \(warning)") }
        }
        let request: PollRequest
        do { request = try PollRequest(source, profile, services.environment) } catch {
            logger.warning("\(name): \(error.description)")
            onStatus(FeedStatus(state: .failed, detail: error.description))
            return
        }
        onStatus(FeedStatus(state: .connecting, detail: "connecting to \(profile.name)"))
        let limiter = await services.limiters.limiter(for: source.target, profile)
        let seat = await limiter.register()
        let configuration = Fetcher.configuration(services.timeouts)
        try? await HTTPClient.withHTTPClient(configuration: configuration) { client in
            let fetcher = Fetcher(client: client, timeouts: services.timeouts, agent: services.agent)
            await poll(request, fetcher, limiter, seat, &state)
        }
        await limiter.withdraw(seat)
        onStatus(FeedStatus(state: .finished, detail: "stopped", counters: state.counters))
    }

    private func poll(
        _ request: PollRequest,
        _ fetcher: Fetcher,
        _ limiter: RequestLimiter,
        _ seat: UInt64,
        _ state: inout PollState
    ) async {
        let clock = services.clock
        let interval = source.interval(profile)
        var due = clock.seconds
        while !Task.isCancelled {
            do { try await wait(until: due, limiter, seat, &state) } catch { return }
            let began = clock.seconds
            let result = await ask(request, fetcher, &state)
            if Task.isCancelled { return }
            await limiter.finish(
                seat,
                result.outcome,
                creditsLeft: result.creditsLeft,
                creditsIn: result.creditsIn,
                now: clock.seconds,
                wall: clock.wall
            )
            // A token that ran out is fetched anew at once, as far as the limiter allows.
            due = result.isTokenStale ? clock.seconds : began + max(interval, ownBackOff(result, &state))
            await tell(result, due, limiter, &state)
            await give(result.reports, state.reader.sawSimulationMark)
        }
    }

    /// Waits for the source's own turn and then for the provider's.
    private func wait(
        until due: Double,
        _ limiter: RequestLimiter,
        _ seat: UInt64,
        _ state: inout PollState
    ) async throws {
        let clock = services.clock
        while clock.seconds < due { try await clock.sleep(seconds: min(due - clock.seconds, 3600)) }
        let cost = source.cost(profile)
        let perDay = profile.creditsPerDay(hasAccount: source.hasAccount)
        while true {
            try Task.checkCancellation()
            let permission = await limiter.ask(seat, cost: cost, perDay: perDay, now: clock.seconds, wall: clock.wall)
            guard case .wait(let seconds) = permission else { return }
            if seconds > 1 {
                state.progress.nextRequest = clock.wall.advanced(bySeconds: seconds)
                onProgress(state.progress)
                if let trouble = state.trouble { report(.waiting(retryIn: seconds), trouble, state) }
            }
            try await clock.sleep(seconds: min(seconds, 3600))
        }
    }

    /// One request and what came of it.
    private func ask(_ request: PollRequest, _ fetcher: Fetcher, _ state: inout PollState) async -> PollResult {
        state.progress.polls &+= 1
        var result = PollResult(time: services.clock.wall)
        do {
            let headers = try await request.headers(services, fetcher, state)
            let answer = try await fetcher.fetch(
                Fetcher.Query(origin: source.target.origin, path: request.path, headers: headers)
            )
            try take(answer, request, &result, &state)
        } catch {
            result.failure = error
        }
        if result.isTokenStale { await request.forgetToken(services) }
        if let failure = result.failure, !failure.isOfSource, result.outcome == .good { result.outcome = .failed }
        await record(request, result)
        return result
    }

    private func take(
        _ answer: PollAnswer,
        _ request: PollRequest,
        _ result: inout PollResult,
        _ state: inout PollState
    ) throws(PollFailure) {
        let wall = services.clock.wall
        result.status = answer.status
        result.creditsLeft = answer.creditsLeft
        result.creditsIn = answer.creditsIn
        result.body = answer.body
        state.progress.lastStatus = answer.status
        state.progress.lastAnswer = wall
        state.counters.bytes &+= UInt64(answer.body.count)
        let pause = RetryAfter.seconds(answer.retryAfter, now: wall) ?? answer.creditsIn
        switch answer.status {
        case 200:
            result.reports = try state.reader.read(answer.body, arrival: wall)
            result.aircraft = result.reports.count
            state.keep(answer)
            state.hasRenewedToken = false
        case 304: state.progress.unchanged &+= 1
        case 429, 503:
            result.outcome = .throttled(retryAfter: pause)
            throw .status(answer.status)
        case 401 where request.usesToken && !state.hasRenewedToken:
            state.hasRenewedToken = true
            result.isTokenStale = true
            throw .status(answer.status)
        default:
            if let pause { result.outcome = .throttled(retryAfter: pause) }
            throw .status(answer.status)
        }
        if let pause, pause > 0 { result.outcome = .throttled(retryAfter: pause) }
    }

    /// Seconds a source waits for faults of its own; its provider's other sources go on meanwhile.
    private func ownBackOff(_ result: PollResult, _ state: inout PollState) -> Double {
        guard let failure = result.failure, failure.isOfSource, !result.isTokenStale else {
            state.ownFailures = 0
            return 0
        }
        state.ownFailures += 1
        let doubled = max(profile.minimumInterval, 1) * Double(1 << min(state.ownFailures, 16))
        return min(doubled, profile.longestBackoff) * (1 + 0.2 * (2 * services.random() - 1))
    }

    private func record(_ request: PollRequest, _ result: PollResult) async {
        guard let captures = services.captures else { return }
        let hash = result.body.isEmpty ? nil : SHA256.hash(data: result.body).map { Self.hex($0) }.joined()
        let entry = CaptureEntry(
            time: result.time,
            source: name,
            provider: profile.name,
            licence: profile.licence,
            request: "GET \(source.target.origin)\(request.path)",
            status: result.status,
            bytes: result.body.count,
            hash: hash,
            aircraft: result.aircraft,
            purpose: source.confirmation?.purpose,
            termsRead: source.confirmation?.termsRead,
            failure: result.failure?.description
        )
        let isWorthKeeping = source.keepsBodies && result.status == 200 && result.failure == nil
        await captures.append(entry, body: isWorthKeeping ? result.body : nil)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }

    /// Says how it went and when it goes on.
    private func tell(_ result: PollResult, _ due: Double, _ limiter: RequestLimiter, _ state: inout PollState) async {
        let clock = services.clock
        let provider = await limiter.state(now: clock.seconds, wall: clock.wall)
        let pause = max(0, due - clock.seconds, provider.readyIn)
        state.progress.creditsLeft = provider.creditsLeft
        state.progress.nextRequest = clock.wall.advanced(bySeconds: pause)
        let counts = state.reader.counters
        state.counters.reports = counts.reports
        state.counters.badFields = counts.badFields &+ counts.badObjects
        state.counters.clockDisagreements = counts.clockDisagreements
        if let failure = result.failure, !result.isTokenStale {
            state.progress.failures &+= 1
            if case .unreadable = failure { state.counters.garbageLines &+= 1 }
            let line = "\(profile.name): \(failure)"
            // Said once, then quietly until it changes.
            logger.log(
                level: state.trouble == line ? .debug : .warning,
                "\(line); next request in \(Int(pause.rounded(.up))) s"
            )
            state.trouble = line
            onProgress(state.progress)
            report(.waiting(retryIn: pause), line, state)
            return
        }
        onProgress(state.progress)
        if !result.isTokenStale {
            if state.trouble != nil { logger.notice("\(profile.name) answers again") }
            state.trouble = nil
            let warning = state.progress.warning.map { "; \($0)" } ?? ""
            report(.connected, "polled \(profile.name)\(warning)", state)
        }
    }

    private func give(_ reports: [ClaimedReport], _ isSimulated: Bool) async {
        var rest = reports[...]
        while !rest.isEmpty {
            await onBatch(FeedBatch(reports: Array(rest.prefix(Self.batch)), sawSimulationMark: isSimulated))
            rest = rest.dropFirst(Self.batch)
        }
    }

    private func report(_ state: FeedStatus.State, _ detail: String, _ poll: PollState) {
        onStatus(FeedStatus(state: state, detail: detail, counters: poll.counters))
    }
}
