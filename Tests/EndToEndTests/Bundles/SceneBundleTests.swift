import Aero
import Bundles
import Foundation
import Store
import TestSupport
import Testing
import Visits

@testable import pelacak

/// The simulated scene from its archive to a bundle and an edition, by the commands; what a stranger who searches every byte of them finds.
@Suite(.timeLimit(.minutes(15)), .serialized)
struct SceneBundleTests {
    /// One of the announced group, hidden from strangers.
    static let hidden = AircraftAddress(icao: 0xD57710)
    /// Another one of it, shown.
    static let companion = "d57712"
    private static let person = "Somebody At This Desk"
    private static let story = "A whole report that is nobody else's to read. "

    /// What must be nowhere: who is hidden, where the receiver stands, what opens the site, who works here, reports whole.
    static let secrets = [
        hidden.hex, hidden.hex.uppercased(), "a-token-of-this-site", person, story + story,
        // The receiver's place in degrees, and in the whole steps of rows.
        "-52.1234", "-4.98765", "-5212345", "-5212346", ",-498765,", ",-498766,",
    ]

    /// The scene with a visit, a hidden aircraft, a receiver's place and a token.
    final class Scene {
        let archive: StateVisitArchive
        let visit: KeptVisit
        /// When the visit was put in: before the moment that its bundles are of.
        static let entered = Timestamp(seconds: 1_718_700_000)
        var path: String { archive.folder.path }

        init(hiding: Bool) async throws {
            archive = try await StateVisitArchive()
            let visit = try StateVisitArchive.visit(at: Self.entered)
            let store = try VisitStore(folder: archive.folder.path + "/visits")
            let begun = try store.begin(
                visit.changes.map(\.act),
                by: SceneBundleTests.person,
                at: Self.entered
            )
            let report = Report(id: 1, title: "A story", addedBy: SceneBundleTests.person)
            let text = String(repeating: SceneBundleTests.story, count: 20)
            self.visit = try store.apply(
                [.addReport(report, SceneBundleTests.draft(at: Self.entered))],
                copies: [ReportCopy(report: 1, bytes: Array(text.utf8), isText: true)],
                to: begun.id,
                after: nil,
                by: SceneBundleTests.person,
                at: Self.entered
            )
            try Data(
                "receiver: -52.123456,-4.987654\ntoken: a-token-of-this-site\npublic-range: off\npublic-floor: off\n"
                    .utf8
            )
            .write(to: archive.folder.appendingPathComponent("pelacak.yaml"))
            guard hiding else { return }
            try Data("\(SceneBundleTests.hidden.hex),public,,,takedown\n".utf8)
                .write(to: archive.folder.appendingPathComponent("suppress.csv"))
        }

        func run(_ arguments: String...) throws -> Program.Ended {
            try Program.run(arguments + ["--data", path, "--realm", "simulated"])
        }

        func made(_ name: String, for readers: String = "strangers") throws -> (digest: String, path: String) {
            let into = path + "/" + name
            let ended = try run(
                "bundle",
                "make",
                visit.id,
                "--for",
                readers,
                "--as-of",
                "2024-06-19T23:00Z",
                "--into",
                into
            )
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.lines.first == "SIMULATED")
            return (String(try #require(ended.lines.last)), into)
        }
    }

    private static func draft(at time: Timestamp) -> Draft {
        Draft(
            language: .english,
            dateline: Dateline(time: time, basis: .given, offsetSeconds: 0),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
    }

    /// All files below a folder, by their path in it.
    static func files(_ folder: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try names.reduce(into: [:]) { files, name in
            var isFolder: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue
            else { return }
            files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
    }

    /// What of the secrets is found, with the file it is in.
    static func leaks(in files: [String: [UInt8]]) -> [String] {
        files.sorted { $0.key < $1.key }.flatMap { name, bytes in
            let text = String(decoding: bytes, as: UTF8.self) + name
            return secrets.filter(text.contains).map { "\(name): \($0)" }
        }
    }

    @Test(
        "a bundle of the scene: made again, moved, computed again; a thousand changed bytes named; editions beside it"
    )
    func course() async throws {
        // The archive takes longest: one for all.
        let scene = try await Scene(hiding: false)
        try madeAgain(scene)
        try flipped(scene.path + "/one")
        try otherBundles(scene)
        try flights(scene)
        try meanings(scene)
    }

    /// The same digest in another folder, whole after it was moved, the same conclusions.
    private func madeAgain(_ scene: Scene) throws {
        let (one, other) = (try scene.made("one"), try scene.made("other"))
        #expect(one.digest == other.digest)
        #expect(try Self.files(one.path) == Self.files(other.path))
        let moved = scene.path + "/elsewhere"
        try FileManager.default.moveItem(atPath: other.path, toPath: moved)
        let verified = try Program.run(["bundle", "verify", moved, "--digest", one.digest])
        #expect(verified.status == 0 && verified.lines.contains { $0.contains("SIMULATED") }, "\(verified.errors)")
        let rerun = try Program.run(["bundle", "rerun", moved])
        #expect(rerun.status == 0 && rerun.lines.first?.contains("SIMULATED") == true, "\(rerun.errors)")
        let shown = try Program.run(["bundle", "show", moved, "--lang", "id"])
        #expect(shown.lines.first?.contains("SIMULASI") == true)
    }

    /// Of a thousand bytes each that is changed is named by its item.
    private func flipped(_ folder: String) throws {
        let files = try Self.files(folder)
        let names = files.keys.sorted()
        var chance = SeededGenerator(seed: 11)
        var unnamed: [String] = []
        for round in 0..<1_000 {
            // Every other one in a file by turns, so that small ones have their share; the rest over all bytes.
            let name = round % 2 == 0 ? names[round / 2 % names.count] : Self.anywhere(files, names, &chance)
            let bytes = try #require(files[name])
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &chance)
            let source = ChangedBundle(files: files, changed: name, bytes: changed)
            let findings = try BundleVerifier().report(on: source).findings
            let isNamed = name == BundleLayout.manifest ? !findings.isEmpty : findings.map(\.path) == [name]
            if !isNamed { unnamed.append("byte \(place) of \(name): \(findings)") }
        }
        #expect(unnamed.isEmpty, "\(unnamed.prefix(5))")
    }

    /// A flight and a silence in it: the same digest again, told again from what lies there, editions that say so in both languages.
    private func flights(_ scene: Scene) throws {
        for (number, kind, time) in [(1, "flight", "2024-06-18T02:00Z"), (2, "gap", "2024-06-18T04:30Z")] {
            func made(_ name: String) throws -> (digest: String?, path: String) {
                let into = scene.path + "/\(kind)-\(name)"
                let asked = [kind, Self.companion, "--at", time, "--as-of", "2024-06-19T23:00Z", "--into", into]
                let ended = try Program.run(["bundle"] + asked + ["--data", scene.path, "--realm", "simulated"])
                #expect(ended.status == 0 && ended.lines.first == "SIMULATED", "\(ended.errors)")
                return (ended.lines.last.map { String($0) }, into)
            }
            let (one, other) = (try made("one"), try made("other"))
            let digest = try #require(one.digest)
            #expect(digest == other.digest)
            #expect(try Self.files(one.path) == Self.files(other.path))
            let verified = try Program.run(["bundle", "verify", other.path, "--digest", digest])
            #expect(verified.status == 0 && verified.lines.contains { $0.contains("SIMULATED") }, "\(verified.errors)")
            let rerun = try Program.run(["bundle", "rerun", other.path])
            #expect(rerun.status == 0 && rerun.lines.first?.contains("SIMULATED") == true, "\(rerun.errors)")
            // The place is not exact: what silences mean is not told, and that is said.
            #expect(rerun.lines.contains { $0.contains("is not told who hears what") }, "\(rerun.lines)")
            let hearing = try String(contentsOfFile: one.path + "/base/hearing.json", encoding: .utf8)
            #expect(hearing == "{\"standing\":\"not-told\"}\n")
            #expect(!FileManager.default.fileExists(atPath: one.path + "/base/coverage.pcvl"))
            let taken = try Program.run([
                "bundle", kind, Self.companion, "--at", time, "--into", one.path, "--lang", "id", "--data", scene.path,
                "--realm", "simulated",
            ])
            #expect(taken.status == 1 && taken.errors.contains("sudah ada"), "\(taken.errors)")
            let conclusions = try String(contentsOfFile: one.path + "/conclusions.jsonl", encoding: .utf8)
            #expect(conclusions.contains("\"silence/") && conclusions.contains("\"QXS003\""), "\(conclusions)")
            try flipped(one.path)
            // The list is whole only with the rows: without them nothing is told again, and that is said.
            let cut = scene.path + "/\(kind)-cut"
            let item = "history/\(Self.companion).jsonl"
            let redacted = try Program.run([
                "bundle", "redact", one.path, "--item", item, "--reason", "takedown", "--into", cut,
            ])
            #expect(redacted.status == 0, "\(redacted.errors)")
            #expect(try Program.run(["bundle", "verify", cut, "--digest", digest]).status == 0)
            let impossible = try Program.run(["bundle", "rerun", cut])
            #expect(impossible.status == 1 && impossible.errors.contains(item), "\(impossible.errors)")

            let before = try shelf(scene)
            let published = try scene.run("edition", kind, Self.companion, "--at", time)
            #expect(published.status == 0 && published.lines.first == "SIMULATED", "\(published.errors)")
            let edition = try #require(try shelf(scene).subtracting(before).first)
            for (name, label) in [("index.html", "SIMULATED"), ("id.html", "SIMULASI")] {
                let page = try String(contentsOfFile: scene.path + "/editions/\(edition)/\(name)", encoding: .utf8)
                #expect(page.contains("<title>\(label)") && page.contains("id=\"silence-20240618t0347"), "\(page)")
                // The place is not exact: what a silence means would tell who hears what.
                #expect(page.contains(label == "SIMULATED" ? "is not told: it would" : "tidak disampaikan: hal itu"))
                #expect(page.contains("class=\"track\"") && page.contains(Self.companion) && !page.contains("<script"))
            }
            let compared = try scene.run("edition", "compare", "\(edition)", "--lang", "id")
            #expect(
                compared.lines.last == "Setiap kalimat sama seperti saat diterbitkan.",
                "\(compared.lines) \(number)"
            )
            let again = try scene.run("edition", kind, Self.companion, "--at", time, "--note", "a", "--note-id", "b")
            #expect(again.status == 0, "\(again.errors)")
            try named(one.path, digest, kind, time, scene)
        }
        let none = try scene.run("edition", "gap", Self.companion, "--at", "2024-06-18T02:00Z")
        #expect(none.status == 1 && none.errors.contains("no silence at"), "\(none.errors)")
    }

    /// An edition names the bundle that it is told from, and none of something else.
    private func named(_ bundle: String, _ digest: String, _ kind: String, _ time: String, _ scene: Scene) throws {
        let before = try shelf(scene)
        let published = try scene.run("edition", kind, Self.companion, "--at", time, "--bundle", bundle)
        #expect(published.status == 0, "\(published.errors)")
        let edition = try #require(try shelf(scene).subtracting(before).first)
        for name in ["index.html", "id.html"] {
            let page = try String(contentsOfFile: scene.path + "/editions/\(edition)/\(name)", encoding: .utf8)
            #expect(page.contains(digest) && page.contains("id=\"silence-20240618t0347"), "\(page)")
        }
        // What is not known, days of which not all was kept among it, is told as without a bundle. When it was heard last is not: that is
        // later than what the bundle holds.
        let compared = try scene.run("edition", "compare", edition)
        let others = compared.lines.filter { $0 != "SIMULATED" && !$0.hasPrefix("whose-n2: published: asked ") }
        #expect(others.isEmpty, "\(others)")
        let other = kind == "gap" ? "flight" : "gap"
        let wrong = try scene.run("edition", other, Self.companion, "--at", time, "--bundle", bundle)
        #expect(wrong.status == 1 && wrong.errors.contains("is the bundle of a"), "\(wrong.errors)")
        let somebody = try scene.run("edition", kind, "d57714", "--at", time, "--bundle", bundle)
        #expect(somebody.status == 1 && somebody.errors.contains("another aircraft"), "\(somebody.errors)")
        let real = try Program.run([
            "edition", kind, Self.companion, "--at", time, "--bundle", bundle, "--data", scene.path,
        ])
        #expect(real.status != 0, "\(real.lines)")
    }

    /// For whoever runs the site it is told who hears what: a silence is judged again from its bundle, and no receiver is named in that.
    private func meanings(_ scene: Scene) throws {
        let learned = try scene.run("coverage", "learn")
        #expect(learned.status == 0, "\(learned.errors)")
        func made(_ name: String) throws -> (digest: String?, path: String) {
            let into = scene.path + "/" + name
            let ended = try scene.run(
                "bundle",
                "gap",
                Self.companion,
                "--at",
                "2024-06-19T17:00Z",
                "--for",
                "operators",
                "--into",
                into
            )
            #expect(ended.status == 0, "\(ended.errors)")
            return (ended.lines.last.map { String($0) }, into)
        }
        let (one, other) = (try made("judged"), try made("judged-again"))
        #expect(one.digest != nil && one.digest == other.digest)
        let rerun = try Program.run(["bundle", "rerun", one.path])
        #expect(rerun.status == 0, "\(rerun.lines) \(rerun.errors)")
        #expect(!rerun.lines.contains { $0.contains("What silences mean") }, "\(rerun.lines)")
        let files = try Self.files(one.path)
        let hearing = String(decoding: files["base/hearing.json"] ?? [], as: UTF8.self)
        #expect(hearing.contains("\"standing\":\"learned\"") && files["base/coverage.pcvl"] != nil)
        let told = files.filter { $0.key == "base/hearing.json" || $0.key == "conclusions.jsonl" }
        #expect(Self.leaks(in: told) == [])
        let conclusions = String(decoding: files["conclusions.jsonl"] ?? [], as: UTF8.self)
        #expect(
            conclusions.contains("/means\"") && conclusions.contains("\"off-likely\""),
            "\(conclusions.prefix(2_000))"
        )
        // An edition names none that was made for operators.
        let named = try scene.run(
            "edition",
            "gap",
            Self.companion,
            "--at",
            "2024-06-19T17:00Z",
            "--bundle",
            one.path
        )
        #expect(named.status == 1 && named.errors.contains("for operators"), "\(named.errors)")
        try exact(scene, judged: files)
    }

    /// Where strangers are told of reception, their bundle is judged again like the operator's and holds nothing else; where anybody is
    /// hidden from them, they are told nothing of it again.
    private func exact(_ scene: Scene, judged: [String: [UInt8]]) throws {
        let settings = scene.archive.folder.appendingPathComponent("pelacak.yaml")
        try Data(String(contentsOf: settings, encoding: .utf8).appending("place: exact\n").utf8).write(to: settings)
        func made(_ name: String) throws -> (digest: Substring?, path: String, files: [String: [UInt8]]) {
            let into = scene.path + "/" + name
            let asked = ["bundle", "gap", Self.companion, "--at", "2024-06-19T17:00Z", "--into", into]
            let ended = try Program.run(asked + ["--data", scene.path, "--realm", "simulated"])
            #expect(ended.status == 0 && ended.lines.first == "SIMULATED", "\(ended.errors)")
            return (ended.lines.last, into, try Self.files(into))
        }
        let told = try made("exact")
        for name in ["base/hearing.json", "base/coverage.pcvl", "conclusions.jsonl"] {
            #expect(told.files[name] == judged[name] && told.files[name] != nil, "\(name)")
        }
        #expect(Self.leaks(in: told.files.filter { $0.key != "base/places.tsv.gz" }) == [])
        let rerun = try Program.run(["bundle", "rerun", told.path])
        #expect(rerun.status == 0 && !rerun.lines.contains { $0.contains("What silences mean") }, "\(rerun.lines)")
        let named = try scene.run("edition", "gap", Self.companion, "--at", "2024-06-19T17:00Z", "--bundle", told.path)
        #expect(named.status == 0 && named.lines.first == "SIMULATED", "\(named.errors)")
        let number = try #require(try shelf(scene).compactMap { Int($0) }.max())
        let edition = try Self.files(scene.path + "/editions/\(number)")
        #expect(Self.leaks(in: edition) == [])
        let page = String(decoding: edition["index.html"] ?? [], as: UTF8.self)
        #expect(page.contains(try #require(told.digest)) && page.contains("probably"), "\(page.suffix(3_000))")

        let list = scene.archive.folder.appendingPathComponent("suppress.csv")
        try Data("\(Self.hidden.hex),public,,,takedown\n".utf8).write(to: list)
        let kept = try made("exact-hiding")
        #expect(kept.files["base/hearing.json"] == Array("{\"standing\":\"not-told\"}\n".utf8))
        #expect(kept.files["base/coverage.pcvl"] == nil)
    }

    private func shelf(_ scene: Scene) throws -> Set<String> {
        Set(
            ((try? FileManager.default.contentsOfDirectory(atPath: scene.path + "/editions")) ?? []).filter {
                Int($0) != nil
            }
        )
    }

    private static func anywhere(
        _ files: [String: [UInt8]],
        _ names: [String],
        _ chance: inout SeededGenerator
    ) -> String {
        var place = Int.random(in: 0..<files.values.reduce(0) { $0 + $1.count }, using: &chance)
        for name in names {
            place -= files[name]?.count ?? 0
            if place < 0 { return name }
        }
        return names[0]
    }

    @Test("who searches every byte of a bundle and an edition for strangers finds nothing that is kept from them")
    func leaks() async throws {
        let scene = try await Scene(hiding: true)
        let bundle = try scene.made("bundle")
        let files = try Self.files(bundle.path)
        #expect(files.count > 10 && files.keys.contains { $0.hasPrefix("history/") })
        #expect(Self.leaks(in: files) == [])
        let published = try scene.run("edition", "publish", scene.visit.id, "--bundle", bundle.path)
        #expect(published.status == 0 && published.lines.first == "SIMULATED", "\(published.errors)")
        let edition = try Self.files(scene.path + "/editions/1")
        #expect(
            edition.keys.sorted() == [
                "edition.json", "id.html", "index.html", "objections-id.html", "objections.html",
            ]
        )
        #expect(Self.leaks(in: edition) == [])
        for (name, label) in [("index.html", "SIMULATED"), ("id.html", "SIMULASI")] {
            let page = String(decoding: try #require(edition[name]), as: UTF8.self)
            #expect(page.contains("<title>\(label)") && page.contains(bundle.digest))
            // Nothing became known of any real visit here, and that is said.
            #expect(page.contains("id=\"score\"") && page.contains(label == "SIMULATED" ? "on 0 real" : "pada 0 "))
            #expect(page.contains("id=\"aircraft-") && page.contains("id=\"heard-none\""))
        }
        #expect(try Program.run(["edition", "show", "1", "--data", scene.path]).status == 0)
        // Nor is a flight of who is hidden told, or bundled.
        let time = "2024-06-18T02:00Z"
        let flight = try scene.run("edition", "flight", Self.hidden.hex, "--at", time)
        let rows = try scene.run("bundle", "flight", Self.hidden.hex, "--at", time, "--into", scene.path + "/hidden")
        #expect(flight.status == 1 && rows.status == 1, "\(flight.lines) \(rows.lines)")
        let other = try scene.run("bundle", "flight", Self.companion, "--at", time, "--into", scene.path + "/shown")
        #expect(other.status == 0, "\(other.errors)")
        #expect(try scene.run("edition", "flight", Self.companion, "--at", time).status == 0)
        let told = try Self.files(scene.path + "/shown").filter { $0.key != "base/places.tsv.gz" }
        #expect(Self.leaks(in: told) == [])
        #expect(try Self.leaks(in: Self.files(scene.path + "/editions/2")) == [])
        try await served(scene)
        // The search finds what is there: for whoever runs the site nobody is hidden.
        let own = try Self.files(scene.made("own", for: "operators").path)
        #expect(Self.leaks(in: own).contains { $0.hasSuffix(Self.hidden.hex) })
    }

    /// An edition names no bundle of another visit, of another world, or that was changed.
    private func otherBundles(_ scene: Scene) throws {
        let bundle = try scene.made("bundle")
        let other = try VisitStore(folder: scene.path + "/visits")
            .begin([.setTitle("Another")], by: Self.person, at: scene.archive.end)
        let wrong = try scene.run("edition", "publish", other.id, "--no-aircraft", "--bundle", bundle.path)
        #expect(wrong.status == 1 && wrong.errors.contains("another visit"), "\(wrong.errors)")
        // A simulated bundle makes a simulated edition, whatever world was asked for.
        let labelled = try Program.run([
            "edition", "publish", scene.visit.id, "--no-aircraft", "--bundle", bundle.path, "--data", scene.path,
        ])
        #expect(labelled.status == 0 && labelled.lines.first == "SIMULATED", "\(labelled.errors)")
        let file = URL(fileURLWithPath: bundle.path + "/itinerary.json")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.startIndex] ^= 1
        try bytes.write(to: file)
        let changed = try scene.run("edition", "publish", scene.visit.id, "--bundle", bundle.path)
        #expect(changed.status == 1 && changed.errors.contains("not everything is as it was"), "\(changed.errors)")
    }
}

/// A bundle in memory with one file changed.
private struct ChangedBundle: BundleSource {
    let files: [String: [UInt8]]
    let changed: String
    let bytes: [UInt8]

    func entries(most: Int) throws(BundleSourceError) -> [BundleEntry] {
        files.map { BundleEntry(path: $0.key, kind: .file, bytes: $0.value.count) }
    }

    func bytes(of item: BundlePath, at offset: Int, count: Int) throws(BundleSourceError) -> [UInt8] {
        let all = item.text == changed ? bytes : files[item.text] ?? []
        return Array(all.dropFirst(offset).prefix(count))
    }
}
