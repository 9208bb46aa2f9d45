import Foundation
import Testing
import Watch

@testable import Outlets

/// Programs of this machine are run bare, bounded, and without a shell.
@Suite(.timeLimit(.minutes(2)))
struct ProgramRunTests {
    /// A program of a few lines that writes what it was given into a file.
    private static func script(_ text: String) throws -> (program: String, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("program")
        try Data("#!/bin/sh\n\(text.replacing("OUT", with: folder.path))\n".utf8).write(to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path.path)
        return (path.path, folder)
    }

    @Test func itGetsWhatItIsGivenAndNothingElse() async throws {
        let (program, folder) = try Self.script(
            "cat > OUT/input; env > OUT/environment; pwd > OUT/where; for a in \"$@\"; do echo \"$a\"; done > OUT/arguments"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let arguments = ["$(touch /tmp/no)", "; rm x", "a b", "`id`", "--x=y"]
        let run = ProgramRun(program: program, arguments: arguments, input: Array("{\"a\":1}".utf8))
        #expect(await run.outcome() == .delivered)
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        #expect(try read("input") == "{\"a\":1}")
        #expect(try read("arguments").split(separator: "\n").map(String.init) == arguments)
        #expect(try read("where") == "/\n")
        let names = Set(
            try read("environment").split(separator: "\n").compactMap {
                $0.split(separator: "=").first.map(String.init)
            }
        )
        // What a shell sets by itself may be there too.
        #expect(names.subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["PATH", "LANG"])
    }

    @Test(
        "its status says how it went",
        arguments: [
            (0, "delivered"), (1, "failed"), (75, "failed"), (64, "refused"), (67, "refused"), (78, "refused"),
            (255, "failed"),
        ]
    )
    func statuses(status: Int, meaning: String) async throws {
        let (program, folder) = try Self.script("exit \(status)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = await ProgramRun(program: program, arguments: [], input: []).outcome()
        #expect("\(outcome)".hasPrefix(meaning))
    }

    @Test("one that hangs is ended with all it started")
    func hangs() async throws {
        let (program, folder) = try Self.script("sleep 1000 & echo $! > OUT/child; wait")
        defer { try? FileManager.default.removeItem(at: folder) }
        var run = ProgramRun(program: program, arguments: [], input: Array(repeating: 0x78, count: 1_000_000))
        run.seconds = 1
        guard case .failed(let reason, nil) = await run.outcome() else {
            Issue.record("it did not fail")
            return
        }
        #expect(reason == .reason(.programOverdue, 1))
        let child = try #require(
            Int32(
                try String(contentsOf: folder.appendingPathComponent("child"), encoding: .utf8).trimmingCharacters(
                    in: .whitespacesAndNewlines
                )
            )
        )
        let end = ContinuousClock.now + .seconds(10)
        while isAlive(child), ContinuousClock.now < end { await Task.yield() }
        #expect(!isAlive(child))
    }

    /// A zombie has ended.
    private func isAlive(_ number: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
        return !stat.contains(") Z ")
    }

    @Test func oneThatTalksWithoutEndIsReadAndForgotten() async throws {
        let (program, folder) = try Self.script("head -c 20000000 /dev/zero; head -c 20000000 /dev/zero >&2; exit 0")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(await ProgramRun(program: program, arguments: [], input: []).outcome() == .delivered)
    }

    @Test func oneThatDoesNotReadDoesNotHoldUs() async throws {
        let (program, folder) = try Self.script("exec <&-; exit 0")
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = [UInt8](repeating: 0x78, count: 4_000_000)
        #expect(await ProgramRun(program: program, arguments: [], input: input).outcome() == .delivered)
    }

    @Test func oneThatIsNotThereMayBeThereLater() async {
        let outcome = await ProgramRun(program: "/no/such/program", arguments: [], input: []).outcome()
        #expect("\(outcome)".hasPrefix("failed"))
    }

    @Test("mail goes to sendmail as a list of arguments and a whole letter")
    func sendmail() async throws {
        let (program, folder) = try Self.script(
            "cat > OUT/letter; for a in \"$@\"; do echo \"$a\"; done > OUT/arguments"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let definition = try Alerts.definition(
            .email,
            port: 80,
            adding: ["program": [program], "to": ["a@example.org", "b@example.org"]]
        )
        let outlet = try Outlet(definition)
        let alert = Alerts.one()
        let client = try Alerts.client(port: 80)
        #expect(
            await outlet.send(outlet.draft(of: alert).payload, key: alert.id, now: Alerts.time, through: client)
                == .delivered
        )
        let arguments = try String(contentsOf: folder.appendingPathComponent("arguments"), encoding: .utf8)
        #expect(arguments == "-i\n-f\npelacak@example.org\na@example.org\nb@example.org\n")
        let letter = try String(contentsOf: folder.appendingPathComponent("letter"), encoding: .utf8)
        #expect(letter.contains("Message-ID: <\(alert.id).pelacak@example.org>\n"))
        #expect(letter.contains("Date: Tue, 14 Nov 2023 22:13:20 +0000\n"))
    }

    @Test("a command gets the document of a webhook")
    func command() async throws {
        let (program, folder) = try Self.script("cat > OUT/input")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outlet = try Outlet(try Alerts.definition(.command, port: 80, adding: ["program": [program]]))
        let draft = outlet.draft(of: Alerts.one())
        let client = try Alerts.client(port: 80)
        #expect(await outlet.send(draft.payload, key: "k", now: Alerts.time, through: client) == .delivered)
        #expect(try Data(contentsOf: folder.appendingPathComponent("input")) == Data(draft.payload))
    }
}
