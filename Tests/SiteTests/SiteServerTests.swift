import Aero
import Foundation
import Logging
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct SiteServerTests {
    @Test("a port that is taken is one line that says what to do")
    func portTaken() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let other = SiteServer(
                configuration: SiteConfiguration(port: site.port, webFolder: site.folder, version: "0.1.0"),
                sky: site.sky,
                desk: site.desk,
                book: FakeBook(),
                logger: Logger(label: "test")
            )
            let error = await #expect(throws: SiteError.self) { try await other.run() }
            #expect(error == .portTaken(host: "127.0.0.1", port: site.port))
            #expect(
                error?.description
                    == "port \(site.port) on 127.0.0.1 is taken; choose another with --listen HOST:PORT"
            )
        }
    }

    @Test("the pages are looked for beside the program first, then where told, and what is missing is said")
    func webFolder() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-web-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let beside = folder + "/bin/pelacak_Site.resources/Web"
        for place in [beside, folder + "/other"] {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: URL(fileURLWithPath: place + "/index.html"))
        }
        let program = folder + "/bin/pelacak"
        #expect(try WebFolder.locate(executable: program, fallbacks: [folder + "/other"]) == beside)
        #expect(
            try WebFolder.locate(executable: folder + "/pelacak", fallbacks: [folder + "/other"]) == folder + "/other"
        )
        #expect(
            throws: SiteError.webFolderMissing(searched: [
                "/none/pelacak_Site.resources/Web", "/share/pelacak/Web", "/nor",
            ])
        ) {
            try WebFolder.locate(executable: "/none/pelacak", fallbacks: ["/nor"])
        }
    }

    @Test("loopback is known by all its names", arguments: ["localhost", "127.0.0.1", "127.1.2.3", "::1", "LOCALHOST"])
    func loopback(host: String) { #expect(SiteConfiguration.isLoopback(host)) }

    @Test("other names are not loopback", arguments: ["0.0.0.0", "::", "127.0.0.1.x", "127.evil.com", "", "128.0.0.1"])
    func notLoopback(host: String) { #expect(!SiteConfiguration.isLoopback(host)) }

    @Test("requests of random bytes and broken requests neither stop nor hang the server", arguments: 0..<4)
    func hostileBytes(seed: UInt64) async throws {
        try await SiteUnderTest.with { (site) async throws in
            var random = SplitMix(state: seed)
            let seeds = [
                Loopback.request("GET", "/api/v1/live?view=1,2,3,4"), Loopback.request("GET", "/data/aircraft.json"),
                Loopback.request("POST", "/api/v1/sources", headers: ["Content-Type": "application/json"], body: "{}"),
                Loopback.request("GET", "/basemap/1/0/1.pbf"), "GET http://localhost/ HTTP/1.1\r\n\r\n",
                "GET /\(String(repeating: "a", count: 5000)) HTTP/1.1\r\nHost: x\r\n\r\n", "OPTIONS * HTTP/1.1\r\n\r\n",
            ]
            for _ in 0..<60 {
                var bytes = Array(seeds[random.below(seeds.count)].utf8)
                for _ in 0..<random.below(6) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
                if random.below(4) == 0 { bytes = (0..<random.below(400)).map { _ in UInt8(random.below(256)) } }
                if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count + 1)) }
                let sent = bytes
                // The answer is not waited for: whatever it is, the connection goes away under it.
                try? await Loopback.with(site.port) { connection in try await connection.send(sent) }
            }
            #expect(try await Loopback.ask(site.port, "/").status == 200)
        }
    }

    @Test(
        "what is no HTTP is answered in the form and with the headers of all other errors, and the connection ends",
        arguments: [
            "\u{2}\u{0}$\u{1}@\r\n\r\n", "this is no request\r\n\r\n", "GET / HTTP/1.1\r\nbad header\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nLong: \(String(repeating: "a", count: 9000))\r\n\r\n",
        ]
    )
    func noHTTP(bytes: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let text = try await Loopback.with(site.port) { connection in
                try await connection.send(bytes)
                return String(decoding: try await connection.rest(), as: UTF8.self)
            }
            let lines = text.components(separatedBy: "\r\n")
            #expect(lines.first?.hasPrefix("HTTP/1.1 400 ") == true, "\(text)")
            let low = lines.map { $0.lowercased() }
            #expect(low.contains { $0.hasPrefix("content-security-policy: default-src 'none'") }, "\(text)")
            #expect(low.contains("x-content-type-options: nosniff") && low.contains("referrer-policy: no-referrer"))
            #expect(low.contains("connection: close"))
            let body = lines.last ?? ""
            #expect(body == #"{"error":"this is no HTTP request that can be read","code":"http"}"#)
            #expect(low.contains("content-length: \(body.utf8.count)"))
        }
    }

    @Test("a body on a request that reads is refused at once")
    func bodyOnGet() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.with(site.port) { connection in
                try await connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx")
                return try await connection.answer()
            }
            #expect(answer.status == 400)
        }
    }

    @Test("a connection that asks nothing, or half a question, is closed after the idle time")
    func idle() async throws {
        try await SiteUnderTest.with(configure: { $0.limits.idleSeconds = 1 }) { (site) async throws in
            let silent = try await Loopback.with(site.port) { try await $0.rest() }
            #expect(silent.isEmpty)
            let half = try await Loopback.with(site.port) { connection in
                // On a busy machine the second may be over before this is sent.
                try? await connection.send("GET / HTTP/1.1\r\nHost: loc")
                return try await connection.rest()
            }
            #expect(half.isEmpty)
        }
    }
}
