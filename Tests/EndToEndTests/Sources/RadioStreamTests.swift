import Aero
import Feeds
import ModeS
import Radio
import Simulation
import Synchronization
import Testing

@testable import pelacak

/// Samples of a live source whose rate is not what it says: what the time of day of a frame is then.
struct RadioStreamTests {
    private static let start = Timestamp(seconds: 1_718_700_000)
    private static let rate = 2_400_000
    private static let pieces = 50

    /// A second of simulated sky as samples, in equal pieces.
    private static func sky() throws -> [[UInt8]] {
        var sky = SyntheticSky(scene: try Scene(name: "traffic?aircraft=40"), seed: 3)
        var writer = try SimulatedWriter(output: .uc8, start: sky.start, seed: 3)
        var sent: [ReceivedFrame] = []
        let end = sky.start.advanced(bySeconds: 1)
        sky.advance(to: end, into: &sent)
        let samples = writer.bytes(of: sent, until: end)
        let length = 2 * rate / pieces
        // A second exactly, however many samples the writer has begun.
        let second = Array((samples + samples).prefix(2 * rate))
        return (0..<pieces).map { Array(second[$0 * length..<($0 + 1) * length]) }
    }

    /// By how much the times of frames differ from when their piece arrived, a list a second, and the samples that are missed.
    private func heard(
        _ settings: RadioStream.Settings = RadioStream.Settings(),
        seconds: Int,
        arrival: (Int) -> Double,
        isThere: (Int) -> Bool = { _ in true }
    ) throws -> (errors: [[Double]], lost: Int, ticks: [UInt64]) {
        let sky = try Self.sky()
        let clock = HandClock()
        var settings = settings
        settings.clock = clock
        var stream = RadioStream(settings)
        var errors = [[Double]](repeating: [], count: seconds)
        var ticks: [UInt64] = []
        for number in 0..<seconds * Self.pieces where isThere(number) {
            var batch = FeedBatch()
            clock.set(arrival(number))
            let time = Self.start.advanced(bySeconds: arrival(number))
            let piece = sky[number % Self.pieces]
            stream.decode(piece.span, arrival: time, into: &batch)
            // Replies whose sender was heard after them come up to ten seconds late.
            let prompt = batch.frames.filter { [11, 17, 18].contains($0.frame.high >> 59) }
            errors[number / Self.pieces] += prompt.map { $0.time.seconds(since: time) }
            ticks += batch.frames.compactMap(\.ticks)
        }
        return (errors, stream.statistics?.lostSamples ?? 0, ticks)
    }

    @Test("where all comes in time, frames are of now")
    func exact() throws {
        let (errors, lost, _) = try heard(seconds: 12) { Double($0) / Double(Self.pieces) }
        #expect(lost == 0 && errors.joined().count > 500)
        #expect(errors.joined().allSatisfy { abs($0) < 0.1 }, "\(errors.joined().max() ?? 0)")
    }

    @Test(
        "half of the samples, and one piece of 20 ms in a hundred: frames stay of now, and what is missing is counted",
        arguments: [2, 100]
    )
    func losses(every: Int) throws {
        let (errors, lost, ticks) = try heard(
            seconds: 80,
            arrival: { Double($0) / Double(Self.pieces) },
            isThere: { every == 2 ? $0 % 2 == 0 : $0 % every != every / 2 }
        )
        let missing = 80 * Self.rate / every
        #expect(abs(lost - missing) < missing / 4, "\(lost) of \(missing)")
        let most = 0.1 + 4.5 / Double(every)
        #expect(
            errors.dropFirst(8).joined().allSatisfy { abs($0) < most },
            "\(errors.dropFirst(8).joined().min() ?? 0)"
        )
        // What counts for multilateration is not moved.
        let heard = UInt64(80 * 12_000_000 * (every - 1) / every)
        #expect(ticks.allSatisfy { $0 <= heard } && !ticks.isEmpty)
    }

    @Test("the time of a recording is its own, however it comes")
    func recording() throws {
        let settings = RadioStream.Settings(start: Self.start)
        let (_, lost, ticks) = try heard(settings, seconds: 4) { Double($0) / 7 }
        #expect(lost == 0 && !ticks.isEmpty)
        let sky = try Self.sky()
        var stream = RadioStream(settings)
        var batch = FeedBatch()
        for _ in 0..<4 {
            for piece in sky { stream.decode(piece.span, arrival: Self.start.advanced(bySeconds: 9_000), into: &batch) }
        }
        #expect(
            batch.frames.allSatisfy { (0..<4).contains($0.time.seconds(since: Self.start)) } && !batch.frames.isEmpty
        )
    }
}

/// A clock that stands where it was put.
private final class HandClock: FeedClock {
    private let now = Mutex(0.0)

    var wall: Timestamp { Timestamp(seconds: seconds) }
    var seconds: Double { now.withLock(\.self) }
    func set(_ seconds: Double) { now.withLock { $0 = seconds } }
    func sleep(seconds: Double) async throws {}
}
