import Aero
import Feeds
import Logging
import ModeS
import Polling
import Radio
import Simulation

/// Runs one source, whatever its kind, until it ends or its task is cancelled.
struct SourceRunner: Sendable {
    let specification: SourceSpecification
    let logger: Logger
    let onStatus: @Sendable (FeedStatus) -> Void
    let onBatch: @Sendable (FeedBatch) async -> Void
    /// The source's time begins anew.
    var onRestart: @Sendable () async -> Void = {}
    var timing = FeedTiming()
    /// Whom a listener knows by a key.
    var feeders = FeederBook()
    /// What polled sources share.
    var polling = PollServices(version: Pelacak.version)
    var onProgress: @Sendable (PollProgress) -> Void = { _ in }
    /// Is told once a second of samples what a demodulator has counted.
    var onRadio: (@Sendable (DemodulatorStatistics) -> Void)?

    /// Runs.
    ///
    /// - Throws: `FeedError`, `SceneError` or `Failure` when it cannot begin; each is one line for people.
    @concurrent
    func run() async throws {
        switch specification.kind {
        case .connect(_, let endpoint), .rtlTCP(let endpoint):
            var timing = timing
            if case .rtlTCP = specification.kind { timing.halfOpen = min(timing.halfOpen, FeedTiming.samplesHalfOpen) }
            let client = FeedClient(
                host: endpoint.host,
                port: endpoint.port,
                timing: timing,
                hello: specification.hello,
                logger: logger,
                makeDecoder: { [specification, onRadio] in specification.makeDecoder(onStatistics: onRadio) },
                onStatus: onStatus,
                onBatch: onBatch
            )
            await client.run()
        case .listen(_, let endpoint):
            let listener = FeedListener(
                host: endpoint.host,
                port: endpoint.port,
                limits: specification.limits,
                admission: FeederAdmission(rule: specification.admissionRule, book: feeders),
                timing: timing,
                logger: logger,
                makeDecoder: { [specification, onRadio] in specification.makeDecoder(onStatistics: onRadio) },
                onStatus: onStatus,
                onBatch: onBatch
            )
            try await listener.run()
        case .file(let path, _):
            let file = FileFeed(
                path: path,
                speed: specification.pacerSpeed,
                loops: specification.loops,
                makeDecoder: { [specification, onRadio] in specification.makeDecoder(onStatistics: onRadio) },
                onStatus: onStatus,
                onBatch: onBatch
            )
            try await file.run()
        case .poll(let source):
            let client = PollClient(
                source: source,
                name: specification.shownName,
                services: polling,
                logger: logger,
                onStatus: onStatus,
                onProgress: onProgress,
                onBatch: onBatch
            )
            await client.run()
        case .simulate(let name):
            let scene = try Scene(name: name)
            await simulate(scene)
            // A scene that is watched begins again at its end; one that runs without waiting is over.
            while !Task.isCancelled, specification.timeLapse > 0 {
                await onRestart()
                await simulate(scene)
            }
        }
    }

    /// Lets the synthetic sky run, a twentieth of a second of the wall at a time.
    private func simulate(_ scene: Scene) async {
        var sky = SyntheticSky(scene: scene, seed: specification.seed ?? SourceSpecification.defaultSeed)
        let clock = SystemFeedClock()
        var pacer = Pacer(speed: specification.pacerSpeed)
        let step = specification.timeLapse == 0 ? 1 : specification.timeLapse * Pacer.piece
        var now = sky.start
        var counters = WireCounters()
        var reported = clock.seconds
        onStatus(FeedStatus(state: .reading, detail: "simulating \(scene)"))
        _ = pacer.wait(for: now, now: clock.seconds)
        while !Task.isCancelled, sky.end.map({ now < $0 }) ?? true {
            now = now.advanced(bySeconds: step)
            var batch = FeedBatch(sawSimulationMark: true)
            sky.advance(to: now, into: &batch.frames)
            counters.frames &+= UInt64(batch.frames.count)
            if !batch.frames.isEmpty { await onBatch(batch) }
            let wait = pacer.wait(for: now, now: clock.seconds)
            if wait <= 0 { await Task.yield() }
            if wait > 0 { do { try await clock.sleep(seconds: wait) } catch { break } }
            if clock.seconds - reported >= 1 {
                reported = clock.seconds
                onStatus(FeedStatus(state: .reading, detail: "simulating \(scene)", counters: counters))
            }
        }
        onStatus(FeedStatus(state: .finished, detail: "simulated \(scene)", counters: counters))
    }
}

extension SourceSpecification {
    static let defaultSeed: UInt64 = 1

    /// A recording without a date begins then: plainly no real date.
    static let undated = Timestamp(nanoseconds: 0)

    /// Sky seconds in a second.
    var timeLapse: Double {
        if let pace { return pace.timeLapse }
        if case .simulate(let name) = kind, let scene = try? Scene(name: name) { return scene.advisedTimeLapse }
        return 1
    }

    var pacerSpeed: Pacer.Speed {
        switch timeLapse {
        case 0: .maximum
        case 1: .realtime
        case let factor: .times(factor)
        }
    }

    /// A decoder for one connection or one pass of the file.
    ///
    /// - Parameter onStatistics: is told what a demodulator has counted.
    func makeDecoder(onStatistics: (@Sendable (DemodulatorStatistics) -> Void)? = nil) -> any StreamDecoder {
        switch kind {
        case .rtlTCP:
            var tuner = RtlTcpSettings()
            tuner.sampleRate = rate ?? 2_400_000
            if let gain { tuner.gain = .tenthsOfDecibel(Int32(gain)) }
            if adaptsGain { tuner.gain = .adaptive }
            if let frequency { tuner.frequency = UInt32(clamping: frequency) }
            tuner.correction = Int32(ppm ?? 0)
            tuner.biasTee = hasBiasTee
            return RadioStream(
                RadioStream.Settings(
                    rate: tuner.sampleRate,
                    effort: effort ?? .normal,
                    findsModeAC: findsModeAC,
                    tuner: tuner,
                    onStatistics: onStatistics
                )
            )
        case .connect(let format, _): return wireDecoder(format, time: .arrival, sender: .receiver)
        case .listen(let format, _): return wireDecoder(format, time: .arrival, sender: .receiver)
        case .file(let path, let format):
            let begin = start ?? Self.undated
            let time: TimeBase = path == "-" && start == nil ? .arrival : .recording(start: begin)
            switch format {
            case .uc8, .sc8, .sc16, .sc16q11:
                return RadioStream(
                    RadioStream.Settings(
                        format: format.samples ?? .uc8,
                        rate: rate ?? 2_400_000,
                        effort: effort ?? .normal,
                        findsModeAC: findsModeAC,
                        start: path == "-" && start == nil ? nil : begin,
                        onStatistics: onStatistics
                    )
                )
            case .beast: return wireDecoder(.beast, time: time, sender: .receiver)
            case .avr: return wireDecoder(.avr, time: time, sender: .receiver)
            case .sbs: return wireDecoder(.sbs, time: time, sender: .receiver)
            case .uat: return wireDecoder(.uat, time: time, sender: .receiver)
            case .jsonl: return wireDecoder(.jsonl, time: time, sender: .receiver)
            }
        case .simulate, .poll: return wireDecoder(.beast, time: .arrival, sender: .receiver)
        }
    }

    private func wireDecoder(_ format: WireFormat, time: TimeBase, sender: BeastDecoder.Sender) -> any StreamDecoder {
        switch format {
        case .avr: AVRDecoder(time: time, clock: clock)
        case .sbs: SBSDecoder(time: time, kind: isMultilateration ? .multilateration : .unstated)
        case .uat: UATDecoder(time: time)
        case .jsonl: JSONLinesDecoder(time: time)
        case .beast, .unknown: BeastDecoder(time: time, clock: clock, sender: sender)
        }
    }
}
