import Aero
import Feeds
import ModeS
import Radio

/// Samples as a stream of frames: of a file, of standard input, or of an `rtl_tcp` server.
struct RadioStream: StreamDecoder {
    private enum Stage {
        case samples(Demodulator)
        case rtlTCP(RtlTcpDecoder)
    }

    /// How samples are read.
    struct Settings: Sendable {
        var format = SampleFormat.uc8
        var rate = 2_400_000
        var repair = BitRepair.soft
        var effort = Effort.normal
        /// Whether replies of Mode A and C are looked for.
        var findsModeAC = false
        /// `nil` for a live source: it begins when its first bytes arrive.
        var start: Timestamp?
        /// Of a live source: by what samples are missed.
        var clock: any FeedClock = SystemFeedClock()
        /// For an `rtl_tcp` server.
        var tuner: RtlTcpSettings?
        /// Is told what the demodulator has counted, each second of samples and at the end.
        var onStatistics: (@Sendable (DemodulatorStatistics) -> Void)?
    }

    private let settings: Settings
    private var stage: Stage?
    private(set) var counters = WireCounters()
    private var sawSimulationMark = false
    /// Of a live source.
    private var sampleClock: SampleClock?
    /// Bytes that it was told of: a read may end within a sample.
    private var clockedBytes = 0
    /// Samples that were told of.
    private var told = 0
    /// Why the stream cannot be read on.
    private(set) var refusal: String?

    init(_ settings: Settings) {
        self.settings = settings
        if settings.start == nil { sampleClock = SampleClock(sampleRate: settings.rate) }
    }

    var greeting: [UInt8] {
        guard let tuner = settings.tuner else { return [] }
        return tuner.commands.flatMap(\.bytes)
    }

    mutating func takeReplies() -> [UInt8] {
        guard case .rtlTCP? = stage, case .rtlTCP(var decoder)? = stage.take() else { return [] }
        defer { stage = .rtlTCP(decoder) }
        return decoder.takeCommands().flatMap(\.bytes)
    }

    var awaitedGreetingBytes: Int {
        guard settings.tuner != nil else { return 0 }
        if case .rtlTCP(let decoder) = stage, decoder.greeting != nil { return 0 }
        return RtlTcpGreeting.byteCount
    }

    /// What the demodulator has counted.
    var statistics: DemodulatorStatistics? {
        var statistics: DemodulatorStatistics? =
            switch stage {
            case .samples(let demodulator): demodulator.statistics
            case .rtlTCP(let decoder): decoder.statistics
            case nil: nil
            }
        statistics?.lostSamples = sampleClock?.lost ?? 0
        return statistics
    }

    mutating func decode(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        counters.bytes &+= UInt64(bytes.count)
        guard refusal == nil else { return }
        let (before, repliesBefore) = (batch.frames.count, batch.modeAC.count)
        time(bytes.count, arrival)
        do {
            if stage == nil { stage = try begin(at: settings.start ?? arrival) }
            // The stage leaves the property while it works, so that its buffers are not copied.
            switch stage.take() {
            case .samples(var demodulator):
                demodulator.scan(bytes, into: &batch.frames)
                take(demodulator.takeModeAC(), into: &batch)
                stage = .samples(demodulator)
            case .rtlTCP(var decoder):
                defer { stage = .rtlTCP(decoder) }
                try decoder.decode(bytes, into: &batch.frames)
                take(decoder.takeModeAC(), into: &batch)
            case nil: break
            }
        } catch {
            refusal = "\(error)"
            counters.garbageBytes &+= UInt64(bytes.count)
        }
        date(&batch, from: before, repliesBefore)
        note(&batch, from: before)
        tell(evenSoonAfter: false)
    }

    mutating func finish(into batch: inout FeedBatch) {
        let (before, repliesBefore) = (batch.frames.count, batch.modeAC.count)
        switch stage.take() {
        case .samples(var demodulator):
            demodulator.finish(into: &batch.frames)
            take(demodulator.takeModeAC(), into: &batch)
            stage = .samples(demodulator)
        case .rtlTCP(var decoder):
            decoder.finish(into: &batch.frames)
            take(decoder.takeModeAC(), into: &batch)
            stage = .rtlTCP(decoder)
        case nil: break
        }
        date(&batch, from: before, repliesBefore)
        note(&batch, from: before)
        tell(evenSoonAfter: true)
    }

    mutating func restart() {
        stage = nil
        told = 0
        if sampleClock != nil { sampleClock = SampleClock(sampleRate: settings.rate) }
        clockedBytes = 0
        refusal = nil
    }

    private func begin(at start: Timestamp) throws -> Stage {
        if let tuner = settings.tuner {
            return .rtlTCP(
                try RtlTcpDecoder(
                    settings: tuner,
                    repair: settings.repair,
                    effort: settings.effort,
                    findsModeAC: settings.findsModeAC,
                    start: start
                )
            )
        }
        return .samples(
            try Demodulator(
                format: settings.format,
                sampleRate: settings.rate,
                repair: settings.repair,
                effort: settings.effort,
                findsModeAC: settings.findsModeAC,
                start: start
            )
        )
    }

    private mutating func take(_ replies: [ReceivedModeAC], into batch: inout FeedBatch) {
        counters.modeAC &+= UInt64(replies.count)
        batch.modeAC += replies
    }

    private mutating func time(_ bytes: Int, _ arrival: Timestamp) {
        let size = settings.format.bytesPerSample
        let samples = (clockedBytes + bytes) / size - clockedBytes / size
        clockedBytes += bytes
        let seconds = settings.clock.seconds
        sampleClock?.note(samples: samples, at: arrival, seconds)
    }

    /// Puts the times of a live source right by the wall's clock; its ticks stay what was counted.
    private func date(_ batch: inout FeedBatch, from frames: Int, _ replies: Int) {
        guard let correction = sampleClock?.correction, correction != 0 else { return }
        for place in batch.frames.indices.dropFirst(frames) {
            batch.frames[place].time = batch.frames[place].time.advanced(bySeconds: correction)
        }
        for place in batch.modeAC.indices.dropFirst(replies) {
            batch.modeAC[place].time = batch.modeAC[place].time.advanced(bySeconds: correction)
        }
    }

    private mutating func note(_ batch: inout FeedBatch, from before: Int) {
        counters.frames &+= UInt64(batch.frames.count - before)
        if !sawSimulationMark {
            sawSimulationMark = batch.frames[before...].contains { SimulationMarker.matches($0.frame) }
        }
        if sawSimulationMark { batch.sawSimulationMark = true }
    }

    private mutating func tell(evenSoonAfter isLast: Bool) {
        guard let onStatistics = settings.onStatistics, let statistics else { return }
        guard isLast || statistics.samples - told >= settings.rate else { return }
        told = statistics.samples
        onStatistics(statistics)
    }
}
