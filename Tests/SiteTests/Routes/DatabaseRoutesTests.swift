import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct DatabaseRoutesTests {
    private func object(_ port: Int, _ name: String) async throws -> [String: Any] {
        let answer = try await Loopback.ask(port, "/db2/" + name)
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    @Test("a registration is found digit by digit")
    func lookUp() async throws {
        try await SiteUnderTest.with { (site) async throws in
            var prefix = ""
            for digit in "484" {
                prefix.append(digit)
                let children = try #require(try await object(site.port, prefix + ".js")["children"] as? [String])
                #expect(children.count == 16 && children.allSatisfy { $0.hasPrefix(prefix) })
            }
            let entries = try await object(site.port, "4841.js")
            #expect(entries.keys.sorted() == ["59"])
            #expect(entries["59"] as? [String] == ["PH-BXA", "", "", ""])
            #expect(try await object(site.port, "4842.js").isEmpty)
        }
    }

    @Test("what we do not know is empty, not missing")
    func fixed() async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect((try await object(site.port, "ranges.js")["military"] as? [Any])?.isEmpty == true)
            for name in ["operators.js", "icao_aircraft_types2.js", "airport-coords.js", "regIcao.js"] {
                #expect(try await object(site.port, name).isEmpty)
            }
        }
    }

    @Test(arguments: ["/db2/48415.js", "/db2/g.js", "/db2/a.js", "/db2/.js", "/db2/A", "/db2", "/db2/A.js/x"])
    func notThere(path: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, path).status == 404)
        }
    }
}
