import Foundation
import Testing

/// Lists brought in, looked at and taken back on the command line.
@Suite(.timeLimit(.minutes(10)))
struct IdentityCommandTests {
    /// The row of the issue: the numbering rule says RA-64058.
    static let list = "14fa3a;RA-64508;T204;0000;;;\n8a0401;PK-GAA;B738;1001;BOEING 737-800;1999;Made Airlines\n"

    final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        var data: [String] { ["--data", url.appendingPathComponent("data").path] }

        func file(_ text: String, _ name: String = "aircraft.csv") throws -> String {
            let file = url.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            return file.path
        }

        func run(_ arguments: String...) throws -> Program.Ended { try Program.run(["identity"] + arguments + data) }
    }

    @Test("a preview changes nothing and leaves nothing behind; then it is taken in, once")
    func imports() throws {
        let folder = try Folder()
        let file = try folder.file(Self.list)
        let preview = try folder.run("import", "tar1090-db", file, "--dry-run")
        #expect(preview.status == 0, "\(preview.errors)")
        #expect(preview.lines.contains("preview: nothing was changed"), "\(preview.lines)")
        #expect(preview.lines.contains("2 rows: 9 new facts, 0 changed, 0 closed, 0 unchanged"), "\(preview.lines)")
        #expect(preview.lines.contains("1 conflicts come, 0 go"))
        #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/data/identity.sqlite"))
        // Nobody to ask, and nothing said.
        let unsaid = try folder.run("import", "tar1090-db", file)
        #expect(unsaid.status == 2 && unsaid.errors.contains("--dry-run"), "\(unsaid.errors)")
        let taken = try folder.run("import", "tar1090-db", file, "--yes")
        #expect(taken.status == 0 && taken.lines.first == "import 1:", "\(taken.lines) \(taken.errors)")
        let again = try folder.run("import", "tar1090-db", file, "--yes")
        #expect(again.lines == ["this file is what is held already: nothing changes"])
        let list = try folder.run("imports")
        #expect(
            list.lines.count == 1 && list.lines[0].contains("tar1090-db  2 rows, 0 bad  aircraft.csv"),
            "\(list.lines)"
        )
        let newer = try folder.run(
            "import",
            "tar1090-db",
            try folder.file("8a0401;PK-GAB;B738;1001;;;\n", "b.csv"),
            "--dry-run"
        )
        #expect(newer.lines.contains("1 rows: 0 new facts, 1 changed, 5 closed, 3 unchanged"), "\(newer.lines)")
    }

    @Test("what is shown says who says it, what the rule says, and what contradicts")
    func shows() throws {
        let folder = try Folder()
        let nothing = try folder.run("show", "157716")
        #expect(nothing.status == 0 && nothing.lines.first == "157716  state RU", "\(nothing.lines)")
        #expect(
            nothing.lines.contains { $0.contains("* registration RA-96022  inferred, rule RA-nnnnn") },
            "\(nothing.lines)"
        )
        #expect(nothing.errors.contains("no list was brought in yet"))
        #expect(try folder.run("import", "tar1090-db", try folder.file(Self.list), "--yes").status == 0)
        // By the wrong registration too, which leads to both addresses.
        for subject in ["14fa3a", "ra-64508"] {
            let shown = try folder.run("show", subject)
            let text = String(decoding: shown.output, as: UTF8.self)
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(text.contains("14fa3a  state RU") && text.contains("* registration RA-64058"), "\(text)")
            #expect(text.contains("registration RA-64508  claimed by tar1090-db (list, unknown)"), "\(text)")
            #expect(
                text.contains("arithmetic: RA-64508 is listed, the rule RA-nnnnn gives 14fbfc and RA-64058"),
                "\(text)"
            )
        }
        let conflicts = try folder.run("conflicts")
        #expect(conflicts.lines.count == 2 && conflicts.lines[0].contains("14fa3a  arithmetic"), "\(conflicts.lines)")
        let json = try folder.run("show", "8a0401", "--json")
        let document = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        #expect(document["hex"] as? String == "8a0401" && document["heard"] == nil)
        #expect((document["facts"] as? [Any])?.count == 7, "\(document)")
        let decided = try folder.run("decide", "1", "explained", "--reason", "a slip of the pen")
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(try folder.run("conflicts").lines.isEmpty)
        let all = try folder.run("conflicts", "14fa3a", "--all", "--json")
        #expect(String(decoding: all.output, as: UTF8.self).contains("a slip of the pen"))
    }

    @Test(
        "as of a time before an import it is not there, and an undo takes it back without forgetting that it was held"
    )
    func asOfAndUndo() throws {
        let folder = try Folder()
        #expect(try folder.run("import", "tar1090-db", try folder.file(Self.list), "--yes").status == 0)
        func types(_ more: String...) throws -> Int {
            let run = try Program.run(["identity", "show", "8a0401"] + more + folder.data)
            return run.lines.count { $0.contains("type B738") }
        }
        #expect(try types() == 1)
        #expect(try types("--as-of", "2020-01-01T00:00:00Z") == 0)
        let json = try JSONSerialization.jsonObject(with: try folder.run("imports", "--json").output)
        let taken = try #require((json as? [[String: Any]])?.first?["time"] as? Double)
        let undone = try folder.run("undo", "1")
        #expect(undone.status == 0 && undone.lines == ["import 1 is taken back"], "\(undone.errors)")
        #expect(try types() == 0)
        // When it was held it is held for ever: the undo came at least a millisecond later.
        #expect(try types("--as-of", "\(taken + 0.0004)") == 1)
        #expect(try types("--as-of", "\(taken - 1)") == 0)
        #expect(try folder.run("imports").lines.first?.hasSuffix("taken back") == true)
        let twice = try folder.run("undo", "1")
        #expect(twice.status == 1 && twice.errors.contains("no import 1"), "\(twice.errors)")
    }

    @Test("our own CSV, and bad rows by line")
    func own() throws {
        let folder = try Folder()
        let text =
            "subject;relation;object;kind\n157716;registration;RA-96022;register\n157716;nonsense;x;list\nzz;type;IL96;list\n"
        let run = try folder.run("import", "own", try folder.file(text, "own.csv"), "--source", "desk", "--yes")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.contains("3 rows: 1 new facts, 0 changed, 0 closed, 0 unchanged"), "\(run.lines)")
        #expect(
            run.lines.contains { $0.hasPrefix("line 3:") } && run.lines.contains { $0.hasPrefix("line 4:") },
            "\(run.lines)"
        )
        #expect(try folder.run("show", "157716").lines.contains { $0.contains("claimed by desk (register, own)") })
    }

    @Test("a backup holds who is who, and a restore brings it back")
    func backup() throws {
        let folder = try Folder()
        #expect(try folder.run("import", "tar1090-db", try folder.file(Self.list), "--yes").status == 0)
        let (copy, other) = (folder.url.path + "/copy", folder.url.path + "/other")
        let backup = try Program.run(["backup", copy] + folder.data)
        #expect(backup.status == 0 && backup.lines.contains("identity: copied"), "\(backup.errors)")
        let restore = try Program.run(["restore", copy, "--data", other])
        #expect(restore.status == 0, "\(restore.errors)")
        let shown = try Program.run(["identity", "show", "8a0401", "--data", other])
        #expect(shown.lines.contains { $0.contains("type B738") }, "\(shown.lines)")
    }

    @Test("the doctor counts what contradicts, and that is nothing wrong with what is kept")
    func doctor() throws {
        let folder = try Folder()
        #expect(try folder.run("import", "tar1090-db", try folder.file(Self.list), "--yes").status == 0)
        let run = try Program.run(["doctor"] + folder.data)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.contains("identity: 9 facts: whole"), "\(run.lines)")
        #expect(
            run.lines.contains("identity: 1 conflicts between sources (1 arithmetic); see: pelacak identity conflicts")
        )
        try Data(repeating: 7, count: 9_000).write(to: folder.url.appendingPathComponent("data/identity.sqlite"))
        let broken = try Program.run(["doctor"] + folder.data)
        #expect(
            broken.status == 1 && broken.lines.contains { $0.hasPrefix("identity: ") && $0.contains("cannot be read") }
        )
    }

    @Test(
        "what cannot be meant is said",
        arguments: [
            (["import", "tar1090", "x", "--yes"], 2, "did you mean \"tar1090-db\"?"),
            (["import", "own", "/none", "--yes"], 1, "cannot be read"),
            (["import", "own", "/none", "--licence", "MIT", "--yes"], 2, "--licence MIT"),
            (["import", "own", "/none", "--types", "x", "--yes"], 2, "--types"),
            (["import", "own", "/none", "--source", "a\u{1B}b", "--yes"], 2, "--source"),
            (["show", "zz"], 1, "zz: no address"), (["show", "14fa3a", "--as-of", "soon"], 2, "is no time"),
            (["undo", "1"], 1, "no list was brought in yet"), (["conflicts", "zz"], 2, "zz is no address"),
            (["conflicts", "--limit", "0"], 2, "--limit"), (["decide", "1", "settled", "--reason", "x"], 2, "settled"),
            (["decide", "1", "refuted", "--reason", ""], 2, "--reason"),
        ] as [([String], Int32, String)]
    )
    func nonsense(arguments: [String], status: Int32, says: String) throws {
        let folder = try Folder()
        let run = try Program.run(["identity"] + arguments + folder.data)
        #expect(run.status == status && run.errors.contains(says), "\(run.status) \(run.errors)")
        #expect(
            !FileManager.default.fileExists(atPath: folder.url.path + "/data/identity.sqlite")
                || arguments[0] == "import"
        )
    }

    @Test(
        "a file that is not what it was said to be names the formats, and a privacy list is read only where that is asked for"
    )
    func otherFiles() throws {
        let folder = try Folder()
        let other = try folder.run("import", "opensky", try folder.file("a,b\n1,2\n", "x.csv"), "--yes")
        #expect(other.status == 1 && other.errors.contains("the formats are"), "\(other.errors)")
        let privacy = try folder.file("$ICAO,$Registration\na00001,N1\n", "plane-alert-pia.csv")
        let refused = try folder.run("import", "plane-alert-db", privacy, "--yes")
        #expect(refused.status == 1 && refused.errors.contains("--privacy-list"), "\(refused.errors)")
    }
}
