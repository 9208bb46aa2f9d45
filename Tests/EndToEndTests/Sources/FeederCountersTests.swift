import Foundation
import Testing

/// What is counted of each registered feeder, as the program shows it.
@Suite(.timeLimit(.minutes(10)))
struct FeederCountersTests {
    @Test("excess and clocks that are off are counted for the feeder they came from, in all its connections")
    func counted() async throws {
        let port = try Peer.freePort()
        let (one, other) = (UUID().uuidString, UUID().uuidString)
        let program = try Program(serving: [
            "--source", "sbs+listen://127.0.0.1:\(port)?name=door&feeders=registered",
            "--feeder", "roof?key=\(one)&rate=10", "--feeder", "hill?key=\(other)",
        ])
        defer { _ = program.stop() }
        let off = "MSG,3,1,1,4CA2D6,1,2020/01/02,03:04:05.000,2020/01/02,03:04:05.000,,31000,,,51.25,4.5,-640,,,,,\r\n"
        let plain = "MSG,3,1,1,4CA2D7,1,,,,,,31000,,,51.25,4.5,-640,,,,,\r\n"
        let hill = try await program.feeder(of: "door", at: port)
        try await hill.send("key \(other)\n" + String(repeating: plain, count: 50))
        for sum in [50, 100] {
            let roof = try await program.feeder(of: "door", at: port)
            try await roof.send("key \(one)\n" + String(repeating: off, count: 50))
            try await roof.close()
            let receivers = try await program.json("/api/v1/receivers") { disagreements($0, "roof") == sum }
            // It may send ten a second, of twenty at once.
            let excess = try #require(receiver(receivers, "roof")?["overAllowance"] as? [String: Int])
            #expect(((sum / 50 * 25)...(sum - 10)).contains(excess["frames"] ?? 0) && excess["bytes"] == 0)
        }
        _ = try await program.json("/api/v1/receivers") { disagreements($0, "hill") == 0 }
        let receivers = try await program.json("/api/v1/receivers")
        #expect(receiver(receivers, "hill")?["overAllowance"] as? [String: Int] == ["frames": 0, "bytes": 0])
        let source = try await program.json("/api/v1/sources").source("door")
        let roof = source?.list("feeders").first { $0["name"] as? String == "roof" }
        #expect(roof?["clockDisagreements"] as? Int == 100)
        let excess = try #require((roof?["overAllowance"] as? [String: Int])?["frames"])
        #expect((roof?["dropped"] as? Int ?? 0) >= excess)
        let metrics = try await program.text("/metrics", until: "pelacak_feeder_clock_disagreements_total{")
        let labels = "{source=\"door\",feeder=\"roof\"}"
        #expect(metrics.contains("pelacak_feeder_clock_disagreements_total\(labels) 100\n"))
        #expect(metrics.contains("pelacak_feeder_over_allowance_frames_total\(labels) \(excess)\n"))
        #expect(metrics.contains("pelacak_feeder_over_allowance_frames_total{source=\"door\",feeder=\"hill\"} 0\n"))
    }

    private func receiver(_ document: [String: Any], _ name: String) -> [String: Any]? {
        document.list("receivers").first { $0["name"] as? String == name }
    }

    private func disagreements(_ document: [String: Any], _ name: String) -> Int? {
        (receiver(document, name)?["clock"] as? [String: Any])?["disagreements"] as? Int
    }
}
