import Aero
import Bundles
import Foundation
import TestSupport
import Testing

@testable import pelacak

/// Bundles of flights that were really recorded: as a receiver heard them, and as a trace that others kept.
@Suite(.timeLimit(.minutes(10)))
final class RecordedBundleTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func run(_ arguments: String...) throws -> Program.Ended {
        try Program.run(arguments + ["--data", folder.path, "--realm", "imported"])
    }

    private func made(_ name: String, _ hex: String, _ time: String) throws -> (digest: String, path: String) {
        let into = folder.path + "/" + name
        let ended = try run(
            "bundle",
            "flight",
            hex,
            "--at",
            time,
            "--as-of",
            "2026-11-01T00:00Z",
            "--for",
            "operators",
            "--into",
            into
        )
        #expect(ended.status == 0, "\(ended.errors)")
        return (String(try #require(ended.lines.last)), into)
    }

    /// Made twice, verified, told again; one row taken out of its history is named.
    private func shown(_ hex: String, _ time: String, rows least: Int) throws {
        let (one, other) = (try made("one", hex, time), try made("other", hex, time))
        #expect(one.digest == other.digest)
        let (files, same) = (try SceneBundleTests.files(one.path), try SceneBundleTests.files(other.path))
        #expect(files == same && files.count > 3)
        let history = try #require(files["history/\(hex).jsonl"])
        #expect(try HistoryRows(reading: history).rows.count >= least)
        let verified = try Program.run(["bundle", "verify", other.path, "--digest", one.digest])
        #expect(verified.status == 0, "\(verified.errors)")
        let again = try Program.run(["bundle", "rerun", other.path])
        #expect(again.status == 0, "\(again.lines) \(again.errors)")
        let conclusions = String(decoding: try #require(files["conclusions.jsonl"]), as: UTF8.self)
        #expect(conclusions.contains("\"leg/"), "\(conclusions)")
        var lines = history.split(separator: UInt8(ascii: "\n"))
        lines.remove(at: lines.count / 2)
        try Data(lines.joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")])
            .write(to: URL(fileURLWithPath: other.path + "/history/\(hex).jsonl"))
        let changed = try Program.run(["bundle", "verify", other.path])
        #expect(changed.status == 1 && changed.lines.contains { $0.contains("history/\(hex).jsonl") })
    }

    @Test("a flight that a receiver recorded", .enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func heard() async throws {
        let file = try #require(TestSupport.recordings).appendingPathComponent("modes/long_flight_first_half.beast")
        let program = try Program(
            serving: ["--source", "file:\(file.path)?pace=max&start=2023-10-24T09:49:22Z"],
            data: folder
        )
        // It is heard until the end of the recording: 2023-10-24T10:50:03Z.
        _ = try await program.json("/api/v1/aircraft/486257/days?realm=imported") {
            ($0["lastHeard"] as? Double ?? 0) > 1_698_144_580
        }
        #expect(program.stop(keepsFolder: true).status == 0)
        try shown("486257", "2023-10-24T10:30:00Z", rows: 1_000)
    }

    @Test("a flight of a trace that others kept", .enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func kept() throws {
        let name = "traces/adsb_actions/trace_full_34718d.json"
        let file = try #require(TestSupport.recordings).appendingPathComponent(name)
        let taken = try Program.run([
            "import", "traces", file.path, "--source-name", "a recording", "--licence", "own", "--data", folder.path,
        ])
        #expect(taken.status == 0, "\(taken.errors)")
        try shown("34718d", "2023-08-30T00:30:00Z", rows: 50)
        for (moment, language, words) in [
            ("2023-08-29T00:00Z", "en", "--as-of has to be after"), ("1950-01-01", "id", "--as-of harus sesudah"),
        ] {
            let early = try run(
                "bundle",
                "flight",
                "34718d",
                "--at",
                "2023-08-30T00:30:00Z",
                "--as-of",
                moment,
                "--into",
                folder.path + "/early",
                "--lang",
                language
            )
            #expect(early.status == 1 && early.errors.contains(words), "\(early.errors)")
        }
    }
}
