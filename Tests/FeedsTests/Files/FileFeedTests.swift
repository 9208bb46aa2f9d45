import Aero
import Feeds
import Foundation
import ModeS
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10)))
struct FileFeedTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    /// A recording of so many frames, ten milliseconds apart by 12 MHz stamps.
    private func withRecording(_ count: Int, _ body: (String) async throws -> Void) async throws {
        let frames = Loopback.frames(count).enumerated().map { index, frame in
            var frame = frame
            frame.ticks = UInt64(1_000 + index * 120_000)
            return frame
        }
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        encoder.encode(OutputBatch(frames: frames), into: &bytes)
        let path = FileManager.default.temporaryDirectory.appending(path: "feeds-\(UUID().uuidString).beast").path()
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private func feed(
        _ path: String,
        speed: Pacer.Speed = .maximum,
        loops: Bool = false,
        clock: any FeedClock = ManualFeedClock(),
        onStatus: @escaping @Sendable (FeedStatus) -> Void = { _ in },
        onBatch: @escaping @Sendable (FeedBatch) async -> Void
    ) -> FileFeed {
        FileFeed(
            path: path,
            speed: speed,
            loops: loops,
            clock: clock,
            makeDecoder: { BeastDecoder(time: .recording(start: Self.start), clock: .ticks) },
            onStatus: onStatus,
            onBatch: onBatch
        )
    }

    @Test func allFramesComeWithTheRecordingsOwnTime() async throws {
        try await withRecording(10_000) { path in
            let got = Mutex<[ReceivedFrame]>([])
            try await feed(path) { batch in got.withLock { $0 += batch.frames } }.run()
            let frames = got.withLock { $0 }
            #expect(frames.count == 10_000)
            #expect(frames.last?.time == Self.start.advanced(bySeconds: 99.99))
        }
    }

    @Test(
        "paced, the sky comes in pieces of at most 50 ms and takes its time",
        arguments: [(Pacer.Speed.realtime, 5.0), (.times(10), 0.5)]
    )
    func pacing(speed: Pacer.Speed, seconds: Double) async throws {
        try await withRecording(500) { path in
            let clock = ManualFeedClock()
            let spans = Mutex<[Double]>([])
            let count = Mutex(0)
            try await feed(path, speed: speed, clock: clock) { batch in
                count.withLock { $0 += batch.frames.count }
                if let first = batch.frames.first, let last = batch.frames.last {
                    spans.withLock { $0.append(last.time.seconds(since: first.time)) }
                }
            }.run()
            #expect(count.withLock { $0 } == 500)
            #expect(spans.withLock { $0.max() ?? 1 } <= 0.05 + 1e-9)
            #expect(abs(clock.seconds - seconds) < 0.1)
        }
    }

    @Test("a recording is read through a link and through a pipe, and nothing stays open")
    func linksAndPipes() async throws {
        try await withRecording(3_000) { path in
            let link = path + ".link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            defer { try? FileManager.default.removeItem(atPath: link) }
            for _ in 0..<20 {
                let count = Mutex(0)
                try await feed(link) { batch in count.withLock { $0 += batch.frames.count } }.run()
                #expect(count.withLock { $0 } == 3_000)
            }
            let folder = "/proc/self/fd"
            let open = try FileManager.default.contentsOfDirectory(atPath: folder)
                .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
            #expect(!open.contains(path))
            let pipe = path + ".pipe"
            // safe: the path lives as long as the call.
            try #require(unsafe mkfifo(pipe, 0o600) == 0)
            defer { try? FileManager.default.removeItem(atPath: pipe) }
            let bytes = try Data(contentsOf: URL(filePath: path))
            let writer = Task.detached { try bytes.write(to: URL(filePath: pipe), options: []) }
            let count = Mutex(0)
            try await feed(pipe) { batch in count.withLock { $0 += batch.frames.count } }.run()
            try await writer.value
            #expect(count.withLock { $0 } == 3_000)
        }
    }

    @Test func aLoopGoesOnInTime() async throws {
        try await withRecording(100) { path in
            let times = Mutex<[Timestamp]>([])
            let enough = Mailbox<Bool>()
            let running = Task {
                try? await feed(path, loops: true) { batch in
                    let count = times.withLock {
                        $0 += batch.frames.map(\.time)
                        return $0.count
                    }
                    if count >= 300 { enough.put(true) }
                    // Whoever waits for that needs the thread that this one would hold for ever.
                    await Task.yield()
                }.run()
            }
            _ = await enough.next()
            running.cancel()
            await running.value
            let seen = times.withLock { $0 }
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func aPacedReadingIsCancelledInTime() async throws {
        try await withRecording(1_000) { path in
            let begun = Mailbox<Bool>()
            let running = Task {
                try? await feed(path, speed: .times(0.01), clock: SystemFeedClock()) { _ in begun.put(true) }.run()
            }
            _ = await begun.next()
            let elapsed = await ContinuousClock().measure {
                running.cancel()
                await running.value
            }
            // Read to its end it would take a hundred times as long as the recording.
            #expect(elapsed < .seconds(20))
        }
    }

    @Test func aMissingFileIsSaidInOneLine() async {
        let statuses = Mailbox<FeedStatus>()
        let feed = feed("/nowhere/at/all.beast", onStatus: { statuses.put($0) }) { _ in }
        await #expect(throws: FeedError.missingFile(path: "/nowhere/at/all.beast")) { try await feed.run() }
        #expect(
            await statuses.next { $0.state == .failed }?.detail
                == "there is no file /nowhere/at/all.beast: check the path"
        )
    }

    @Test func aFolderIsNoRecording() async {
        let feed = feed("/") { _ in }
        await #expect(throws: FeedError.unreadableFile(path: "/", reason: "it is a folder")) { try await feed.run() }
    }

    @Test func anEmptyFileEndsEvenWhenLooped() async throws {
        try await withRecording(0) { path in
            let statuses = Mailbox<FeedStatus>()
            try await feed(path, loops: true, onStatus: { statuses.put($0) }) { _ in }.run()
            #expect(await statuses.next { $0.state == .finished } != nil)
        }
    }

    @Test(.enabled(if: Recordings.present, "needs recordings"))
    func theLongRecordingIsReadWhole() async throws {
        let count = Mutex(0)
        let feed = FileFeed(
            path: Recordings.path("modes/long_flight_first_half.beast"),
            makeDecoder: { BeastDecoder(time: .recording(start: Self.start)) }
        ) { batch in
            count.withLock { $0 += batch.frames.count }
        }
        try await feed.run()
        #expect(count.withLock { $0 } == 86_216)
    }
}
