import Foundation
import Testing

/// The list that comes with the program, what is written out, and a source that is ended.
@Suite(.timeLimit(.minutes(10)))
struct StarterListCommandTests {
    @Test("our own list comes in by its name, and a machine without an address is found by its registration")
    func starter() throws {
        let folder = try IdentityCommandTests.Folder()
        let preview = try folder.run("import", "starter", "--dry-run")
        #expect(preview.status == 0 && preview.lines.contains("preview: nothing was changed"), "\(preview.errors)")
        #expect(try folder.run("import", "starter", "--yes").status == 0)
        let named = try folder.run("show", "A-001")
        let text = String(decoding: named.output, as: UTF8.self)
        #expect(named.status == 0 && text.contains("a machine whose address is not known here"), "\(text)")
        #expect(text.contains("list state aircraft  claimed by starter list (press, own)"), "\(text)")
        // The state's rule gives this one's address.
        let ruled = String(decoding: try folder.run("show", "RA-96022").output, as: UTF8.self)
        #expect(
            ruled.contains("157716  state RU") && ruled.contains("* type IL96  claimed by starter list"),
            "\(ruled)"
        )
        #expect(!ruled.contains("not known here"))
        let wrong = try folder.run("import", "starter", "file.csv", "--yes")
        #expect(wrong.status == 2 && wrong.errors.contains("stands alone"))
        #expect(try folder.run("import", "own", "--yes").errors.contains("name the file"))
    }

    @Test("what may be handed on is written out without hidden aircraft, and a source is ended as a whole")
    func export() throws {
        let folder = try IdentityCommandTests.Folder()
        let list = try folder.file(IdentityCommandTests.list)
        #expect(try folder.run("import", "tar1090-db", list, "--yes").status == 0)
        let desk = try folder.file(
            "subject,relation,object\n157716,callsign,MDE1\n8a0401,callsign,GIA1\n8a0402,registration,PK-GAC\n",
            "desk.csv"
        )
        #expect(try folder.run("import", "own", desk, "--source", "desk", "--yes").status == 0)
        let out = folder.url.path + "/out.csv"
        let refused = try folder.run("export", out)
        #expect(refused.status == 1 && !FileManager.default.fileExists(atPath: out), "\(refused.errors)")
        let hiding = try Program.run(["suppress", "add", "8a0402", "--why", "request 1"] + folder.data)
        #expect(hiding.status == 0)
        let written = try folder.run("export", out, "--leave-out")
        #expect(written.status == 0 && written.errors.contains("left out"), "\(written.errors)")
        let text = try String(contentsOfFile: out, encoding: .utf8)
        #expect(text.contains("157716,callsign,MDE1") && !text.contains("8a0402") && !text.contains("14fa3a"))
        // The other list calls it limited (LADD).
        #expect(!text.contains("8a0401"))
        #expect(try folder.run("export", folder.url.path + "/all.csv", "--leave-out", "--hidden").status == 0)
        #expect(try String(contentsOfFile: folder.url.path + "/all.csv", encoding: .utf8).contains("8a0402"))

        let retired = try folder.run("retire", "tar1090-db")
        #expect(retired.status == 0, "\(retired.errors)")
        #expect(try !String(decoding: folder.run("show", "14fa3a").output, as: UTF8.self).contains("RA-64508"))
        #expect(try folder.run("retire", "nobody").status == 1)
    }
}
