import Aero
import Feeds
import Foundation
import ModeS
import Simulation
import Site
import Store
import Testing
import Tracking

@testable import pelacak

/// A source that says too late that it is simulated leaves nothing in the history of what is real.
@Suite(.timeLimit(.minutes(10)))
struct LateMarkTests {
    private static let start = LiveReplayTests.start

    private static func folder() -> String {
        FileManager.default.temporaryDirectory.path + "/pelacak-\(UUID().uuidString)"
    }

    private static func parts(_ folder: String, _ sources: [String]) async throws -> ProgramParts {
        try await ProgramParts(folder, wall: .init(start), sources: sources)
    }

    private static func raw(_ folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder + "/raw")?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".zst") }
    }

    @Test(
        "the only source: no row, no name, no raw message stays, and it goes on as simulated",
        arguments: [false, true]
    )
    func alone(isRecording: Bool) async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let source = isRecording ? "file:/none/late.beast?name=roof" : LiveReplayTests.sources[0]
        let parts = try await Self.parts(folder, [source])
        let given = LiveReplayTests.traffic(aircraft: 100, seconds: 20, late: 0).filter { $0.name == "roof" }
        for one in given {
            await parts.give(one.batch, from: "roof", at: one.at)
            await parts.keeper.pass()
        }
        let realm: ArchiveRealm = isRecording ? .imported : .real
        let archive = try #require(parts.keeper.archives[realm])
        #expect(try await ComparedRows(archive).rows.count > 100)
        #expect(Self.raw(folder).isEmpty == isRecording)
        let late = try #require(given.last)
        let marker = ReceivedFrame(frame: SimulationMarker.frame, time: late.at)
        await parts.give(FeedBatch(frames: [marker], sawSimulationMark: true), from: "roof", at: late.at)
        await parts.keeper.pass()
        #expect(await parts.sky.provenance == .simulated)
        let left = try await ComparedRows(archive)
        #expect(left.rows.isEmpty && left.names.isEmpty)
        #expect(Self.raw(folder).isEmpty, "\(Self.raw(folder))")
        // The same goes for what is told at the end.
        await parts.stop()
        #expect(try await ComparedRows(archive).rows.isEmpty)
    }

    @Test("one of two sources: what the other heard stays, rows and messages")
    func beside() async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let parts = try await Self.parts(folder, [LiveReplayTests.sources[0], LiveReplayTests.sources[1]])
        let given = LiveReplayTests.traffic(aircraft: 100, seconds: 20, late: 0)
        for one in given where one.name != "port" {
            await parts.give(one.batch, from: one.name, at: one.at)
            await parts.keeper.pass()
        }
        let archive = try #require(parts.keeper.archives[.real])
        let before = try await ComparedRows(archive)
        let files = Self.raw(folder).count
        let late = try #require(given.last)
        let marker = ReceivedFrame(frame: SimulationMarker.frame, time: late.at)
        await parts.give(FeedBatch(frames: [marker], sawSimulationMark: true), from: "hill", at: late.at)
        await parts.keeper.pass()
        #expect(await parts.sky.provenance == .real)
        let after = try await ComparedRows(archive)
        #expect(after.rows.count < before.rows.count && after.several == before.several && after.several > 100)
        #expect(after.rows.isSubset(of: before.rows))
        #expect(Self.raw(folder).count == files - 1)
    }

    @Test("of what waits, rows that others heard too stay, and rows that nobody heard but others claimed")
    func waiting() {
        let withdrawal = HistoryWithdrawal(
            name: "roof",
            realm: .real,
            receivers: [7, 8],
            receiver: 7,
            during: Self.start..<Self.start.advanced(bySeconds: 60),
            since: Self.start
        )
        var batch = ObservationBatch()
        for (number, heardBy) in [[7], [7, 8], [7, 9], []].enumerated() {
            for seconds in [10.0, 70] {
                var row = Observation(at: Self.start.advanced(bySeconds: seconds), sourceClass: .adsbICAO)
                row.heardBy = batch.place(of: ReceiverSet(heardBy.map { UInt32($0) }))
                let aircraft = ArchivedAircraft(AircraftAddress(icao: UInt32(number)))
                batch.rows.append(ObservationBatch.Row(aircraft, row))
            }
        }
        let left = withdrawal.filtered([batch])[0].rows
        let early = left.filter { $0.observation.time < Self.start.advanced(bySeconds: 60) }
        #expect(left.count == 6 && early.map(\.aircraft.address.rawValue) == [2, 3])
    }
}
