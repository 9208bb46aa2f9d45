import Foundation
import TestSupport
import Testing

struct ServeTests {
    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func aRecordingEndsWithItsAircraftInPlace() async throws {
        let data = try #require(TestSupport.recordings)
        let path = data.appendingPathComponent("modes/long_flight_first_half.beast").path
        let program = try Program(serving: ["--source", "file:\(path)?pace=max", "--receiver", "43.63,1.37"])
        defer { _ = program.stop() }
        let sources = try await program.json("/api/v1/sources") { document in
            let list = document["sources"] as? [[String: Any]]
            return list?.first?["state"] as? String == "finished"
        }
        let source = try #require((sources["sources"] as? [[String: Any]])?.first)
        #expect((source["counters"] as? [String: Any])?["frames"] as? Int == 86_216)
        #expect(source["hasPlace"] as? Bool == true)
        #expect((source["specification"] as? String)?.contains("43.6") == false)
        let document = try await program.json("/data/aircraft.json")
        #expect(document["simulated"] == nil)
        let aircraft = try #require(document["aircraft"] as? [[String: Any]])
        let main = try #require(aircraft.first { $0["hex"] as? String == "486257" })
        #expect(abs(try #require(main["lat"] as? Double) - 48.1178) < 1e-3)
        #expect(abs(try #require(main["lon"] as? Double) - 1.2578) < 1e-3)
        #expect((main["flight"] as? String)?.hasPrefix("KLM1302") == true)
        // Who asks from this machine knows where the receiver stands; others are not told.
        #expect(try await program.json("/data/receiver.json")["lat"] as? Double == 43.63)
        let others = try await program.request("GET", "/data/receiver.json", headers: ["X-Forwarded-For": "192.0.2.9"])
        #expect(others.status == 200 && !String(decoding: others.body, as: UTF8.self).contains("43.6"))
    }

    @Test func itStopsWithinFiveSecondsThoughAStreamIsOpen() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=20"])
        _ = try await program.json("/api/v1/site")
        async let stream = program.firstBytes("/api/v1/live", count: 1 << 30)
        _ = try await program.firstBytes("/api/v1/live", count: 600)
        let end = program.stop()
        #expect(end.status == 0)
        #expect(end.seconds < 5)
        _ = await (try? stream)
    }

    @Test func aTakenPortIsOneLineThatSaysWhatToDo() throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { _ = program.stop() }
        let data = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        let second = try Program.run([
            "serve", "--listen", "127.0.0.1:\(program.port)", "--data", data, "--source", "simulate:traffic?aircraft=5",
        ])
        #expect(second.status == 1)
        #expect(
            second.errors.contains("port \(program.port) on 127.0.0.1 is taken; choose another with --listen HOST:PORT")
        )
    }

    @Test func aTakenPortOfAnOutputIsOneLineThatSaysWhatToDo() async throws {
        let port = try Peer.freePort()
        let arguments = ["--source", "simulate:traffic?aircraft=5", "--sink", "avr+listen://127.0.0.1:\(port)"]
        let program = try Program(serving: arguments)
        defer { _ = program.stop() }
        _ = try await program.reader(of: "avr", at: port)
        let data = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: data) }
        let second = try Program.run(["serve", "--listen", "127.0.0.1:0", "--data", data] + arguments)
        #expect(second.status == 1)
        #expect(second.errors.contains("port \(port) on 127.0.0.1 is in use by another program"), "\(second.errors)")
    }

    @Test func aSourceAddedOnThePageStandsInTheConfigurationFileAndEndsTheAutomaticSimulation() async throws {
        let program = try Program(serving: [])
        defer { _ = program.stop() }
        let body =
            #"{"name": "roof", "address": "127.0.0.1:9", "format": "beast", "place": {"latitude": -6.2, "longitude": 106.8}}"#
        let added = try await program.request("POST", "/api/v1/sources", body: body)
        #expect(added.status == 201)
        let text = String(decoding: added.body, as: UTF8.self)
        #expect(text.contains("\"hasPlace\""))
        #expect(!text.contains("106.8"))
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written.contains("beast+tcp://127.0.0.1:9?name=roof&at=-6.2,106.8"))
        let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let site = try await program.json("/api/v1/site")
        #expect(site["provenance"] as? String == "undetermined")
        let twice = try await program.request("POST", "/api/v1/sources", body: body)
        #expect(twice.status == 409)
        let object = try JSONSerialization.jsonObject(with: added.body) as? [String: Any]
        let id = try #require(object?["id"] as? String)
        #expect(try await program.request("PATCH", "/api/v1/sources/\(id)", body: #"{"paused": true}"#).status == 200)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("paused=1"))
        #expect(try await program.request("DELETE", "/api/v1/sources/\(id)").status == 204)
        #expect(try !String(contentsOf: file, encoding: .utf8).contains("roof"))
    }

    @Test func aTrialSaysEachSecondWhatItSeesAndMayBeLeft() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { _ = program.stop() }
        let wrong = #"{"name": "x", "specification": "beast+tcp://127.0.0.1:"}"#
        #expect(try await program.request("POST", "/api/v1/sources/test", body: wrong).status == 422)
        let body = #"{"name": "x", "address": "127.0.0.1:9", "format": "beast"}"#
        for _ in 0..<3 {
            let line = try await program.firstBytes("/api/v1/sources/test", count: 20, posting: body)
            #expect(String(decoding: line, as: UTF8.self).hasPrefix("{\"second\":"))
        }
        #expect(try await program.firstBytes("/api/v1/live", count: 200).count >= 200)
        #expect(try await program.json("/api/v1/sources")["sources"] != nil)
    }

    @Test func pausingAndResumingAtOnceNeitherHangsNorCrashes() async throws {
        let program = try Program(serving: [
            "--source", "beast+tcp://127.0.0.1:9?name=a", "--source", "beast+tcp://127.0.0.1:9?name=b",
        ])
        for _ in 0..<12 {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for (id, isPaused) in [
                    ("s1", true), ("s1", false), ("s2", true), ("s1", true), ("s2", false), ("s1", false),
                ] {
                    group.addTask {
                        try await program.request("PATCH", "/api/v1/sources/\(id)", body: "{\"paused\": \(isPaused)}")
                            .status
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
        }
        #expect((try await program.json("/api/v1/sources")["sources"] as? [Any])?.count == 2)
        let end = program.stop()
        #expect(end.status == 0)
        #expect(end.seconds < 4)
    }

    @Test func whatThePageWritesTheNextStartTakes() async throws {
        let program = try Program(serving: ["--source", "beast+tcp://127.0.0.1:9?name=flag"])
        defer { _ = program.stop() }
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        let made = #"{"name": "made", "specification": "simulate:traffic?aircraft=5"}"#
        #expect(try await program.request("POST", "/api/v1/sources", body: made).status == 422)
        let recording = #"{"name": "old", "specification": "file:x.beast"}"#
        #expect(try await program.request("POST", "/api/v1/sources", body: recording).status == 422)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
