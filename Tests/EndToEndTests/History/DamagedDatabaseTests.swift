import Foundation
import Testing

/// A database with damaged pages, as the person meets it who has it.
struct DamagedDatabaseTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
    private var database: URL { folder.appendingPathComponent("data/history/imported/pelacak.sqlite") }

    private func run(_ arguments: String...) throws -> Program.Ended {
        try Program.run(arguments + ["--data", folder.path + "/data"])
    }

    private func importing(_ more: String...) throws -> Program.Ended {
        let terms = ["--source-name", "adsb.lol", "--licence", "ODbL", "--data", folder.path + "/data", "--quiet"]
        return try Program.run(["import", "traces", folder.path + "/traces"] + terms + more)
    }

    private func export() throws -> String {
        let ended = try Program.run([
            "export", "traces", "--from", "2024-06-18", "--to", "2024-06-19", "--realm", "imported", "--format", "csv",
            "--quiet", "--data", folder.path + "/data",
        ])
        return String(decoding: ended.output, as: UTF8.self)
    }

    private func makeTraces() throws {
        let traces = folder.appendingPathComponent("traces")
        try FileManager.default.createDirectory(at: traces, withIntermediateDirectories: true)
        for aircraft in 0..<40 {
            let hex = String(0x4CA100 + aircraft, radix: 16)
            let rows = (0..<300).map {
                "[\($0 * 60).25,51.\(1000 + $0 * 7),-0.5,\(1000 + 25 * $0),210.5,90.1,0,640,null]"
            }
            let text = "{\"icao\":\"\(hex)\",\"timestamp\":1718668800,\"trace\":[\(rows.joined(separator: ","))]}"
            try Data(text.utf8).write(to: traces.appendingPathComponent("trace_full_\(hex).json"))
        }
    }

    /// Fills half of the pages behind the first with noise.
    private func damage() throws {
        var bytes = [UInt8](try Data(contentsOf: database))
        for page in stride(from: 2, to: bytes.count / 4_096, by: 2) {
            for index in 0..<4_096 { bytes[page * 4_096 + index] = UInt8(truncatingIfNeeded: index &* 167 &+ page) }
        }
        try Data(bytes).write(to: database)
    }

    @Test("a damaged database is made anew, what is lost is told, and the import again brings it back")
    func madeAnew() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeTraces()
        let first = try importing()
        #expect(first.status == 0, "\(first.errors)")
        let whole = try export()
        #expect(whole.split(separator: "\n").count == 12_001)
        try damage()
        let damaged = try Data(contentsOf: database)
        let look = try run("doctor")
        #expect(look.status == 1 && look.errors.contains("pelacak doctor --repair"), "\(look.errors)")
        let repair = try run("doctor", "--repair")
        let said = String(decoding: repair.output, as: UTF8.self)
        #expect(repair.status == 1 && repair.errors.contains("look again"), "\(repair.errors)")
        #expect(
            said.firstMatch(of: #/imported: chunk: \d+ saved, .* lost( at least)?, \d+ pages damaged/#) != nil,
            "\(said)"
        )
        #expect(said.contains("pelacak.sqlite.damaged"), "\(said)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: database.path + ".damaged")) == damaged)
        let after = try run("doctor")
        #expect(after.status == 0, "\(after.errors)")
        let again = said.contains("--again") ? try importing("--again") : try importing()
        #expect(again.status == 0, "\(again.errors)")
        #expect(try export() == whole)
    }

    @Test("of what is no database nothing is touched")
    func nothingToRead() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeTraces()
        #expect(try importing().status == 0)
        let noise = Data(repeating: 0x5A, count: 40_960)
        try noise.write(to: database)
        let repair = try run("doctor", "--repair")
        #expect(repair.status == 1 && repair.errors.contains("restore a backup"), "\(repair.errors)")
        #expect(try Data(contentsOf: database) == noise)
    }
}
