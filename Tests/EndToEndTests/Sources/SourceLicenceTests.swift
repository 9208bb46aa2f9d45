import Aero
import Foundation
import Polling
import Testing

@testable import Site
@testable import pelacak

/// Data whose licence forbids passing them on, on a site that strangers can read.
@Suite(.timeLimit(.minutes(10))) struct SourceLicenceTests {
    private static let forbidden = [
        "v2+https://opendata.adsb.fi?circle=52,4,50&terms=2026-11-25&purpose=private",
        "v2+https://api.airplanes.live?circle=52,4,50", "opensky+https://opensky-network.org?box=45,5,47,10",
        "v2+https://somebody.example?mil&terms-link=https%3A%2F%2Fexample.org%2F", "readsb+http://192.168.1.20",
    ]

    @Test("it is refused in one line that says what the licence is and what to change", arguments: forbidden)
    func refused(text: String) throws {
        let source = try SourceSpecification(text)
        #expect(source.licenceRefusal(.standard, strangersMayRead: false) == nil)
        let reason = try #require(source.licenceRefusal(.standard, strangersMayRead: true))
        #expect(reason.contains("licence") && reason.contains("read: token") && !reason.contains("\n"))
        #expect(!reason.contains("192.168"))
    }

    @Test(
        "what may be passed on, and what is our own, is not concerned",
        arguments: [
            "v2+https://api.adsb.lol?mil&terms=2026-11-25&purpose=private", "beast+tcp://h:1",
            "sbs+listen://0.0.0.0:30003",
            "simulate:traffic", "file:x.beast",
        ]
    )
    func allowed(text: String) throws {
        #expect(try SourceSpecification(text).licenceRefusal(.standard, strangersMayRead: true) == nil)
    }

    @Test("strangers read where reading is public and others than this machine can ask")
    func strangers() {
        var site = SiteConfiguration(webFolder: "/none", version: "1")
        #expect(!site.strangersMayRead)
        site.host = "0.0.0.0"
        #expect(site.strangersMayRead)
        site.reading = .token
        #expect(!site.strangersMayRead)
        site = SiteConfiguration(webFolder: "/none", version: "1")
        site.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
        #expect(site.strangersMayRead)
        site.trustedProxies = []
        site.cors = .everybody
        #expect(site.strangersMayRead)
    }

    private func source(_ port: Int, _ name: String) -> String {
        "v2+http://127.0.0.1:\(port)?mil&terms=2026-11-25&purpose=private&terms-link=https%3A%2F%2Fexample.org%2F&name=\(name)"
    }

    private func states(_ sources: [String: Any]) -> [String: String] {
        let list = sources["sources"] as? [[String: Any]] ?? []
        return Dictionary(
            list.map { ($0["name"] as? String ?? "", $0["state"] as? String ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test("a public site asks nobody for it: not at the start, not after SIGHUP, not from the Sources page")
    func publicSite() async throws {
        let server = try await AnsweringServer { #"{"ac":[{"hex":"4840d6","seen":0.1}],"now":1,"total":1}"# }
        defer { Task { try? await server.stop() } }
        let program = try Program(
            serving: ["--cors", "*"],
            configuration: "source:\n- \(source(server.port, "north"))\n"
        )
        defer { _ = program.stop() }
        _ = try await program.json("/api/v1/sources") { states($0) == ["north": "refused"] }
        #expect(program.log.contains("data of 127.0.0.1 may not be passed on (its licence is no-redistribution)"))
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        let two = "source:\n- \(source(server.port, "north"))\n- readsb+http://127.0.0.1:\(server.port)?name=south\n"
        try Data(two.utf8).write(to: file)
        await program.signal(SIGHUP, until: "south is off: data of south may not be passed on (nobody said")
        let after = try await program.json("/api/v1/sources") {
            states($0) == ["north": "refused", "south": "refused"]
        }
        let details = (after["sources"] as? [[String: Any]])?.compactMap { $0["detail"] as? String } ?? []
        #expect(details.count == 2 && details.allSatisfy { $0.contains("read: token") })
        let body = #"{"name":"east","specification":"\#(source(server.port, "east"))"}"#
        for path in ["/api/v1/sources", "/api/v1/sources/test"] {
            let added = try await program.request("POST", path, body: body)
            #expect(added.status == 422)
            #expect(String(decoding: added.body, as: UTF8.self).contains("may not be passed on"))
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == two)
        #expect(server.memory.requests.isEmpty)
        #expect(try await program.request("GET", "/api/v1/aircraft/4840d6").status == 404)
    }
}
