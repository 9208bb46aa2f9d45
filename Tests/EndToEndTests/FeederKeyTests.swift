import Foundation
import Testing

/// Keys of feeders in a running program.
struct FeederKeyTests {
    private let key = "5eed5eed-1111-4222-8333-c0ffeec0ffee"

    @Test func aKeyIsNeitherInTheListOfProcessesNorInAnyAnswer() async throws {
        let program = try Program(serving: [
            "--feeder", "roof?key=\(key)&at=52.1,5.2", "--source",
            "beast+listen://127.0.0.1:0?name=door&feeders=registered",
            "--source", "avr+listen://127.0.0.1:0?name=side&key=\(key)", "--sink", "beast+tcp://127.0.0.1:9?key=\(key)",
        ])
        defer { _ = program.stop() }
        let arguments = try String(contentsOfFile: "/proc/\(program.number)/cmdline", encoding: .utf8)
        #expect(arguments.contains("roof?key=****") && arguments.contains("feeders=registered"))
        #expect(!arguments.contains("5eed") && !arguments.contains("c0ffee"))
        for path in ["/api/v1/sources", "/api/v1/site", "/data/receiver.json"] {
            let text = String(decoding: try await program.request("GET", path).body, as: UTF8.self)
            #expect(!text.contains("5eed") && !text.contains("c0ffee"), "\(path)")
        }
    }

    @Test func aKeyWrittenOnThePageIsKeptInTheFileAndNotGivenBack() async throws {
        let program = try Program(serving: [])
        defer { _ = program.stop() }
        let body = "{\"name\": \"door\", \"specification\": \"beast+listen://127.0.0.1:0?key=\(key)\"}"
        let added = try await program.request("POST", "/api/v1/sources", body: body)
        #expect(added.status == 201)
        #expect(!String(decoding: added.body, as: UTF8.self).contains("5eed"))
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("key=\(key)"))
    }
}
