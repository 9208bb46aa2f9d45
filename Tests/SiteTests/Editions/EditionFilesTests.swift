import Bundles
import Foundation
import Testing
import Visits

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct EditionFilesTests {
    /// Two editions on the disk, and beside them what is nobody's.
    private func world(_ body: (SiteUnderTest, FakeEditions) async throws -> Void) async throws {
        let (files, editions) = (FileManager.default, FakeEditions())
        defer { try? files.removeItem(atPath: editions.folder) }
        for number in [1, 2] {
            let edition = try FakeEditions.made(number, of: "visit1", world: number == 2 ? .simulated : .real)
            editions.put(edition)
            let folder = editions.folder + "/\(number)"
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            func write(_ name: String, _ bytes: [UInt8]) throws {
                try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
            }
            try write("edition.json", edition.bytes)
            for language in [Draft.Language.english, .indonesian] {
                try write(EditionPage.name(language), EditionPage(edition, language).bytes)
                try write(ObjectionsPage.name(language), ObjectionsPage(ChallengeBook(edition), language).bytes)
            }
            try write("notes.html", Array("SECRET".utf8))
            try write(".index.html", Array("SECRET".utf8))
        }
        for name in ["challenges-1.jsonl", "last", "index.html"] {
            try Data("SECRET".utf8).write(to: URL(fileURLWithPath: editions.folder + "/" + name))
        }
        let draft = editions.folder + "/.3-draft"
        try files.copyItem(atPath: editions.folder + "/1", toPath: draft)
        // Links lead nowhere, from a folder and from a file.
        try files.createSymbolicLink(atPath: editions.folder + "/4", withDestinationPath: draft)
        try files.createDirectory(atPath: editions.folder + "/5", withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: editions.folder + "/5/index.html",
            withDestinationPath: editions.folder + "/challenges-1.jsonl"
        )
        try await SiteUnderTest.with(editions: editions) { site in try await body(site, editions) }
    }

    @Test(
        "an edition's files are served as they lie on the disk, with their types, a policy that lets them have their style, and tags"
    )
    func files() async throws {
        try await world { site, editions in
            let types = [
                "": "text/html; charset=utf-8", "index.html": "text/html; charset=utf-8",
                "id.html": "text/html; charset=utf-8", "objections.html": "text/html; charset=utf-8",
                "objections-id.html": "text/html; charset=utf-8", "edition.json": "application/json; charset=utf-8",
            ]
            for (name, type) in types {
                let answer = try await Loopback.ask(site.port, "/editions/2/\(name)")
                let path = editions.folder + "/2/" + (name.isEmpty ? "index.html" : name)
                #expect(
                    answer.status == 200 && Data(answer.body) == FileManager.default.contents(atPath: path),
                    "\(name)"
                )
                #expect(answer.headers["content-type"] == type && answer.headers["cache-control"] == "no-cache")
                #expect(answer.headers["content-security-policy"] == EditionFiles.policy)
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                let tag = try #require(answer.headers["etag"])
                let again = try await Loopback.ask(
                    site.port,
                    "/editions/2/\(name)",
                    headers: ["If-None-Match": tag]
                )
                #expect(again.status == 304 && again.body.isEmpty)
                let head = try await Loopback.ask(site.port, "HEAD", "/editions/2/\(name)")
                #expect(head.status == 200 && head.body.isEmpty)
                #expect(head.headers["content-length"] == answer.headers["content-length"])
                for method in ["POST", "PUT", "DELETE"] {
                    #expect(try await Loopback.ask(site.port, method, "/editions/2/\(name)").status == 405)
                }
            }
            let page = try await Loopback.ask(site.port, "/editions/2/")
            #expect(String(decoding: page.body, as: UTF8.self).contains("SIMULATED"))
            for (path, target) in [("/editions", "editions/"), ("/editions/2", "2/")] {
                let answer = try await Loopback.ask(site.port, path)
                #expect(answer.status == 301 && answer.headers["location"] == target, "\(path)")
            }
        }
    }

    @Test(
        "nothing else in the folder is served: no objections, no numbers, no drafts, no links, nothing outside",
        arguments: [
            "/editions/challenges-1.jsonl", "/editions/last", "/editions/index.html", "/editions/1/notes.html",
            "/editions/1/.index.html", "/editions/.3-draft/index.html", "/editions/.3-draft/", "/editions/4/",
            "/editions/4/index.html", "/editions/5/", "/editions/5/index.html", "/editions/01/", "/editions/+1/",
            "/editions/1/../last", "/editions/%2e%2e/editions/last", "/editions/1/%2e%2e/last", "/editions/1/..%2flast",
            "/editions/1/index.html/", "/editions/1//index.html", "/editions//last", "/editions/1/edition.json%00",
            "/editions/3/", "/editions/0/", "/editions/-1/", "/editions/99999999999999999999/",
            "/editions/1/INDEX.HTML",
        ]
    )
    func nothingElse(path: String) async throws {
        try await world { site, _ in
            let answer = try await Loopback.ask(site.port, path)
            #expect(answer.status == 404 || answer.status == 400, "\(answer.status)")
            #expect(!String(decoding: answer.body, as: UTF8.self).contains("SECRET"))
        }
    }

    @Test("the list has every edition in both languages, names the simulated world, and what others wrote is text")
    func list() async throws {
        try await world { site, _ in
            for (target, language, words) in [
                (
                    "/editions/", "en",
                    [
                        "SIMULATED", "Edition 1, published", "href=\"2/\"", "Bahasa Indonesia",
                        "href=\"2/objections.html\"", "href=\"../objections?edition=2\"",
                    ]
                ),
                (
                    "/editions/?lang=id", "id",
                    [
                        "SIMULASI", "Edisi 1, diterbitkan", "href=\"2/id.html\"", "Terdengar di sini",
                        "href=\"2/objections-id.html\"",
                    ]
                ),
            ] {
                let answer = try await Loopback.ask(site.port, target)
                let page = String(decoding: answer.body, as: UTF8.self)
                #expect(answer.status == 200 && page.contains("<html lang=\"\(language)\">"))
                for word in words { #expect(page.contains(word), "\(target): \(word)") }
                #expect(!page.contains("<b>visit</b>") && !page.contains("<script"))
                #expect(answer.headers["content-security-policy"] == EditionFiles.policy)
                let tag = try #require(answer.headers["etag"])
                #expect(try await Loopback.ask(site.port, target, headers: ["If-None-Match": tag]).status == 304)
            }
            #expect(try await Loopback.ask(site.port, "/editions/?lang=xx").status == 400)
        }
    }

    @Test("where reading needs a token, editions do")
    func reading() async throws {
        let editions = FakeEditions()
        try await SiteUnderTest.with(
            editions: editions,
            configure: {
                $0.token = "secret"
                $0.reading = .token
            }
        ) { site in
            let refused = try await Loopback.ask(site.port, "/editions/")
            #expect(refused.status == 401)
            let own = ["Authorization": "Bearer secret"]
            let answer = try await Loopback.ask(site.port, "/editions/", headers: own)
            #expect(answer.status == 200)
        }
    }
}
