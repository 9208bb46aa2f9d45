import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct PipelineTests {
    @Test("requests sent at once are answered in their order, whatever each of them is")
    func inOrder() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            let kinds: [(text: String, status: Int, hasBody: Bool)] = [
                (Loopback.request("GET", "/api/v1/site"), 200, true), (Loopback.request("HEAD", "/"), 200, false),
                (Loopback.request("GET", "/none"), 404, true), (Loopback.request("PUT", "/"), 405, true),
                (Loopback.request("GET", "/api/v1/aircraft/zz"), 400, true),
            ]
            let order = (0..<200).map { kinds[$0 * 7 % kinds.count] }
            let text = order.map(\.text).joined()
            try await Loopback.with(site.port) { connection in
                try await connection.send(text)
                for kind in order {
                    #expect(try await connection.answer(hasBody: kind.hasBody).status == kind.status)
                }
            }
        }
    }

    @Test("after the last answer nothing that was sent behind it is answered")
    func afterClose() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let text =
                Loopback.request("GET", "/", headers: ["Connection": "close"])
                + Loopback.request("DELETE", "/api/v1/sources/roof")
            let answer = try await Loopback.with(site.port) { connection in
                try await connection.send(text)
                return String(decoding: try await connection.rest(), as: UTF8.self)
            }
            #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
        }
    }
}
