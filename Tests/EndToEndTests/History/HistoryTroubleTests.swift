import Foundation
import Testing

/// A full disk and damaged files, as the person who runs the program meets them.
@Suite(.timeLimit(.minutes(10)))
struct HistoryTroubleTests {
    private static let scene = ["--source", "simulate:traffic?aircraft=300"]
    private static let kept = #"pelacak_history_rows_total{realm="simulated"} "#
    private static let stopped = #"pelacak_history_stopped{realm="simulated"} "#

    @Test(
        "a full disk stops the writing with one alarm; the map goes on, and so does the history when there is room",
        .enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system")
    )
    func fullDisk() async throws {
        let disk = try SmallDisk(megabytes: 4)
        defer { disk.remove() }
        let program = try Program(serving: Self.scene, data: disk.folder)
        defer { program.stop(keepsFolder: true) }
        try await program.rows(atLeast: 1_000)
        try disk.fill()
        try await program.text("/metrics", until: Self.stopped + "1")
        let ready = try await program.request("GET", "/readyz")
        #expect(ready.status == 503 && String(decoding: ready.body, as: UTF8.self).contains("the disk is full"))
        let site = try await program.json("/api/v1/site")
        #expect(site.list("historyStopped").contains { $0["reason"] as? String == "disk-full" }, "\(site)")
        // What was acknowledged by now is there, whatever comes.
        let acknowledged = try await program.rows()
        let before = try #require(try await program.json("/api/v1/aircraft")["now"] as? Double)
        _ = try await program.json("/api/v1/aircraft") {
            ($0["now"] as? Double ?? 0) > before && !$0.list("aircraft").isEmpty
        }
        #expect(try await program.rows() == acknowledged)
        try disk.makeRoom()
        try await program.text("/metrics", until: Self.stopped + "0")
        try await program.rows(atLeast: acknowledged + 1)
        let metrics = try await program.text("/metrics", until: Self.kept)
        #expect(metrics.contains(#"pelacak_history_lost_rows_total{realm="simulated"} 0"#))
        // What was learned of coverage lies on the same disk and says so itself, when it is its turn.
        let alarms = program.log.split(separator: "\n").filter { $0.contains(" error ") && !$0.contains(": coverage") }
        #expect(alarms.count == 1 && alarms.first?.contains("is full") == true, "\(alarms)")
        program.kill()
        let doctor = try Program.run(["doctor", "--data", disk.folder.path])
        #expect(doctor.status == 0, "\(doctor.errors)")
        let days = try Program.run(["history", "days", "--realm", "simulated", "--data", disk.folder.path])
        let sum = days.lines.dropFirst(2).reduce(0) { sum, line in
            let words = line.split(separator: " ").compactMap { Int($0) }
            return sum + words.dropFirst().prefix(2).reduce(0, +)
        }
        #expect(sum >= acknowledged, "\(days.lines)")
    }

    @Test(
        "started on a full disk the map is there at once, and the history when there is room",
        .enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system")
    )
    func startsOnAFullDisk() async throws {
        let disk = try SmallDisk(megabytes: 4)
        defer { disk.remove() }
        var program = try Program(serving: Self.scene, data: disk.folder)
        try await program.rows(atLeast: 1_000)
        try disk.fill()
        program.kill()
        program = try Program(serving: Self.scene, data: disk.folder)
        defer { program.stop(keepsFolder: true) }
        _ = try await program.json("/api/v1/aircraft") { !$0.list("aircraft").isEmpty }
        let ready = try await program.request("GET", "/readyz")
        #expect(ready.status == 503 && String(decoding: ready.body, as: UTF8.self).contains("the disk is full"))
        let site = try await program.json("/api/v1/site")
        #expect(site.list("historyStopped").contains { $0["reason"] as? String == "disk-full" }, "\(site)")
        #expect(program.log.split(separator: "\n").count { $0.contains(" error ") && $0.contains("is full") } == 1)
        try disk.makeRoom()
        try await program.rows(atLeast: 1)
        try await program.text("/metrics", until: Self.stopped + "0")
        #expect(try await program.request("GET", "/readyz").status == 200)
        #expect(try await program.json("/api/v1/site")["history"] as? [String] == ["real", "imported", "simulated"])
    }

    @Test("an imported archive that cannot be read does not keep the map and the other worlds from going on")
    func unreadableImports() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let imported = folder.appendingPathComponent("history/imported")
        try FileManager.default.createDirectory(at: imported, withIntermediateDirectories: true)
        try Data(repeating: 0x5A, count: 8_192).write(to: imported.appendingPathComponent("pelacak.sqlite"))
        let program = try Program(serving: Self.scene, data: folder)
        defer { program.stop(keepsFolder: true) }
        try await program.rows(atLeast: 1_000)
        let site = try await program.json("/api/v1/site") { !$0.list("historyStopped").isEmpty }
        #expect(site.list("historyStopped").map { $0["part"] as? String } == ["imported"])
        #expect(site["history"] as? [String] == ["real", "simulated"])
        let doctor = try Program.run(["doctor", "--repair", "--data", folder.path])
        #expect(doctor.status == 1 && !doctor.errors.contains("was; look again"), "\(doctor.errors)")
    }

    @Test("a damaged chunk is named, put aside and reported; all else is read")
    func damagedChunk() async throws {
        var program = try Program(serving: Self.scene)
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        try await program.rows(atLeast: 3_000)
        program.stop(keepsFolder: true)
        let whole = try Program.run(["doctor", "--data", folder.path])
        #expect(whole.status == 0)
        try Self.damage(folder.appendingPathComponent("history/simulated/pelacak.sqlite"))
        let doctor = try Program.run(["doctor", "--data", folder.path])
        let said = String(decoding: doctor.output, as: UTF8.self)
        #expect(doctor.status == 1 && said.contains("NOT whole"), "\(said)")
        #expect(doctor.errors.contains("pelacak doctor --repair"))
        let named = try #require(said.firstMatch(of: #/simulated: chunk (\d+) of ([0-9a-f]{6}) on (\S+): /#), "\(said)")
        // The day is over, so that the server brings it together, meets the damage and says so.
        program = try Program(serving: Self.scene, data: folder)
        try await program.text("/metrics", until: #"pelacak_history_damaged_chunks{realm="simulated"} 1"#)
        #expect(program.log.contains("chunk \(named.1) of \(named.2)") && program.log.contains("was put aside"))
        let next = "from=\(named.3)&to=\(named.3)T23:59:59&realm=simulated"
        let trace = try await program.json("/api/v1/aircraft/\(named.2)/history?\(next)&silent=1")
        #expect(trace["damagedChunks"] as? Int == 1)
        let area = try await program.json("/api/v1/history/area?\(next)")
        #expect(area.list("aircraft").count > 50)
        program.stop(keepsFolder: true)
        let repair = try Program.run(["doctor", "--repair", "--data", folder.path])
        #expect(repair.status == 0, "\(repair.errors)")
        let after = try Program.run(["doctor", "--data", folder.path])
        let told = String(decoding: after.output, as: UTF8.self)
        #expect(after.status == 0 && told.contains("put aside earlier, as it is: chunk \(named.1) "), "\(told)")
    }

    /// Flips bytes in the middle of a chunk where it lies in the file. Its place is found by the head of a zstd frame.
    private static func damage(_ database: URL) throws {
        // What a program that ended left beside the database is in it first.
        let log = try? FileManager.default.attributesOfItem(atPath: database.path + "-wal")[.size] as? Int
        #expect((log ?? 0) == 0, "what was written is not in the database's own file")
        var bytes = [UInt8](try Data(contentsOf: database))
        let head: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
        let places = bytes.indices.dropLast(200).filter { Array(bytes[$0..<$0 + 4]) == head }
        let place = try #require(places.dropFirst(places.count / 2).first)
        for offset in 40..<60 { bytes[place + offset] ^= 0xFF }
        try Data(bytes).write(to: database)
    }
}

extension Program {
    /// Rows of the simulated world that were acknowledged.
    fileprivate func rows() async throws -> Int {
        let text = String(decoding: try await request("GET", "/metrics").body, as: UTF8.self)
        let match = try #require(text.firstMatch(of: /pelacak_history_rows_total\{realm="simulated"\} (\d+)/))
        return Int(match.1) ?? 0
    }

    fileprivate func rows(atLeast count: Int) async throws {
        let limit = ContinuousClock.now + .seconds(120)
        while try await rows() < count {
            try #require(ContinuousClock.now < limit, "there were never \(count) rows")
            // The server's own stream of seconds.
            _ = try await firstBytes("/api/v1/live", count: 24)
        }
    }
}
