import Aero
import NIOCore

/// Reads a recording through any decoder, at the speed asked for.
public struct FileFeed: Sendable {
    private let path: String
    private let speed: Pacer.Speed
    private let loops: Bool
    private let clock: any FeedClock
    private let makeDecoder: @Sendable () -> any StreamDecoder
    private let onStatus: @Sendable (FeedStatus) -> Void
    private let onBatch: @Sendable (FeedBatch) async -> Void

    /// A feed; nothing is opened before `run`.
    ///
    /// - Parameters:
    ///   - path: a file or pipe; `-` is standard input.
    ///   - loops: begin again at the end, one second of the sky later, so that its time never goes back.
    ///   - makeDecoder: called for each pass.
    ///   - onBatch: gets what was read; while it has not returned, no more is read.
    public init(
        path: String,
        speed: Pacer.Speed = .maximum,
        loops: Bool = false,
        clock: any FeedClock = SystemFeedClock(),
        makeDecoder: @escaping @Sendable () -> any StreamDecoder,
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in },
        onBatch: @escaping @Sendable (FeedBatch) async -> Void
    ) {
        self.path = path
        self.speed = speed
        self.loops = loops
        self.clock = clock
        self.makeDecoder = makeDecoder
        self.onStatus = onStatus
        self.onBatch = onBatch
    }

    /// Reads to the end (for ever, if it loops), or until the task is cancelled.
    ///
    /// - Throws: `FeedError.missingFile` or `unreadableFile`.
    public func run() async throws(FeedError) {
        var pass = Pass(pacer: Pacer(speed: speed))
        do {
            repeat {
                let seen = pass.counters.bytes
                pass.begin(makeDecoder())
                onStatus(FeedStatus(state: .reading, detail: "reading \(path)"))
                try await FileInput.read(path) { buffer in
                    var batch = FeedBatch()
                    pass.decoder?.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &batch)
                    try await handOn(batch, &pass)
                }
                var rest = FeedBatch()
                pass.decoder?.finish(into: &rest)
                try await handOn(rest, &pass)
                pass.end()
                // An empty file, or a pipe at its end, must not spin.
                if pass.counters.bytes == seen { break }
            } while loops && path != FileInput.standardInput
        } catch let error as FeedError {
            onStatus(FeedStatus(state: .failed, detail: error.description, counters: pass.counters))
            throw error
        } catch {
            // Cancelled: what was read is handed on, the rest is not wanted.
        }
        onStatus(FeedStatus(state: .finished, detail: "read \(path)", counters: pass.counters))
    }

    private func handOn(_ batch: FeedBatch, _ pass: inout Pass) async throws {
        guard !batch.isEmpty || batch.sawSimulationMark else { return }
        let shifted = pass.shifted(batch)
        guard pass.pacer.factor != nil else {
            await onBatch(shifted)
            try Task.checkCancellation()
            return
        }
        for piece in shifted.pieces(ofSeconds: Pacer.piece) {
            if let time = piece.firstTime {
                let wait = pass.pacer.wait(for: time, now: clock.seconds)
                if wait > 0 { try await clock.sleep(seconds: wait) }
            }
            await onBatch(piece)
            try Task.checkCancellation()
        }
    }
}
