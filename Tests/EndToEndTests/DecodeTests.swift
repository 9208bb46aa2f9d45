import Foundation
import TestSupport
import Testing

struct DecodeTests {
    @Test(
        "must-find frames of real samples",
        .enabled(if: TestSupport.hasRecordings, "needs recordings"),
        arguments: [("modes1", 321), ("test_1641427457780", 4)]
    )
    func findsTheFramesOfRealSamples(recording: String, expected: Int) throws {
        let data = try #require(TestSupport.recordings)
        let result = try Program.run([
            "decode", "--format", "uc8", "--rate", "2400000", "--output", "avr",
            data.appendingPathComponent("iq/\(recording).2400k.uc8").path,
        ])
        #expect(result.status == 0)
        #expect(result.lines.allSatisfy { $0.hasPrefix("*") && $0.hasSuffix(";") })
        var found: [Substring: Int] = [:]
        for line in result.lines { found[line, default: 0] += 1 }
        var wanted: [Substring: Int] = [:]
        let list = try TestSupport.lines("answers/iq/\(recording).2400k.uc8.must-find.avr")
        for line in list where line.hasPrefix("*") { wanted[line, default: 0] += 1 }
        #expect(wanted.values.reduce(0, +) == expected)
        let hits = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
        #expect(Double(hits) >= 0.95 * Double(expected), "\(hits) of \(expected)")
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func readsTheLongBeastRecordingAsJSONLines() throws {
        let data = try #require(TestSupport.recordings)
        let stats = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: stats) }
        let result = try Program.run([
            "decode", "--format", "beast", "--output", "jsonl", "--stats", stats.path,
            data.appendingPathComponent("modes/long_flight_first_half.beast").path,
        ])
        #expect(result.status == 0)
        var positions = 0
        var last: [String: Any] = [:]
        for line in result.lines where line.contains("\"latitude\"") {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            if object["icao"] as? String == "486257", object["df"] as? Int == 17 {
                positions += 1
                last = object
            }
        }
        #expect(positions > 4_600)
        #expect(abs(try #require(last["latitude"] as? Double) - 48.1178) < 1e-3)
        let counters = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: stats)) as? [String: Any])
        #expect(counters["messages"] as? Int == 86_216)
    }

    @Test("of samples it is told what a receiver's owner looks at")
    func tellsOfSamples() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let samples = folder.appendingPathComponent("made.uc8").path
        let stats = folder.appendingPathComponent("stats.json")
        let made = try Program.run([
            "simulate", "traffic?aircraft=40", "--seconds", "3", "--output", "uc8", "--out", samples,
        ])
        try #require(made.status == 0, "\(made.errors)")
        let result = try Program.run(["decode", "--output", "jsonl", "--stats", stats.path, samples])
        #expect(result.status == 0)
        let all = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: stats)) as? [String: Any])
        #expect(all["simulated"] as? Bool == true && (all["aircraft"] as? Int ?? 0) > 10)
        let radio = try #require(all["radio"] as? [String: Any])
        let (seconds, frames) = (try #require(radio["seconds"] as? Double), try #require(radio["frames"] as? Int))
        #expect(abs(seconds - 3) < 0.1)
        let rate = try #require(radio["messages_per_second"] as? Double)
        #expect(abs(rate - Double(frames) / seconds) < 0.06)
        let levels = ["noise_dbfs", "mean_dbfs", "peak_dbfs"].compactMap { radio[$0] as? Double }
        try #require(levels.count == 3)
        #expect(levels[0] < levels[1] && levels[1] <= levels[2])
        for name in ["clipped_samples", "lost_samples", "parity_failures", "strong_frames"] {
            #expect(radio[name] is Int, "\(name)")
        }
        for name in ["df", "repaired_bits", "levels_dbfs"] { #expect(radio[name] is [String: Any], "\(name)") }
    }

    @Test func findsRepliesOfModeACWhenAsked() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = { (name: String) in folder.appendingPathComponent(name).path }
        let made = try Program.run([
            "simulate", "noise?fruit=200", "--seconds", "2", "--output", "uc8", "--truth", path("x.truth"), "--out",
            path("x.uc8"),
        ])
        #expect(made.status == 0)
        let sent = try String(contentsOfFile: path("x.truth"), encoding: .utf8).split(separator: "\n").filter {
            $0.contains(" AC - ")
        }
        #expect((300...500).contains(sent.count))
        let decode = ["decode", "--quiet", "--stats", path("x.json")]
        #expect(try Program.run(decode + [path("x.uc8")]).lines.allSatisfy { $0.count > 8 })
        // Levels run from that of the noise up to full scale: the stronger third is found.
        let avr = try Program.run(decode + ["--mode-ac", path("x.uc8")])
        let replies = avr.lines.filter { $0.count == 6 }
        #expect(replies.count * 5 > sent.count)
        let codes = Set(sent.compactMap { $0.split(separator: " ").last.map { "*\($0);" } })
        #expect(replies.filter { codes.contains(String($0)) }.count * 100 >= replies.count * 90)
        let counters = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path("x.json"))))
                as? [String: Any]
        )
        #expect(counters["mode_ac"] as? Int == replies.count)
        let jsonl = try Program.run(decode + ["--mode-ac", "--output", "jsonl", path("x.uc8")])
        #expect(jsonl.lines.filter { $0.contains("\"mode_ac\"") }.count == replies.count)
    }

    @Test func readsStandardInput() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).avr")
        try Data("*8D406B902015A678D4D220AA4BDA;\r\nnonsense\n*02E197B00179C3;\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Program.run(["decode", "--format", "avr", "--output", "jsonl", "-"], input: file)
        #expect(result.status == 0)
        #expect(result.lines.count == 2)
        #expect(result.lines.first?.contains("\"callsign\": \"EZY85MH\"") == true)
    }

    /// Two clean frames of an aircraft, then one with a wrong bit, one with two, and one with a wrong bit of an aircraft nobody heard.
    @Test(
        "frames are repaired when asked",
        arguments: [
            ([], [0, 0]), (["--fix", "none"], [0, 0]), (["--fix", "one"], [0, 0, 1, 1]),
            (["--fix", "two"], [0, 0, 1, 2, 1]),
            (["--fix", "soft"], [0, 0, 1, 2, 1]),
        ]
    )
    func repairsFrames(options: [String], repaired: [Int]) throws {
        let text = """
            *8D406B902015A678D4D220AA4BDA;
            *8D406B902015A678D4D220AA4BDA;
            *8D406B902015A678D4D221AA4BDA;
            *8D406B902015A678D4D220AB4BDB;
            *8D485020994409940838175B284E;

            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).avr")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Program.run(["decode", "--output", "jsonl"] + options + [file.path])
        let lines = try result.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["repaired_bits"] as? Int ?? 0 } == repaired)
        #expect(lines.dropLast().allSatisfy { $0["callsign"] as? String == "EZY85MH" })
        // A format without a place for the number keeps the stranger's frame as it came.
        let avr = try Program.run(["decode", "--output", "avr"] + options + [file.path])
        #expect(avr.lines.count == 5)
        #expect(avr.lines.last == "*8D485020994409940838175B284E;")
        #expect(avr.lines[2] == (repaired.count > 2 ? avr.lines[0] : "*8D406B902015A678D4D221AA4BDA;"))
    }

    @Test func repliesOfModeAAndCHaveALineOfTheirOwn() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).avr")
        try Data("*7700;\n*0000;\n*03A0;\n*0320;\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Program.run(["decode", "--output", "jsonl", file.path])
        let lines = try result.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["squawk"] as? String } == ["7700", "0320", "0320"])
        #expect(lines.map { $0["ident"] as? Bool } == [false, true, false])
        #expect(lines.map { $0["altitude"] as? Double }.last == 1_000)
        let beast = try Program.run(["decode", "--output", "avr", file.path])
        #expect(beast.lines == ["*7700;", "*03A0;", "*0320;"])
    }

    @Test func uatFramesBecomeJSONLines() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).uat")
        let frame = "-00a66ef135445d525a0c0519119021204800;rs=1;"
        try Data("\(frame)t=1718712345.5;\n+00;\n\(frame)t=1718712346.5;\n\(frame)t=1718712347.5;".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Program.run(["decode", "--quiet", file.path])
        #expect(result.status == 0)
        #expect(result.lines.count == 3)
        let last = try #require(result.lines.last)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
        #expect(object["icao"] as? String == "A66EF1")
        #expect(object["uat"] as? Int == 0)
        #expect(object["altitude"] as? Double == 1000)
        #expect(object["corrected_bytes"] as? Int == 1)
        #expect(object["time"] as? Double == 1_718_712_347.5)
        #expect(object["position_refused"] == nil)
    }

    @Test(arguments: [
        (["decode", "--output", "avr", "x.uat"], Int32(2), "write --output jsonl"),
        (["decode", "--format", "beest", "x.beast"], 2, "did you mean \"beast\"?"),
        (["decode", "no-such-file.beast"], 1, "there is no file no-such-file.beast"),
        (["decode", "no-ending"], 2, "add --format"), (["decode", "--rate", "1", "x.uc8"], 2, "2400000"),
        (["decode", "--mode-ac", "x.beast"], 2, "--mode-ac is for samples"),
        (["decode"], 2, "Missing expected argument"), (["nonsense"], 2, "Unexpected argument"),
        (["serve", "--source", "beest+tcp://x:1"], 2, "did you mean \"beast+tcp\"?"),
        (["serve", "--listen", "nowhere:70000"], 2, "no port between 0 and 65535"),
        (["serve", "--data", "/dev/null/x"], 1, "cannot make the folder"),
        (["simulate", "nothing"], 2, "no scene is called"),
    ])
    func mistakesAreToldInOneLineWithTheRightStatus(arguments: [String], status: Int32, says: String) throws {
        let result = try Program.run(arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(says), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func devicesAndAFullDiskAreNoCrash() throws {
        let nothing = try Program.run(["decode", "--format", "beast", "-"], input: URL(fileURLWithPath: "/dev/null"))
        #expect(nothing.status == 0)
        #expect(try Program.run(["decode", "--format", "beast", "/dev/null"]).status == 0)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).avr")
        try Data("*8D406B902015A678D4D220AA4BDA;\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let full = try Program.run(["decode", file.path], output: URL(fileURLWithPath: "/dev/full"))
        #expect(full.status == 1)
        #expect(full.errors.contains("cannot write to standard output"))
    }

    @Test("decode, which is read alone, says of wrong usage and help what every command says")
    func readAlone() throws {
        let wrong = try Program.run(["decode", "--nonsense", "-"])
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("--nonsense"))
        #expect(wrong.errors.contains("pelacak decode"))
        for asked in [["decode", "--help"], ["help", "decode"]] {
            #expect(try Program.run(asked).lines.contains { $0.hasPrefix("USAGE: pelacak decode ") }, "\(asked)")
        }
        #expect(try Program.run(["decode", "--version"]).output == Program.run(["--version"]).output)
    }

    @Test func helpAndVersionEndWell() throws {
        for arguments in [
            ["--help"], ["serve", "--help"], ["decode", "--help"], ["simulate", "--help"], ["--version"],
        ] {
            let result = try Program.run(arguments)
            #expect(result.status == 0)
            #expect(!result.output.isEmpty)
        }
    }
}
