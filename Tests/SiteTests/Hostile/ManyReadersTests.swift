import Aero
import Synchronization
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)), .serialized)
struct ManyReadersTests {
    private static let readers = 200
    private static let ticks = 10

    /// How many have read up to a sequence.
    private final class Progress: Sendable {
        private let counts = Mutex([UInt32: Int]())
        func note(_ sequence: UInt32) { counts.withLock { $0[sequence, default: 0] += 1 } }
        func count(_ sequence: UInt32) -> Int { counts.withLock { $0[sequence] ?? 0 } }
    }

    /// Reads up to the last frame.
    ///
    /// - Returns: the kinds of the frames.
    private static func read(_ port: Int, _ progress: Progress) async throws -> [UInt8] {
        try await Loopback.with(port) { connection in
            try await connection.send(Loopback.request("GET", "/api/v1/live"))
            _ = try await connection.head()
            var replica = LiveReplica()
            var last: UInt32?
            while last != UInt32(ticks) {
                try replica.take(try await connection.chunk() ?? [])
                guard let sequence = replica.sequence, sequence != last else { continue }
                progress.note(sequence)
                last = sequence
            }
            return replica.kinds
        }
    }

    private static func move(_ sky: FakeSky, to tick: UInt32) {
        sky.set { state in
            state.status.now = state.status.now.advanced(bySeconds: 1)
            for index in state.tracks.indices {
                state.tracks[index].fix = Tracks.fix(10, Double(index) + Double(tick) / 1000, age: -Double(tick))
            }
        }
    }

    @Test("two hundred readers at once get every frame, and the sky is asked once a tick for all of them")
    func everyFrame() async throws {
        let sky = FakeSky((0..<50).map { Tracks.whole(UInt32($0), latitude: 10, longitude: Double($0)) })
        try await SiteUnderTest.with(
            sky: sky,
            configure: { $0.limits.streamsPerAddress = Self.readers }
        ) { (site) async throws in
            let port = site.port
            let progress = Progress()
            let reading = (0..<Self.readers).map { _ in Task { try await Self.read(port, progress) } }
            await site.server.broadcaster.waitForReaders(Self.readers)
            let asked = sky.snapshotCount
            for tick in 1...UInt32(Self.ticks) {
                #expect(await eventually { progress.count(tick - 1) == Self.readers }, "\(tick)")
                Self.move(sky, to: tick)
                await site.server.broadcaster.tick()
            }
            for one in reading {
                // One full frame at the beginning, then each change: none was left out.
                let kinds = try await one.value
                #expect(kinds.count { $0 == 1 } == 1)
                #expect(kinds.count { $0 == 2 } == Self.ticks)
            }
            #expect(sky.snapshotCount == asked + Self.ticks)
        }
    }
}
