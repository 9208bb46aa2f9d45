import Aero
import Feeds
import Foundation
import ModeS
import Simulation
import Store
import TestSupport
import Testing
import Tracking

@testable import pelacak

/// Rows that the running program kept are those that the raw archive gives again, byte for byte, whatever happened to the program.
@Suite(.timeLimit(.minutes(10)))
struct LiveReplayTests {
    static let start = Timestamp(nanoseconds: 1_764_123_000_070_000_000)
    static let sources = ["roof", "hill", "port"].map { "beast+tcp://127.0.0.1:30005?name=\($0)" }
    static let names = ["roof", "hill", "port"]

    struct Given: Sendable {
        var batch: FeedBatch
        var name: String
        var at: Timestamp
    }

    /// Generated traffic as three receivers with clocks of their own give it, tenths of a second at a time, some of it late.
    static func traffic(aircraft: Int, seconds: Double, late: Double) -> [Given] {
        var sky = SyntheticSky(scene: .traffic(aircraft: aircraft), seed: 7, start: start)
        var frames: [ReceivedFrame] = []
        sky.advance(to: start.advanced(bySeconds: seconds), into: &frames)
        // They are to be taken for real ones.
        frames.removeAll { SimulationMarker.matches($0.frame) }
        for index in frames.indices { frames[index].receiver = nil }
        var settings = SharedSky.Settings()
        settings.lateness = late
        settings.clocks = [0, 0.03, -0.02]
        settings.seed = 21
        var cells: [Int: [[ReceivedFrame]]] = [:]
        for copy in SharedSky.copies(of: frames, settings) {
            cells[Int(copy.arrival * 10), default: [[], [], []]][copy.receiver].append(copy.received)
        }
        return cells.sorted { $0.key < $1.key }.flatMap { cell, shares in
            shares.enumerated().filter { !$0.element.isEmpty }.map { place, frames in
                let at = start.advanced(bySeconds: Double(cell + 1) / 10 + Double(place) * 0.003)
                return Given(batch: FeedBatch(frames: frames), name: names[place], at: at)
            }
        }
    }

    private static func folder() -> String {
        FileManager.default.temporaryDirectory.path + "/pelacak-\(UUID().uuidString)"
    }

    /// Gives everything in order; the program's clock strikes between arrivals as it likes.
    private static func give(_ given: ArraySlice<Given>, to parts: ProgramParts) async {
        for (number, one) in given.enumerated() {
            await parts.give(one.batch, from: one.name, at: one.at)
            if number % 37 == 0 { await parts.sky.tick() }
            if number % 16 == 0 { await parts.keeper.pass() }
        }
    }

    private static func compare(_ folder: String, several: Int = 1_000) async throws {
        let store = try HistoryStore(reading: folder + "/history/real", realm: .real)
        let kept = try await ComparedRows(store)
        let raw = try RawArchive(folder: folder + "/raw", decoder: "test", session: start)
        let again = try await ComparedRows(raw, sources: sources, key: ProgramParts.key)
        #expect(kept.rows.count > 5_000 && kept.names.count > 100)
        #expect(kept.doubles.isEmpty)
        #expect(kept.several > several)
        let differences = kept.differences(to: again)
        #expect(differences == (0, 0), "of \(kept.rows.count) rows and \(kept.names.count) names")
    }

    @Test("a thousand aircraft and three receivers, in order and out of order", arguments: [0, 1.5])
    func replay(late: Double) async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let given = Self.traffic(aircraft: 1_000, seconds: 45, late: late)
        let parts = try await ProgramParts(folder, wall: .init(Self.start), sources: Self.sources)
        await Self.give(given[...], to: parts)
        await parts.stop()
        try await Self.compare(folder)
    }

    /// How a program ends.
    enum End: CaseIterable {
        case signal
        /// Killed after a pass.
        case kill
        /// Killed when messages were on the disk and rows were not.
        case killBetween
    }

    @Test(
        "a restart in the middle changes nothing, however it ended and in whatever order sources come back",
        arguments: End.allCases
    )
    func restart(end: End) async throws {
        let (folder, left) = (Self.folder(), Self.folder())
        defer { for path in [folder, left] { try? FileManager.default.removeItem(atPath: path) } }
        let given = Self.traffic(aircraft: 1_000, seconds: 60, late: 0.3)
        let half = given.count / 2
        let wall = ProgramParts.Wall(Self.start)
        let first = try await ProgramParts(left, wall: wall, sources: Self.sources)
        await Self.give(given[..<half], to: first)
        switch end {
        case .signal: await first.stop()
        case .kill: break
        case .killBetween: await first.keepRawOnly()
        }
        // What lies on the disk at this moment.
        await first.keeper.house?.value
        try FileManager.default.copyItem(atPath: left, toPath: folder)
        // Three seconds are lost to everybody.
        let next = try #require(given[half...].firstIndex { $0.at.seconds(since: given[half].at) > 3 })
        wall.set(given[next].at)
        let again = try await ProgramParts(folder, wall: wall, sources: Self.sources.reversed())
        #expect(await again.sky.tracks().isEmpty)
        await Self.give(given[next...], to: again)
        await again.stop()
        try await Self.compare(folder)
    }
}
