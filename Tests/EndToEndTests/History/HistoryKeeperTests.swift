import Aero
import Foundation
import Logging
import ModeS
import Site
import Store
import Synchronization
import Testing
import Tracking

@testable import pelacak

struct HistoryKeeperTests {
    private static let day: Int64 = 20_000
    private static let start = Timestamp(seconds: 20_000 * 86_400)

    /// Seconds of the clock that nobody sets.
    private final class Elapsed: Sendable {
        let seconds = Mutex(0.0)
    }

    private let elapsed = Elapsed()

    private func keeper(_ keeping: HistoryKeeping = HistoryKeeping()) throws -> (HistoryKeeper, String) {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-\(UUID().uuidString)"
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let sky = LiveSky(logger: logger, wall: { Self.start })
        let keeper = try HistoryKeeper(
            dataFolder: folder,
            inbox: HistoryInbox(),
            sky: sky,
            keeping: keeping,
            logger: logger,
            wall: { Self.start },
            steady: { [elapsed] in elapsed.seconds.withLock { $0 } }
        )
        return (keeper, folder)
    }

    private func batch(at seconds: Double) -> ObservationBatch {
        let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x4CA1FA))
        var row = Observation(at: Self.start.advanced(bySeconds: seconds), sourceClass: .adsbICAO)
        row.position = Position(latitude: 52, longitude: 5)
        var batch = ObservationBatch()
        batch.rows = [.init(aircraft, row)]
        return batch
    }

    @Test("a day with all heartbeats is complete; one with a hole says which, without receivers")
    func days() async throws {
        let (keeper, folder) = try keeper()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try #require(keeper.archive(of: .real))
        try await archive.append(batch(at: 10))
        await keeper.beat(from: Self.start, seconds: 86_400 + 43_200, receiver: 7)
        await keeper.beat(from: Self.start.advanced(bySeconds: 86_400 + 50_000), seconds: 100_000, receiver: 7)
        #expect(try await keeper.day(Self.day, of: .real) == nil)
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 2 * 86_400 + 7_200))
        let first = try #require(try await keeper.day(Self.day, of: .real))
        #expect(first.isComplete && first.gaps.isEmpty && first.receivers == 1 && first.positions == 1)
        #expect(first.digest?.count == 64)
        let second = try #require(try await keeper.day(Self.day + 1, of: .real))
        #expect(!second.isComplete && second.positions == 0)
        #expect(Set(second.gaps.map(\.reason)) == [.processDown, .receiversDown])
        #expect(try await keeper.day(Self.day + 2, of: .real) == nil)
    }

    @Test("a clock that is set back stops nothing: rows of both times are kept, and the housekeeping goes on")
    func clock() async throws {
        let (keeper, folder) = try keeper()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try #require(keeper.archive(of: .real))
        for seconds in [86_400.0, 86_401, 79_200, 79_201, 86_402] { try await archive.append(batch(at: seconds)) }
        let during = Self.start..<Self.start.advanced(bySeconds: 2 * 86_400)
        let trace = try await archive.trace(
            of: ArchivedAircraft(AircraftAddress(icao: 0x4CA1FA)),
            during: during,
            withoutPositions: true
        )
        #expect(
            trace.observations.map { Int($0.time.seconds(since: Self.start)) } == [
                79_200, 79_201, 86_400, 86_401, 86_402,
            ]
        )
        await keeper.beat(from: Self.start.advanced(bySeconds: 86_400), seconds: 3_600, receiver: 7)
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 86_400 + 3_600))
        await keeper.beat(from: Self.start.advanced(bySeconds: 79_200), seconds: 3_600, receiver: 7)
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 79_200 + 3_600))
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 3 * 86_400))
        let day = try #require(try await keeper.day(Self.day, of: .real))
        #expect(day.gaps.contains { $0.reason == .processDown } && day.positions == 2)
        // No time of the clock's two ways is a gap.
        let up = Self.start.advanced(bySeconds: 79_200)..<Self.start.advanced(bySeconds: 82_800)
        #expect(day.gaps.allSatisfy { !$0.during.overlaps(up) })
    }

    @Test("what the rules remove stands in the books, and the manifest is written again")
    func retention() async throws {
        var keeping = HistoryKeeping()
        keeping.positions.days = 2
        let (keeper, folder) = try keeper(keeping)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try #require(keeper.archive(of: .real))
        try await archive.append(batch(at: 10))
        // A quarter of an hour later: what came before is sealed.
        try await archive.append(batch(at: 86_400))
        await keeper.beat(from: Self.start, seconds: 2 * 86_400, receiver: 7)
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 86_400 + 7_200))
        #expect(try await keeper.day(Self.day, of: .real)?.isComplete == true)
        try await keeper.archives[.real]?.seal()
        elapsed.seconds.withLock { $0 = 2 * 86_400 }
        await keeper.keepHouse(at: Self.start.advanced(bySeconds: 3 * 86_400 + 7_200))
        let day = try #require(try await keeper.day(Self.day, of: .real))
        #expect(!day.isComplete && day.gaps.contains { $0.reason == .removed } && day.positions == 0)
    }
}

extension HistoryKeeper {
    /// Heartbeats of ten seconds, as if time passed.
    fileprivate func beat(from start: Timestamp, seconds: Int, receiver: UInt32) {
        for second in stride(from: 0, through: seconds, by: 10) {
            let now = start.advanced(bySeconds: Double(second))
            uptime.note(now)
            uptime.note(receiver, at: now)
        }
    }
}
