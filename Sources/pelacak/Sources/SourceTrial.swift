import Aero
import Feeds
import Logging
import Polling
import Site
import Synchronization
import Tracking

/// Tries a source for thirty seconds without letting its data into the sky.
struct SourceTrial: Sendable {
    let specification: SourceSpecification
    var feeders = FeederBook()
    let logger: Logger
    /// The same as those of the running sources: a trial obeys their limits.
    var polling = PollServices(version: Pelacak.version)

    static let seconds = 30

    /// What is seen so far; a table of its own takes the data.
    private final class Tally: Sendable {
        struct Counts {
            var table = TrackTable()
            var status = FeedStatus(state: .connecting)
            var frames = 0
            /// The source has ended by itself: nothing more will come.
            var isOver = false
        }
        let counts = Mutex(Counts())
    }

    /// One report a second, the last marked as such; letting the stream go ends the trial.
    func reports() -> AsyncStream<SourceTestReport> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: SourceTestReport.self,
            bufferingPolicy: .bufferingNewest(4)
        )
        let tally = Tally()
        var runner = SourceRunner(
            specification: specification,
            logger: logger,
            onStatus: { status in tally.counts.withLock { $0.status = status } },
            onBatch: { batch in
                tally.counts.withLock { counts in
                    counts.frames += batch.count
                    for frame in batch.frames { _ = counts.table.ingest(frame, from: FeedID(rawValue: 1)) }
                    for report in batch.reports { _ = counts.table.ingest(report, from: FeedID(rawValue: 1)) }
                    for frame in batch.uat { _ = counts.table.ingest(frame, from: FeedID(rawValue: 1)) }
                }
            },
            feeders: feeders
        )
        runner.polling = polling
        let format = specification.formatName
        let task = Task { [runner] in
            let running = Task {
                do { try await runner.run() } catch {
                    tally.counts.withLock { $0.status = FeedStatus(state: .failed, detail: "\(error)") }
                }
                tally.counts.withLock { $0.isOver = true }
            }
            for second in 1...Self.seconds {
                do { try await Task.sleep(for: .seconds(1)) } catch { break }
                let isOver = tally.counts.withLock { $0.isOver && [.refused, .failed].contains($0.status.state) }
                continuation.yield(Self.report(tally, second, format, isDone: isOver || second == Self.seconds))
                if isOver { break }
            }
            running.cancel()
            await running.value
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    private static func report(_ tally: Tally, _ second: Int, _ format: String, isDone: Bool) -> SourceTestReport {
        tally.counts.withLock { counts in
            var entry = SourceEntry(
                id: "trial",
                specification: SourceSpecification(kind: .simulate(scene: "")),
                isFromFile: false
            )
            entry.note(counts.status, at: TimeText.now)
            let statistics = counts.table.statistics
            let wire = counts.status.counters
            let guess =
                counts.frames > 0 && statistics.believed > 0 ? format : counts.status.guess?.rawValue ?? "unknown"
            return SourceTestReport(
                second: second,
                state: entry.state,
                detail: counts.status.detail.isEmpty ? nil : counts.status.detail,
                bytes: Int(clamping: wire.bytes),
                frames: counts.frames,
                aircraft: counts.table.count,
                positions: statistics.positions,
                rejected: Int(clamping: wire.rejected) + statistics.parityFailures,
                guess: SourceTestReport.Guess(rawValue: guess) ?? .unknown,
                isDone: isDone
            )
        }
    }
}
