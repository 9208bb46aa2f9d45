import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct Tar1090MountTests {
    private static let page = "<html><body><p>map</p></body></html>"

    /// A folder like tar1090's, with something beside it that must not be found.
    private static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let files = FileManager.default
        let folder = files.temporaryDirectory.path + "/pelacak-tar-" + UUID().uuidString
        defer { try? files.removeItem(atPath: folder) }
        try files.createDirectory(atPath: folder + "/html/images", withIntermediateDirectories: true)
        for (name, text) in [
            ("html/index.html", page), ("html/script.js", "let x = 1;"), ("html/images/a.png", "png"),
            ("html/.hidden", "secret"), ("secret.txt", "secret"),
        ] { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
        try files.createSymbolicLink(atPath: folder + "/html/link.txt", withDestinationPath: folder + "/secret.txt")
        return try await body(folder + "/html")
    }

    private func with<Value: Sendable>(
        _ provenance: Provenance = .real,
        mode: Tar1090Mode = .reAPIZstd,
        _ body: (SiteUnderTest, String) async throws -> Value
    ) async throws -> Value {
        let sky = FakeSky([Tracks.whole()])
        sky.set { $0.status.provenance = provenance }
        return try await Self.withFolder { folder in
            try await SiteUnderTest.with(
                sky: sky,
                configure: { $0.tar1090 = Tar1090Configuration(folder: folder, mode: mode) }
            ) { (site) async throws in try await body(site, folder) }
        }
    }

    @Test("the folder's files come as they are, with a policy of their own; every page of ours keeps the strict one")
    func files() async throws {
        try await with { (site, _) async throws in
            let page = try await Loopback.ask(site.port, "/tar1090/")
            #expect(page.text == Self.page && page.headers["content-type"] == "text/html; charset=utf-8")
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.contains("script-src 'self' 'unsafe-inline'") && !policy.contains("https:"))
            #expect(try await Loopback.ask(site.port, "/tar1090/plain/script.js").text == "let x = 1;")
            #expect(try await Loopback.ask(site.port, "/tar1090/images/a.png").headers["content-type"] == "image/png")
            for path in ["/", "/tar1090/none.js", "/tar1090/data/receiver.json", "/data/aircraft.json"] {
                let answer = try await Loopback.ask(site.port, path)
                #expect(answer.headers["content-security-policy"] == SecurityHeaders.policy, "\(path)")
            }
        }
    }

    @Test("a folder without its slash is redirected, the query kept")
    func redirect() async throws {
        try await with { (site, _) async throws in
            let plain = try await Loopback.ask(site.port, "/tar1090?icao=484159")
            #expect(plain.status == 301 && plain.headers["location"] == "tar1090/?icao=484159")
            let mode = try await Loopback.ask(site.port, "/tar1090/globe-zstd")
            #expect(mode.status == 301 && mode.headers["location"] == "globe-zstd/")
        }
    }

    @Test("the page of a sky that is not known to be real is labelled, in what is sent alone")
    func label() async throws {
        for (provenance, word) in [(Provenance.simulated, "SIMULATED"), (.undetermined, "real or simulated?")] {
            try await with(provenance) { (site, _) async throws in
                let page = try await Loopback.ask(site.port, "/tar1090/")
                #expect(page.text.contains(word))
                #expect(page.text.hasPrefix("<html><body><p>map</p><div id=\"pelacak-provenance\""))
                #expect(page.text.hasSuffix("</div></body></html>"))
                #expect((page.headers["x-pelacak-simulated"] == "true") == (provenance == .simulated))
            }
        }
        #expect(Tar1090Label.labelled([], [1]) == [1])
        #expect(Tar1090Label.labelled(Array("abc".utf8), [1]) == Array("abc".utf8) + [1])
    }

    @Test("each mode is had below its name, by the abilities of receiver.json", arguments: Tar1090Mode.allCases)
    func modes(mode: Tar1090Mode) async throws {
        try await with(.simulated) { (site, _) async throws in
            let answer = try await Loopback.ask(site.port, "/tar1090/\(mode.rawValue)/data/receiver.json")
            let all = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
            #expect(all["globeIndexGrid"] as? Int == (mode.usesGlobe ? 3 : nil))
            #expect((all["globeIndexSpecialTiles"] as? [Any])?.isEmpty == (mode.usesGlobe ? true : nil))
            #expect(all["reapi"] as? Bool == (mode.usesQueries ? true : nil))
            #expect(all["binCraft"] as? Bool == (mode.usesBinCraft ? true : nil))
            #expect(all["zstd"] as? Bool == (mode.usesZstd ? true : nil))
            #expect(all["haveTraces"] as? Bool == true && all["version"] as? String == "pelacak 0.1.0 SIMULATED")
            let aircraft = try await Loopback.ask(site.port, "/tar1090/\(mode.rawValue)/data/aircraft.binCraft")
            #expect(aircraft.status == 200)
        }
    }

    @Test("without a mode in the path the configured one counts, at the root too")
    func usualMode() async throws {
        try await with(mode: .plain) { (site, _) async throws in
            for path in ["/data/receiver.json", "/tar1090/data/receiver.json"] {
                let text = try await Loopback.ask(site.port, path).text
                #expect(!text.contains("reapi") && !text.contains("globeIndexGrid") && !text.contains("SIMULATED"))
            }
        }
    }

    @Test(
        "nothing outside the folder is given out",
        arguments: [
            "/tar1090/../secret.txt", "/tar1090/%2e%2e/secret.txt", "/tar1090/plain/../../secret.txt",
            "/tar1090/.hidden", "/tar1090/link.txt", "/tar1090//index.html", "/tar1090/images", "/tar1090/images/",
            "/tar1090/plain/plain/", "/tar1090/index.html/", "/tar1090/%00", "/tar1090/db2/../../secret.txt",
        ]
    )
    func traversal(path: String) async throws {
        try await with { (site, _) async throws in
            let answer = try await Loopback.ask(site.port, path)
            #expect(answer.status == 404 || answer.status == 400, "\(answer.status)")
            #expect(!answer.text.contains("secret"))
        }
    }

    @Test("without a folder there is no page, but its documents answer for a page that others serve")
    func noFolder() async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/tar1090/").status == 404)
            #expect(try await Loopback.ask(site.port, "/tar1090/data/receiver.json").status == 200)
            #expect(try await Loopback.ask(site.port, "/tar1090/db2/ranges.js").status == 200)
        }
    }

    @Test("a database in the page's folder comes before ours")
    func database() async throws {
        try await with { (site, folder) async throws in
            #expect(try await Loopback.ask(site.port, "/tar1090/db2/operators.js").text == "{}")
            try FileManager.default.createDirectory(atPath: folder + "/db2", withIntermediateDirectories: true)
            try Data("{\"KLM\":1}".utf8).write(to: URL(fileURLWithPath: folder + "/db2/operators.js"))
            #expect(try await Loopback.ask(site.port, "/tar1090/db2/operators.js").text == "{\"KLM\":1}")
        }
    }

    @Test("pictures of other hosts are allowed only where the operator says so")
    func foreignImages() {
        let open = Tar1090Mount(
            configuration: Tar1090Configuration(folder: "/x", allowsForeignImages: true),
            sky: FakeSky()
        )
        #expect(open.policy.contains("img-src 'self' data: blob: https:;"))
        #expect(!open.policy.contains("connect-src 'self' data: https:"))
    }
}
