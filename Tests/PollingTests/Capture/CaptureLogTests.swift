import Aero
import Foundation
import Testing

@testable import Polling

@Suite struct CaptureLogTests {
    private let time = Timestamp(nanoseconds: 1_764_111_600_250_000_000)

    private func entry(_ time: Timestamp, hash: String? = "ab") -> CaptureEntry {
        CaptureEntry(
            time: time,
            source: "north",
            provider: "adsb.lol",
            licence: .openDatabase,
            request: "GET https://api.adsb.lol/v2/mil",
            status: 200,
            bytes: 3,
            hash: hash,
            aircraft: 1,
            purpose: .newsroom,
            termsRead: "2026-11-25"
        )
    }

    private func lines(_ folder: String, _ name: String) throws -> [[String: Any]] {
        let text = try String(contentsOfFile: "\(folder)/captures/\(name)", encoding: .utf8)
        return try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func eachPollIsALineOfItsDay() async throws {
        let folder = try Poll.folder()
        let log = CaptureLog(dataFolder: folder, logger: Poll.quiet)
        await log.append(entry(time))
        await log.append(entry(time.advanced(bySeconds: 86_400)))
        await log.append(entry(time.advanced(bySeconds: 86_401)))
        let first = try lines(folder, "2025-11-25.jsonl")
        #expect(first.count == 1)
        #expect(first[0]["time"] as? String == "2025-11-25T23:00:00.250Z")
        #expect(first[0]["request"] as? String == "GET https://api.adsb.lol/v2/mil")
        #expect(first[0]["licence"] as? String == "ODbL")
        #expect(first[0]["purpose"] as? String == "newsroom")
        #expect(try lines(folder, "2025-11-26.jsonl").count == 2)
    }

    @Test func onlyItsOwnerMayReadIt() async throws {
        let folder = try Poll.folder()
        let log = CaptureLog(dataFolder: folder, logger: Poll.quiet)
        await log.append(entry(time), body: [1, 2, 3])
        for (name, rights) in [
            ("captures", 0o700), ("captures/2025-11-25.jsonl", 0o600), ("captures/bodies/ab.json", 0o600),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == rights, "\(name)")
        }
    }

    @Test func halfALineOfACrashSpoilsNoOther() async throws {
        let folder = try Poll.folder()
        let file = URL(fileURLWithPath: "\(folder)/captures/2025-11-25.jsonl")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("{\"time\":\"2025".utf8).write(to: file)
        let log = CaptureLog(dataFolder: folder, logger: Poll.quiet)
        await log.append(entry(time))
        let text = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(text.count == 2)
        #expect(try JSONSerialization.jsonObject(with: Data(text[1].utf8)) is [String: Any])
    }

    @Test func itIsBoundedInSizeAndAge() async throws {
        let folder = try Poll.folder()
        var limits = CaptureLog.Limits()
        limits.days = 3
        limits.dayBytes = 600
        let log = CaptureLog(dataFolder: folder, limits: limits, logger: Poll.quiet)
        for day in 0..<6 {
            for _ in 0..<10 { await log.append(entry(time.advanced(bySeconds: Double(day) * 86_400))) }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/captures").sorted()
        #expect(names.count <= 4)
        #expect(names.last == "2025-11-30.jsonl")
        for name in names {
            let size = try FileManager.default.attributesOfItem(atPath: "\(folder)/captures/\(name)")[.size] as? Int
            #expect(try #require(size) <= 600)
        }
    }

    @Test func bodiesAreKeptOnceAndTheOldestGo() async throws {
        let folder = try Poll.folder()
        var limits = CaptureLog.Limits()
        limits.bodyBytes = 250
        let log = CaptureLog(dataFolder: folder, limits: limits, logger: Poll.quiet)
        for name in ["a", "a", "b", "c", "d"] {
            await log.append(entry(time, hash: name), body: [UInt8](repeating: 7, count: 100))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/captures/bodies").sorted()
        #expect(names.count == 2)
        #expect(names.contains("d.json"))
        await log.append(entry(time, hash: "e"), body: [UInt8](repeating: 7, count: 300))
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/captures/bodies/e.json"))
    }

    @Test func aFolderThatCannotBeWrittenStopsNothing() async throws {
        let folder = try Poll.folder()
        try Data().write(to: URL(fileURLWithPath: "\(folder)/captures"))
        let log = CaptureLog(dataFolder: folder, logger: Poll.quiet)
        await log.append(entry(time))
        await log.append(entry(time))
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/captures")).isEmpty)
    }
}
