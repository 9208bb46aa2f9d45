import Aero
import Flights
import Foundation
import Logging
import Site
import Synchronization
import Testing
import Tracking

@testable import Store
@testable import pelacak

/// The server's learning, and what a command puts beside it.
@Suite(.timeLimit(.minutes(5))) struct CoverageKeeperTests {
    /// One archive, as a server gives it.
    private struct Shelf: HistoryDesk {
        let store: HistoryStore
        var stops: [HistoryStop] { [] }
        func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { realm == .real ? store : nil }
        func day(_ day: Int64, of realm: ArchiveRealm) -> HistoryDay? { nil }
        func pins(of realm: ArchiveRealm) -> [HistoryPin] { [] }
        func pin(_ pin: HistoryPin, in realm: ArchiveRealm) -> (number: Int64, made: Timestamp?) { (0, nil) }
        func unpin(_ number: Int64, in realm: ArchiveRealm) -> Bool { false }
    }

    private func keeper(_ archive: FlownArchive, at now: Timestamp) throws -> CoverageKeeper {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return CoverageKeeper(
            dataFolder: archive.data,
            history: Shelf(store: try archive.store()),
            sky: LiveSky(logger: logger, wall: { now }),
            places: { ListenerPlaces() },
            airframes: AirframeTable(overrides: ["IL96": .unknown]),
            logger: logger,
            wall: { now }
        )
    }

    @Test("it learns up to a minute ago, keeps it, and a new one goes on from there")
    func goesOn() async throws {
        let archive = try await FlownArchive(days: 1)
        let noon = archive.start.advanced(bySeconds: 43_200)
        let first = try keeper(archive, at: noon)
        #expect(first.limits(ofType: "IL96") == .unknown)
        await first.learn(.real)
        #expect(await first.hearing(of: .real)?.learned.upperBound == noon.advanced(bySeconds: -60))
        #expect(await first.hearing(of: .imported) == nil)
        let file = CoverageFile(dataFolder: archive.data, realm: .real)
        #expect(try file.read()?.learned?.upperBound == noon.advanced(bySeconds: -60))
        let second = try keeper(archive, at: noon.advanced(bySeconds: 3_600))
        #expect(await second.hearing(of: .real)?.learned.upperBound == noon.advanced(bySeconds: -60))
        await second.learn(.real)
        #expect(await second.hearing(of: .real)?.learned.upperBound == noon.advanced(bySeconds: 3_540))
    }

    @Test("while it learns more, what it knew is told")
    func tells() async throws {
        let archive = try await FlownArchive(days: 1)
        let noon = archive.start.advanced(bySeconds: 43_200)
        await (try keeper(archive, at: noon)).learn(.real)
        let keeper = try keeper(archive, at: archive.start.advanced(bySeconds: 86_000))
        let isDone = Mutex(false)
        let learning = Task {
            await keeper.learn(.real)
            isDone.withLock { $0 = true }
        }
        var (answers, missing) = (0, 0)
        while !isDone.withLock({ $0 }) {
            let told = await keeper.hearing(of: .real)
            answers += 1
            if told == nil { missing += 1 }
            await Task.yield()
        }
        await learning.value
        #expect(answers > 0 && missing == 0, "\(missing) of \(answers)")
        #expect(await keeper.hearing(of: .real)?.learned.upperBound == archive.start.advanced(bySeconds: 85_940))
    }

    @Test("what a command learned anew meanwhile is taken up, and not written over")
    func takesUp() async throws {
        let archive = try await FlownArchive(days: 1)
        let noon = archive.start.advanced(bySeconds: 43_200)
        let keeper = try keeper(archive, at: noon)
        await keeper.learn(.real)
        let run = try archive.run("coverage", "learn", "--from", "2026-01-01T06:00Z")
        #expect(run.status == 0, "\(run.errors)")
        await keeper.learn(.real)
        let told = try #require(await keeper.hearing(of: .real))
        #expect(told.learned.lowerBound == archive.start.advanced(bySeconds: 21_600))
        let file = CoverageFile(dataFolder: archive.data, realm: .real)
        #expect(try file.read()?.learned?.lowerBound == archive.start.advanced(bySeconds: 21_600))
    }

    @Test("what was taken away is learned anew; what is damaged is put aside")
    func away() async throws {
        let archive = try await FlownArchive(days: 1)
        let noon = archive.start.advanced(bySeconds: 43_200)
        let keeper = try keeper(archive, at: noon)
        await keeper.learn(.real)
        let file = CoverageFile(dataFolder: archive.data, realm: .real)
        let before = try #require(try file.read()).bytes()
        try FileManager.default.removeItem(atPath: file.path)
        await keeper.learn(.real)
        #expect(try file.read()?.bytes() == before)
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: file.path))
        await keeper.learn(.real)
        #expect(try file.read()?.bytes() == before)
        #expect(FileManager.default.fileExists(atPath: file.path + ".damaged"))
    }
}
