import Foundation
import Testing

/// What is kept for good, by the command and by the interface, beside a server and without one.
@Suite(.timeLimit(.minutes(10)))
struct PinningTests {
    private static let aircraft = "4ca1fa"

    /// A data folder with an import of one aircraft.
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("trace_full_\(aircraft).json")
        let rows = (0..<20).map {
            "[\($0 * 10),52.\(1000 + $0),5.25,30000,400,0,0,0,null,\"adsb_icao\",30100,0,null,null]"
        }
        let text = #"{"icao":"4ca1fa","timestamp":1718668800,"trace":[\#(rows.joined(separator: ","))]}"#
        try Data(text.utf8).write(to: file)
        let run = try Program.run([
            "import", "traces", file.path, "--source-name", "adsb.lol", "--licence", "ODbL", "--quiet", "--data",
            folder.path,
        ])
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private static func pins(_ answer: [String: Any]) -> [[String: Any]] { answer["pins"] as? [[String: Any]] ?? [] }

    @Test("a server sees what the command pins, and the command what the interface pins")
    func besideAServer() async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"], data: folder)
        defer { program.stop(keepsFolder: true) }
        let list = "/api/v1/pins?realm=imported"
        #expect(try await Self.pins(program.json(list)).isEmpty)
        let added = try program.command([
            "pin", "add", "--icao", Self.aircraft, "--reason", "watched", "--realm", "imported",
        ])
        #expect(added.status == 0 && added.lines == ["1"], "\(added.lines) \(added.errors)")
        let seen = try await Self.pins(program.json(list))
        #expect(seen.map { $0["hex"] as? String } == [Self.aircraft] && seen[0]["reason"] as? String == "watched")
        #expect(seen[0]["from"] == nil && seen[0]["to"] == nil && seen[0]["made"] != nil)
        let body = #"{"box":[5,52,6,53],"from":"2024-06-18","to":"2024-06-19","reason":"the visit"}"#
        let made = try await program.request(
            "POST",
            list,
            body: body,
            headers: ["Content-Type": "application/json"]
        )
        #expect(made.status == 201, "\(String(decoding: made.body, as: UTF8.self))")
        let told = try program.command(["pin", "list", "--realm", "imported"])
        #expect(told.status == 0 && told.lines.count == 3, "\(told.lines) \(told.errors)")
        #expect(told.lines.last?.contains("52.0,5.0,53.0,6.0") == true, "\(told.lines)")
        #expect(told.lines.last?.hasSuffix("this machine: the visit") == true, "\(told.lines)")
        #expect(try program.command(["pin", "remove", "1", "--realm", "imported"]).status == 0)
        let gone = try program.command(["pin", "remove", "1", "--realm", "imported"])
        #expect(gone.status == 1 && gone.errors.contains("there is no pin 1"), "\(gone.errors)")
        #expect(try await program.request("DELETE", "/api/v1/pins/2?realm=imported").status == 204)
        #expect(try await Self.pins(program.json(list)).isEmpty)
    }

    @Test(
        "what cannot be meant is said",
        arguments: [
            (["--reason", "x"], "say what to keep"), (["--icao", "4ca1fa", "--reason", ""], "--reason and --who"),
            (["--icao", "zz", "--reason", "x"], "--icao zz"),
            (["--from", "2024-06-18", "--reason", "x"], "say what to keep"),
            (["--list", "/none", "--reason", "x"], "cannot be read"),
        ]
    )
    func nonsense(arguments: [String], says: String) throws {
        let run = try Program.run(["pin", "add", "--data", "/nowhere"] + arguments)
        #expect(run.status == 2 && run.errors.contains(says), "\(run.status) \(run.errors)")
    }

    @Test("a backup leaves what has a name like its own, and goes back with pins and the list of imports")
    func backup() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = ["--data", folder.path]
        let pinned = try Program.run(
            ["pin", "add", "--icao", Self.aircraft, "--reason", "watched", "--realm", "imported"] + data
        )
        #expect(pinned.status == 0, "\(pinned.errors)")
        let mine = folder.appendingPathComponent("copy.part")
        try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: false)
        let copy = folder.path + "/copy"
        let backup = try Program.run(["backup", copy] + data)
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(FileManager.default.fileExists(atPath: mine.path))
        let other = folder.path + "/other"
        // A restore that was cut off left a half.
        try FileManager.default.createDirectory(atPath: other + "/history/imported", withIntermediateDirectories: true)
        try Data([1]).write(to: URL(fileURLWithPath: other + "/history/imported/pelacak.sqlite.part"))
        let restore = try Program.run(["restore", copy, "--data", other])
        #expect(restore.status == 0, "\(restore.errors)")
        let list = try Program.run(["pin", "list", "--realm", "imported", "--data", other])
        #expect(list.lines.count == 2, "\(list.lines)")
        #expect(FileManager.default.fileExists(atPath: other + "/history/imported/imports"))
        #expect(try Program.run(["restore", copy, "--data", other]).status == 1)
    }
}
