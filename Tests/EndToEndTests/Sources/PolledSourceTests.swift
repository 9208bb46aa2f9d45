import Aero
import Feeds
import Foundation
import Logging
import ModeS
import Polling
import Site
import Testing

@testable import pelacak

@Suite(.timeLimit(.minutes(10))) struct PolledSourceTests {
    private static let key = "hunter2hunter2"

    private func document() -> String {
        let now = Int(Date().timeIntervalSince1970 * 1000)
        return
            #"{"ac":[{"hex":"4840d6","type":"adsb_icao","flight":"KLM123  ","alt_baro":37000,"gs":451.2,"track":91.5,"lat":52.3,"lon":4.8,"seen":0.1,"seen_pos":0.2}],"msg":"No error","now":\#(now),"total":1}"#
    }

    private func first(_ sources: [String: Any]) -> [String: Any]? { (sources["sources"] as? [[String: Any]])?.first }

    @Test func dataOfAProviderAreClaimsOnTheFirstDay() async throws {
        let server = try await AnsweringServer { self.document() }
        defer { Task { try? await server.stop() } }
        let source =
            "v2+http://127.0.0.1:\(server.port)?circle=52.3,4.8,50&terms=2026-11-25&purpose=private"
            + "&terms-link=https%3A%2F%2Fexample.org%2Fterms&key-env=PROVIDER_KEY&name=north"
        let program = try Program(serving: ["--source", source], environment: ["PROVIDER_KEY": Self.key])
        defer { _ = program.stop() }
        let aircraft = try await program.json("/api/v1/aircraft/4840d6", untilStatus: 200)
        let text = String(decoding: aircraft, as: UTF8.self)
        #expect(text.contains(#""known":"claimed""#))
        #expect(!text.contains(#""known":"observed""#))
        #expect(text.contains(#""feed":"127.0.0.1""#))
        #expect(text.contains(#""heardBy":0"#))
        #expect(try await program.json("/api/v1/receivers")["receivers"] as? [String] == [])
        let sources = try await program.request("GET", "/api/v1/sources")
        let listed = String(decoding: sources.body, as: UTF8.self)
        for secret in [Self.key, "PROVIDER_KEY", "52.3"] { #expect(!listed.contains(secret), "\(secret)") }
        let source0 = try #require(first(try await program.json("/api/v1/sources")))
        #expect(source0["name"] as? String == "north")
        let poll = try #require(source0["poll"] as? [String: Any])
        #expect(poll["licence"] as? String == "no-redistribution")
        #expect(poll["redistributable"] as? Bool == false)
        #expect(poll["purpose"] as? String == "private")
        #expect(poll["lastStatus"] as? Int == 200)
        #expect(try #require(poll["nextIn"] as? Double) <= 10)
        let site = try await program.json("/api/v1/site")
        #expect(site["simulated"] == nil)
        #expect((site["credits"] as? [[String: Any]])?.first?["text"] as? String == "Data from 127.0.0.1")
        let asked = try #require(server.memory.requests.first)
        #expect(asked.hasPrefix("GET /v2/point/52.3/4.8/50 HTTP/1.1"))
        #expect(asked.contains("Bearer \(Self.key)"))
        #expect(asked.contains("pelacak/"))
        let folder = program.folder.appendingPathComponent("captures")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }
        let record = try String(contentsOf: folder.appendingPathComponent(try #require(names.first)), encoding: .utf8)
        #expect(record.contains(#""request":"GET http://127.0.0.1:\#(server.port)/v2/point/52.3/4.8/50""#))
        #expect(!record.contains(Self.key))
    }

    @Test func aProviderIsNotAskedBeforeItsTermsAreConfirmedOnThePage() async throws {
        let server = try await AnsweringServer { self.document() }
        defer { Task { try? await server.stop() } }
        let program = try Program(serving: [])
        defer { _ = program.stop() }
        let body =
            #"{"name":"north","specification":"v2+http://127.0.0.1:\#(server.port)?mil&terms-link=https%3A%2F%2Fexample.org%2F"}"#
        #expect(try await program.request("POST", "/api/v1/sources", body: body).status == 201)
        let sources = try await program.json("/api/v1/sources") { self.first($0)?["state"] as? String == "refused" }
        #expect((first(sources)?["detail"] as? String)?.contains("terms=YYYY-MM-DD") == true)
        #expect(server.memory.requests.isEmpty)
        let id = try #require(first(sources)?["id"] as? String)
        let confirmed = try await program.request(
            "PATCH",
            "/api/v1/sources/\(id)",
            body: #"{"confirm":{"terms":"2026-11-25","purpose":"research"}}"#
        )
        #expect(confirmed.status == 200)
        _ = try await program.json("/api/v1/aircraft/4840d6", untilStatus: 200)
        #expect(server.memory.requests.first?.hasPrefix("GET /v2/mil ") == true)
        let file = try String(contentsOf: program.folder.appendingPathComponent("pelacak.yaml"), encoding: .utf8)
        #expect(file.contains("terms=2026-11-25&purpose=research"))
    }

    @Test func anotherTrackerIsPolledWithoutConfirmation() async throws {
        let server = try await AnsweringServer {
            #"{"now": \#(Date().timeIntervalSince1970), "messages": 5, "aircraft": [{"hex": "4840d6", "lat": 52.3, "lon": 4.8, "seen": 0.2, "seen_pos": 0.3}]}"#
        }
        defer { Task { try? await server.stop() } }
        let program = try Program(serving: ["--source", "readsb+http://127.0.0.1:\(server.port)/x/data/aircraft.json"])
        defer { _ = program.stop() }
        _ = try await program.json("/api/v1/aircraft/4840d6", untilStatus: 200)
        #expect(server.memory.requests.first?.hasPrefix("GET /x/data/aircraft.json ") == true)
    }

    @Test func aSimulatedSkyThatIsPolledStaysSimulated() async throws {
        let other = try Program(serving: ["--source", "simulate:traffic?aircraft=20"])
        defer { _ = other.stop() }
        _ = try await other.json("/data/aircraft.json") { (($0["aircraft"] as? [Any])?.count ?? 0) > 5 }
        let program = try Program(serving: ["--source", "readsb+http://127.0.0.1:\(other.port)"])
        defer { _ = program.stop() }
        let site = try await program.json("/api/v1/site") { $0["provenance"] as? String != "undetermined" }
        #expect(site["simulated"] as? Bool == true)
    }

    @Test func aTrialSaysWhatIsMissingAndEnds() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { _ = program.stop() }
        let body = #"{"format":"v2","poll":{"provider":"adsb-lol","query":"mil"}}"#
        let answer = try await program.request("POST", "/api/v1/sources/test", body: body)
        let lines = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
        #expect(lines.count <= 3)
        #expect(lines.last?.contains(#""state":"refused""#) == true)
        #expect(lines.last?.contains("off until you confirm") == true)
        #expect(lines.last?.contains(#""done":true"#) == true)
    }

    @Test func filesAndVariablesOfThisMachineCannotBeSentFromThePage() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { _ = program.stop() }
        for option in ["key-file=/etc/passwd", "key-env=PATH"] {
            let body = #"{"name":"x","specification":"readsb+http://127.0.0.1:9?\#(option)"}"#
            let answer = try await program.request("POST", "/api/v1/sources", body: body)
            #expect(answer.status == 422)
        }
    }
}

extension Program {
    /// Asks again until the status fits, for at most a minute.
    func json(_ path: String, untilStatus status: Int) async throws -> Data {
        let limit = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < limit {
            let answer = try await request("GET", path)
            if answer.status == status { return answer.body }
            _ = try await firstBytes("/api/v1/live", count: 600)
        }
        Issue.record("\(path) never answered \(status)")
        return Data()
    }
}
